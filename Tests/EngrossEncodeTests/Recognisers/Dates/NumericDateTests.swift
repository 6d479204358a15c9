import Testing

@testable import EngrossEncode

struct NumericDateTests {
  @Test(
    "A date in numbers has a value, and less certainty where the order is open",
    arguments: [
      (
        "on 1997-05-06 he",
        ["1997-05-06: 1997-05-06"]
      ),
      (
        "on 5/14/1997 he",
        ["5/14/1997: 1997-05-14, medium"]
      ),
      (
        "on 14.5.1997 he",
        ["14.5.1997: 1997-05-14, medium"]
      ),
      (
        "(4/5/1997)",
        ["4/5/1997: 1997-04-05, low"]
      ),
      (
        "on May 6, 1862, and 4/16/62 he",
        ["May 6, 1862: 1862-05-06", "4/16/62: 1862-04-16, low"]
      ),
      (
        "dated 18-12-15 he",
        ["18-12-15: no value, low"]
      ),
      (
        "On May 6, 2015, and dated 18-12-15 he",
        ["May 6, 2015: 2015-05-06", "18-12-15: 2015-12-18, low"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "Numbers that are no date are left alone",
    arguments: [
      "The ratio of 1/2/3 is so",
      "Call 202-456-1111 now",
      "version 1.2.1997.4 of it",
      "section 5.1.12 of it",
      "on 13/13/1997 he",
      "on 1997-13-01 he",
      "file 18-12-15 of it",
      "$5/14/1997x",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
