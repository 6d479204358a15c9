import Testing

@testable import EngrossEncode

struct ClockTimeTests {
  @Test(
    "A time after a full day belongs to its value",
    arguments: [
      (
        "on August 19, 2002, 1425Z he",
        ["August 19, 2002, 1425Z: 2002-08-19T14:25:00Z"]
      ),
      (
        "on May 6, 1997, 4:53 P.M. EDT he",
        ["May 6, 1997, 4:53 P.M. EDT: 1997-05-06T16:53:00-04:00"]
      ),
      (
        "on Sept. 5, 1862—6.30 p. m. he",
        ["Sept. 5, 1862—6.30 p. m.: 1862-09-05T18:30:00"]
      ),
      (
        "on May 6, 1997, at 12 a.m. he",
        ["May 6, 1997, at 12 a.m.: 1997-05-06T00:00:00"]
      ),
      (
        "on May 6, 1997 14:25 he",
        ["May 6, 1997 14:25: 1997-05-06T14:25:00"]
      ),
      (
        "on May 6, 1997, at 4 he",
        ["May 6, 1997: 1997-05-06"]
      ),
      (
        "on May 6, 1997, 1:30 p.m.-4:30 p.m. he",
        ["May 6, 1997: 1997-05-06"]
      ),
      (
        "on May 6, 1997, 25:30 he",
        ["May 6, 1997: 1997-05-06"]
      ),
      (
        "on May 6, 1997, 13 p.m. he",
        ["May 6, 1997: 1997-05-06"]
      ),
      (
        "on May 6 at 4 p.m. he",
        ["May 6: --05-06, medium"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "A time without a day is no date",
    arguments: [
      "at 4:53 P.M. EDT",
      "1425Z",
      "at 14:25 hours",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
