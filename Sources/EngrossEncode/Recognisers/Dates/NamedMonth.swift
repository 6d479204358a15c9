/// Dates with the name of their month: "May 6, 1997", "6th of May 1997", "the seventh day of May
/// A. D. 1862", "1856 March 19", "Aug 27/58", "May 1997", "May the 6th", "3d of 4th mo. 1798".
///
/// A small "may" or "march" is a verb, a month's name alone no date, and neither is a name before
/// what is counted: "May 12 men".
enum NamedMonth {
  static let examples: [Example] = [
    "Signed on May 06, 1997 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "Signed on the 6th of May, 1997 at noon, in the usual form." ~> ">6th of May, 1997</date>",
    "Signed in May 1997 at noon, in the usual form." ~> "<date when=\"1997-05\"",
    "They may 12 times march 1000 miles." !~> "<date",
    "On February 30, 1997 nothing happened."
      ~> "<date resp=\"#engross\" cert=\"high\">February 30, 1997</date>",
    "Sworn to this 7th day of May A. D. 1862 before me, as it is." ~> "<date when=\"1862-05-07\"",
    "Done this ____ day of June, 2002 by them all, so be it." ~> "<date when=\"2002-06\"",
    "They came on December 3 and stayed for long." ~> "<date when=\"--12-03\"",
    "Born on 22 feby 1855 in the town, as they say." ~> ">22 feby 1855</date>",
    "Lawrence, Fourthmonth 2, 1874.\nA text that says so." ~> "<date when=\"1874-04-02\"",
  ]

  /// The date that starts with the month at a token.
  static func monthFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let month = MonthPart(text, at: index) else { return nil }
    var next = month.last + 1
    if text.key(next) == DateText.Words.the, DayPart(text, at: next + 1)?.isOrdinal == true {
      next += 1
    }
    if let day = DayPart(text, at: next), day.value != nil {
      guard let year = YearPart(text, at: day.last + 1) else {
        return withoutYear(text, index, month, day, last: day.last)
      }
      guard isName(text, index, month) else { return nil }
      return date(text, index, month, day.value, year)
    }
    guard month.isCapital, let year = YearPart(text, at: next), year.last - month.last <= 6,
      !year.isShort
    else { return nil }
    return date(text, index, month, nil, year)
  }

  /// The date that starts with the day at a token.
  static func dayFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let day = DayPart(text, at: index) else { return nil }
    // "22. Feby. 1855"
    let isPointed =
      text.isMark(day.last + 1, ".") && text.isAttached(day.last + 1) && !day.isInWords
    var next = isPointed ? day.last + 2 : day.last + 1
    let isDay = text.key(next) == DateText.Words.day
    if isDay { next += 1 }
    let isOf = text.key(next) == DateText.Words.of
    if isOf { next += 1 }
    if text.key(next) == DateText.Words.the, text.key(next + 1) == DateText.Words.month,
      text.key(next + 2) == DateText.Words.of
    {
      next += 3
    }
    guard day.value != nil || isDay || isOf,
      day.isOrdinal || !text.facts.numbered.contains(label(text, before: index))
    else { return nil }
    if isDay, isOf, let blank = DayPart.blank(text, next) {
      return blankMonth(text, index, blank)
    }
    guard let month = MonthPart(text, at: next) else { return nil }
    if !isDay, !isOf, let other = DayPart(text, at: month.last + 1), other.value != nil,
      YearPart(text, at: other.last + 1) != nil
    {
      return nil
    }
    if let year = YearPart(text, at: month.last + 1), !year.isShort || year.last > month.last + 1 {
      return date(text, index, month, day.value, year)
    }
    guard day.value != nil, !isPointed, !day.isInWords || isDay || isOf else { return nil }
    return withoutYear(text, index, month, day, last: month.last)
  }

  /// "1856 March 19"
  static func yearFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let year = YearPart.digits(text, index),
      case let next = text.skipping(",", index + 1),
      text.text.tokens.indices.contains(next), text.isCapital(next),
      let month = MonthPart(text, at: next), let day = DayPart(text, at: month.last + 1),
      let number = day.value, !day.isInWords, YearPart(text, at: day.last + 1) == nil
    else { return nil }
    return DateExpression(
      index, day.last, CalendarDate(year: year, month: month.value, day: number), .medium,
      because: "year, month's name and day")
  }

  private static func date(
    _ text: DateText, _ first: Int, _ month: MonthPart, _ day: Int?, _ year: YearPart
  ) -> DateExpression {
    let number = month.isNumbered ? Reckoning.month(numbered: month.value, of: year.value) : nil
    let named = CalendarDate(
      year: year.value ?? nil, month: number?.month ?? month.value, day: day)
    if year.isDouble {
      return DateExpression(first, year.last, named, .medium, because: "day, month and two years")
        .inOldStyle(to: year.last)
    }
    if year.isShort {
      return DateExpression(
        first, year.last, named, year.value == nil ? .low : .medium,
        because: year.value == nil
          ? "a year of two digits, whose century nothing tells"
          : "a year of two digits, near the one named last")
    }
    if day == nil {
      return DateExpression(first, year.last, named, .high, because: "a month's name and a year")
    }
    return DateExpression(
      first, year.last, named, number?.isUncertain == true ? .medium : .high,
      because: month.isNumbered ? "day, month's number and year" : "day, month's name and year")
  }

  private static func withoutYear(
    _ text: DateText, _ first: Int, _ month: MonthPart, _ day: DayPart, last: Int
  ) -> DateExpression? {
    guard month.isCapital, let number = day.value, !text.isMark(last + 1, "%"),
      !(text.isMark(last + 1, ",") && text.isAttached(last + 2)),
      !text.facts.counted.contains(text.key(last + 1)),
      text.number(last + 1) == nil,
      case let named = CalendarDate(month: month.value, day: number), named.exists
    else { return nil }
    return DateExpression(first, last, named, .medium, because: "day and month's name")
  }

  /// "this ___ day of ______, 2002"
  private static func blankMonth(_ text: DateText, _ first: Int, _ blank: Int) -> DateExpression? {
    guard let year = YearPart(text, at: blank + 1), let value = year.value else { return nil }
    return DateExpression(
      first, year.last, CalendarDate(year: value), .high, because: "blanks and a year")
  }

  /// Whether a month's name that isn't written as one can't be another word.
  private static func isName(_ text: DateText, _ index: Int, _ month: MonthPart) -> Bool {
    month.isCapital || month.isLong
      || text.key(index) != DateText.Words.may && text.key(index) != DateText.Words.march
  }

  /// The key of the word before a number: "No. 6", "section 6".
  private static func label(_ text: DateText, before index: Int) -> UInt64 {
    text.isMark(index - 1, ".") ? text.key(index - 2) : text.key(index - 1)
  }
}
