/// Times from one date to another: "May 5-7, 1997", "May 30 to June 2, 1997", "5th to 7th of May
/// 1997", "1861-65", "from May 5, 1861, to June 2, 1862", "between 1857 and 1865".
///
/// Between two dates is some time that isn't told; from one to another is all of it.
enum DateRange {
  static let examples: [Example] = [
    "They met on May 5-7, 1997 in the town, as they had said."
      ~> "<date from=\"1997-05-05\" to=\"1997-05-07\"",
    "They met from May 30 to June 2, 1997 in the town."
      ~> "<date from=\"1997-05-30\" to=\"1997-06-02\"",
    "They met from December 30 to January 2, 1998 in the town."
      ~> "<date from=\"1997-12-30\" to=\"1998-01-02\"",
    "They came on July 20. The town was full of them on that day."
      ~> "cert=\"medium\">July 20</date>. The",
    "They met on the 5th to 7th of May, 1997 in the town."
      ~> "<date from=\"1997-05-05\" to=\"1997-05-07\"",
    "It was so from 1861 to 1865 and is so no more." ~> "<date from=\"1861\" to=\"1865\"",
    "It was so between 1861 and 1865 and is so no more."
      ~> "<date notBefore=\"1861\" notAfter=\"1865\"",
    "On May 5, 1861, and June 2, 1862, they met in the town." !~> "from=",
  ]

  /// The range that a date begins; nil when it begins none.
  static func extending(_ first: DateExpression, _ text: DateText) -> DateExpression? {
    guard let named = first.named, named.exists else { return nil }
    var next = first.last + 1
    if text.isMark(next, ","), text.facts.rangeWords.contains(text.key(next + 1)) { next += 1 }
    guard isConnector(text, next, first) else { return nil }
    let isWord = !text.isDash(next)
    next += 1
    if text.key(next) == DateText.Words.the { next += 1 }
    guard next < text.count else { return nil }
    if named.month == nil { return years(text, first, named, next) }
    guard var second = end(text, next, named), second.named?.day != nil || named.day == nil,
      var to = second.named, to.exists
    else { return nil }
    var from = named
    if from.year != nil, to.year != nil, isWord, !follows(text, first, DateText.Words.from),
      !follows(text, first, DateText.Words.between)
    {
      return nil
    }
    if from.year != nil, to.year == nil { return nil }
    if from.year == nil, let year = to.year {
      // "December 30 to January 2, 1998"
      from.year = (from.month ?? 0) > (to.month ?? 12) ? year - 1 : year
    }
    if to.month == nil { to.month = from.month }
    guard isLater(to, than: from) else { return nil }
    second.certainty = to.year == nil ? .medium : .high
    return range(text, first, second.last, from, to, second.certainty)
  }

  /// "5-7 May 1997", "5th to 7th of May, 1997": the range that starts with a day alone.
  static func dayFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let day = DayPart(text, at: index), let number = day.value else { return nil }
    let next = day.last + 1
    guard text.isDash(next) || text.key(next) == DateText.Words.to,
      day.isOrdinal || text.isDash(next),
      let second = NamedMonth.dayFirst(text, at: next + 1), let to = second.named, to.day != nil,
      to.year != nil
    else { return nil }
    let from = CalendarDate(year: to.year, month: to.month, day: number)
    guard from.exists, to.exists, isLater(to, than: from) else { return nil }
    let first = DateExpression(index, day.last, from, .high, because: "")
    return range(text, first, second.last, from, to, .high)
  }

  private static func range(
    _ text: DateText, _ first: DateExpression, _ last: Int, _ from: CalendarDate,
    _ to: CalendarDate, _ certainty: Annotation.Certainty
  ) -> DateExpression? {
    guard let start = from.w3c, let end = to.w3c else { return nil }
    let isBetween = follows(text, first, DateText.Words.between)
    var date = DateExpression(
      first.first, last,
      isBetween ? DateValue.within(start, end) : DateValue.range(from: start, to: end), certainty,
      because: isBetween ? "some time between two dates" : "from one date to another")
    date.named = to
    return date
  }

  private static func follows(_ text: DateText, _ date: DateExpression, _ word: UInt64) -> Bool {
    let before = text.key(date.first - 1)
    return before == word
      || before == DateText.Words.the && text.key(date.first - 2) == word
  }

  private static func isConnector(_ text: DateText, _ index: Int, _ first: DateExpression) -> Bool {
    guard index < text.count else { return false }
    return text.isDash(index) || text.facts.rangeWords.contains(text.key(index))
      || text.key(index) == DateText.Words.and && follows(text, first, DateText.Words.between)
  }

  /// "1861-65", "1861 to 1865"
  private static func years(
    _ text: DateText, _ first: DateExpression, _ named: CalendarDate, _ next: Int
  ) -> DateExpression? {
    guard let from = named.year else { return nil }
    let to =
      text.isDash(next - 1) && next == first.last + 2
      ? Period.yearAfterDash(text, first.last) : YearPart.digits(text, next)
    guard let to, to > from, to - from < 200 else { return nil }
    return range(text, first, next, named, CalendarDate(year: to), .medium)
  }

  /// The date that ends a range: a whole one, or a day of the month that began it.
  private static func end(_ text: DateText, _ index: Int, _ from: CalendarDate) -> DateExpression? {
    if let date = NamedMonth.dayFirst(text, at: index) ?? NamedMonth.monthFirst(text, at: index) {
      return date
    }
    guard from.day != nil, let day = DayPart(text, at: index), let number = day.value else {
      return nil
    }
    if let year = YearPart(text, at: day.last + 1), from.year == nil {
      return DateExpression(
        index, year.last, CalendarDate(year: year.value, month: from.month, day: number), .high,
        because: "")
    }
    guard from.year == nil, text.isAttached(index),
      !(text.isAttached(day.last + 1) && text.isAttached(day.last + 2))
    else {
      return nil
    }
    return DateExpression(
      index, day.last, CalendarDate(month: from.month, day: number), .medium, because: "")
  }

  private static func isLater(_ one: CalendarDate, than other: CalendarDate) -> Bool {
    (one.year ?? 0, one.month ?? 0, one.day ?? 0)
      > (other.year ?? 0, other.month ?? 0, other.day ?? 0)
  }
}
