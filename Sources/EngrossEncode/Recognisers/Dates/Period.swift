/// Dates that are less than a day and longer: "in 1848", "the 1850s", "spring of 1862", "the
/// nineteenth century".
///
/// A number of four digits is a year only after a word that times have; never a sum, a page or the
/// number of a law.
enum Period {
  static let examples: [Example] = [
    "It was so in 1848 and is so no more, as they say." ~> "<date when=\"1848\"",
    "It was so in the 1840s and is so no more." ~> "<date notBefore=\"1840\" notAfter=\"1849\"",
    "It was so in the spring of 1862 and is so no more."
      ~> "<date notBefore=\"1862-03\" notAfter=\"1862-05\"",
    "It was so in the nineteenth century and is so no more."
      ~> "<date notBefore=\"1801\" notAfter=\"1900\"",
    "It costs 1848 dollars, see 100 Stat. 3359 and section 1997." !~> "<date",
    "The army came in 1500 men strong after 1,200 miles." !~> "<date",
  ]

  /// A year that stands alone after a word that times have.
  static func year(_ text: DateText, at index: Int) -> DateExpression? {
    guard let year = YearPart.digits(text, index), (1400...2099).contains(year), index > 0,
      !isPart(text, index)
    else { return nil }
    guard text.facts.beforeYear.contains(text.key(index - 1)) || isLifetime(text, index) else {
      return nil
    }
    return DateExpression(
      index, index, CalendarDate(year: year), .medium,
      because: text.isMark(index - 1, "(")
        ? "two years in brackets"
        : "a year after \"\(text.text.string(text.text.tokens[index - 1].range))\"")
  }

  /// "in eighteen hundred and sixty-two"
  static func yearInWords(_ text: DateText, at index: Int) -> DateExpression? {
    guard index > 0, text.facts.beforeYear.contains(text.key(index - 1)),
      let number = text.facts.numbers.read(text.text, at: index), !number.isOrdinal,
      number.last - index >= 1, (1400...2099).contains(number.value),
      !text.facts.counted.contains(text.key(number.last + 1)), number.value % 100 != 0
    else { return nil }
    return DateExpression(
      index, number.last, CalendarDate(year: number.value), .medium, because: "a year in words")
  }

  /// Whether a number belongs to a longer one, counts something, or has another beside it.
  private static func isPart(_ text: DateText, _ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let next = text.text.tokens[index + 1]
    if next.kind == .number || next.kind == .mixed || text.facts.counted.contains(next.key) {
      return true
    }
    if text.isMark(index + 1, "/") || text.isMark(index + 1, "$") { return true }
    if text.isDash(index + 1), text.isAttached(index + 1) {
      return yearAfterDash(text, index) == nil
    }
    return (text.isMark(index + 1, ",") || text.isMark(index + 1, "."))
      && text.isAttached(index + 1) && text.isAttached(index + 2) && text.number(index + 2) != nil
  }

  /// "(1861-1865)"
  private static func isLifetime(_ text: DateText, _ index: Int) -> Bool {
    text.isMark(index - 1, "(") && text.isDash(index + 1) && yearAfterDash(text, index) != nil
      && text.isMark(index + 3, ")")
  }

  /// The year that ends a range of two, "1861-1865" or "1861-65".
  static func yearAfterDash(_ text: DateText, _ index: Int) -> Int? {
    guard let year = YearPart.digits(text, index), let (value, digits) = text.number(index + 2)
    else { return nil }
    let other =
      digits == 4
      ? value : digits == 2 && text.isAttached(index + 2) ? year - year % 100 + value : 0
    return other > year && other - year < 200 ? other : nil
  }

  /// "the 1840s", "the 1840's"
  static func decade(_ text: DateText, at index: Int) -> DateExpression? {
    guard let (year, ending) = text.numberWithEnding(index), (1400...2090).contains(year),
      year % 10 == 0, ending.last == UInt8(ascii: "s"),
      ending.count == 1 || ending.elementsEqual("'s".utf8) || ending.elementsEqual("’s".utf8),
      index > 0, text.text.tokens[index - 1].kind != .mark
    else { return nil }
    let isCentury = year % 100 == 0
    return within(
      index, index, CalendarDate(year: year), CalendarDate(year: year + (isCentury ? 99 : 9)),
      because: isCentury ? "a century's years" : "a decade")
  }

  /// "the nineteenth century", "the 19th century"
  static func century(_ text: DateText, at index: Int) -> DateExpression? {
    guard let (number, last) = text.ordinal(index), (11...21).contains(number),
      text.key(last + 1) == DateText.Words.century
    else { return nil }
    return within(
      index, last + 1, CalendarDate(year: number * 100 - 99), CalendarDate(year: number * 100),
      because: "a century by its number")
  }

  /// "spring of 1862", "Summer 1997"
  static func season(_ text: DateText, at index: Int) -> DateExpression? {
    guard let months = text.facts.seasons[text.key(index)] else { return nil }
    let next = text.key(index + 1) == DateText.Words.of ? index + 2 : index + 1
    guard let year = YearPart.digits(text, next), !isPart(text, next) else { return nil }
    // "winter of 1861-62"
    let last = months.upperBound > 12 && yearAfterDash(text, next) == year + 1 ? next + 2 : next
    let first = CalendarDate(year: year, month: months.lowerBound)
    guard
      let end = first.adding(months: months.upperBound - months.lowerBound, day: nil)
    else { return nil }
    return within(index, last, first, end, because: "a season and a year")
  }

  private static func within(
    _ first: Int, _ last: Int, _ from: CalendarDate, _ to: CalendarDate, because: String
  ) -> DateExpression? {
    guard let from = from.w3c, let to = to.w3c else { return nil }
    return DateExpression(first, last, .within(from, to), .medium, because: because)
  }
}
