import Testing

@testable import EngrossEncode

struct PeriodTests {
  @Test(
    "A time of many days has its bounds",
    arguments: [
      (
        "in 1848 he",
        ["1848: 1848, medium"]
      ),
      (
        "the 1850s, and",
        ["1850s: notBefore 1850 notAfter 1859, medium"]
      ),
      (
        "the 1840's, and",
        ["1840's: notBefore 1840 notAfter 1849, medium"]
      ),
      (
        "the 18th century, and",
        ["18th century: notBefore 1701 notAfter 1800, medium"]
      ),
      (
        "Summer 1997 was",
        ["Summer 1997: notBefore 1997-06 notAfter 1997-08, medium"]
      ),
      (
        "winter of 1861-62 was",
        ["winter of 1861-62: notBefore 1861-12 notAfter 1862-02, medium"]
      ),
      (
        "in eighteen hundred and sixty-two he",
        ["eighteen hundred and sixty-two: 1862, medium"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "A number that is no year is left alone",
    arguments: [
      "It costs 1848 dollars",
      "100 Stat. 3359 and section 1997",
      "in 1500 men",
      "since 1,997 of them",
      "in 1848/5 of it",
      "in eighteen hundred men",
      "the spring of life",
      "Public Law 104-132",
      "in $1848",
      "8 U.S.C. 1182",
      "62 FR 25107",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
