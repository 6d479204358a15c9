import Testing

@testable import EngrossEncode

struct DateRangeTests {
  @Test(
    "A range has its first and last day, and what is between two dates bounds",
    arguments: [
      (
        "on May 5-7, 1997 he",
        ["May 5-7, 1997: from 1997-05-05 to 1997-05-07"]
      ),
      (
        "on May 5–7, 1997 he",
        ["May 5–7, 1997: from 1997-05-05 to 1997-05-07"]
      ),
      (
        "on 5-7 May 1997 he",
        ["5-7 May 1997: from 1997-05-05 to 1997-05-07"]
      ),
      (
        "from May 5, 1861, to June 2, 1862, he",
        ["May 5, 1861, to June 2, 1862: from 1861-05-05 to 1862-06-02"]
      ),
      (
        "between 1857 and 1865 he",
        ["1857 and 1865: notBefore 1857 notAfter 1865, medium"]
      ),
      (
        "(1861-1865)",
        ["1861-1865: from 1861 to 1865, medium"]
      ),
      (
        "on May 5-7.",
        ["May 5-7: from --05-05 to --05-07, medium"]
      ),
      (
        "from May to June 1997 he",
        ["June 1997: 1997-06"]
      ),
      (
        "on May 5, 1861, and June 2, 1862, he",
        ["May 5, 1861: 1861-05-05", "June 2, 1862: 1862-06-02"]
      ),
      (
        "on May 7-5, 1997 he",
        ["May 7: --05-07, medium"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "What goes from one number to another is no range of dates",
    arguments: [
      "pages 1861-65",
      "from 5 to 7 of them",
      "Articles 5-7 may",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
