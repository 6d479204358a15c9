import Testing

@testable import EngrossEncode

struct ReckoningTests {
  @Test(
    "Another reckoning is told in the Gregorian calendar",
    arguments: [
      (
        "on February 11, 1731/2, he",
        ["February 11, 1731/2: 1732-02-22, medium"]
      ),
      (
        "on February 11, 1731/32 (O.S.) he",
        ["February 11, 1731/32 (O.S.): 1732-02-22, medium"]
      ),
      (
        "on May 3, 1701, Old Style, he",
        ["May 3, 1701, Old Style: 1701-05-14, medium"]
      ),
      (
        "on May 3, 1751 N.S. he",
        ["May 3, 1751 N.S.: 1751-05-03"]
      ),
      (
        "on the 3d of 4th mo. 1798 he",
        ["3d of 4th mo. 1798: 1798-04-03"]
      ),
      (
        "on 4th mo. 3d, 1798, he",
        ["4th mo. 3d, 1798: 1798-04-03"]
      ),
      (
        "on Tenth Month 5th, 1799, he",
        ["Tenth Month 5th, 1799: 1799-10-05"]
      ),
      (
        "on the 3d of 4th mo. 1701 he",
        ["3d of 4th mo. 1701: 1701-06-03, medium"]
      ),
      (
        "this third day of May, in the two hundred and forty-first year of the Independence of",
        [
          "third day of May, in the two hundred and forty-first year of the Independence: 2017-05-03, medium"
        ]
      ),
      (
        "this 3d day of May in the 5th year of the reign of King George III of",
        ["3d day of May in the 5th year of the reign of King George III: 1765-05-03, medium"]
      ),
      (
        "this 3d day of July in the first year of the reign of Queen Victoria of",
        ["3d day of July in the first year of the reign of Queen Victoria: 1837-07-03, medium"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "Words of another reckoning without a date are none",
    arguments: [
      "the independence of the United States the first",
      "in the fifth year of our reign",
      "O. S. and N. S. are short",
      "4 months and 3 days",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
