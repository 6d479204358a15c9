import Testing

@testable import EngrossEncode

struct NamedMonthTests {
  @Test(
    "A date with its month's name has the value that the words tell",
    arguments: [
      (
        "on Jany. 12, 1873, he",
        ["Jany. 12, 1873: 1873-01-12"]
      ),
      (
        "on 17th Feby 1858 he",
        ["17th Feby 1858: 1858-02-17"]
      ),
      (
        "of the 22 feby 1855 and",
        ["22 feby 1855: 1855-02-22"]
      ),
      (
        "on May 3, 1858, and Aug 27/58 too",
        ["May 3, 1858: 1858-05-03", "Aug 27/58: 1858-08-27, medium"]
      ),
      (
        "on May 6, 1862, and on June 7, '64.",
        ["May 6, 1862: 1862-05-06", "June 7, '64: 1864-06-07, medium"]
      ),
      (
        "on Aug 27/58 he",
        ["Aug 27/58: --08-27, low"]
      ),
      (
        "this twenty fifth day of January, nineteen hundred and ninety-seven, so",
        ["twenty fifth day of January, nineteen hundred and ninety-seven: 1997-01-25"]
      ),
      (
        "the 3d of October, Anno Domini 1797, so",
        ["3d of October, Anno Domini 1797: 1797-10-03"]
      ),
      (
        "in 1856 March 19 he",
        ["1856 March 19: 1856-03-19, medium"]
      ),
      (
        "on the 6th of\nMay, 1862, he",
        ["6th of May, 1862: 1862-05-06"]
      ),
      (
        "on 5 Sep-\ntember 1862 he",
        ["5 Sep- tember 1862: 1862-09-05"]
      ),
      (
        "in May, 1997, he",
        ["May, 1997: 1997-05"]
      ),
      (
        "on May the 6th, 1862, he",
        ["May the 6th, 1862: 1862-05-06"]
      ),
      (
        "of April 31, 1862, he",
        ["April 31, 1862: no value"]
      ),
      (
        "of February 29, 1900, and February 29, 2000",
        ["February 29, 1900: no value", "February 29, 2000: 2000-02-29"]
      ),
      (
        "this [blank] day of June 2002 he",
        ["[blank] day of June 2002: 2002-06"]
      ),
      (
        "this __ day of ______, 2002 he",
        ["__ day of ______, 2002: 2002"]
      ),
      (
        "section 5 May 6, 1862",
        ["May 6, 1862: 1862-05-06"]
      ),
      (
        "on May 6. In 1862 he",
        ["May 6: --05-06, medium", "1862: 1862, medium"]
      ),
    ])
  func reads(text: String, expected: [String]) {
    #expect(dates(of: text) == expected)
  }

  @Test(
    "A month's name that belongs to no date is left alone",
    arguments: [
      "They may 12 times march 1000 miles",
      "the first March on Washington",
      "Mr. May 12 men",
      "In March 1,200 men came",
      "the May of our lives",
      "see Article 5 May",
      "the 6th\n\nMay, we",
      "March 30 miles to the north",
      "In May the 1990 law was read",
    ])
  func leaves(text: String) {
    #expect(dates(of: text).isEmpty)
  }
}
