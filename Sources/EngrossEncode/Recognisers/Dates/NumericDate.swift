/// Dates in numbers alone: "1997-05-06", "5/14/1997", "14.5.1997", "4/16/62", "18-12-15".
///
/// Where day and month can't be told apart, Americans write the month first; that's a guess. Three
/// numbers of two digits are a date between strokes alone, or after "on" or "dated".
enum NumericDate {
  static let examples: [Example] = [
    "It was so on 1997-05-06 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "He wrote on 14/5/1997 to them all, as they say." ~> "<date when=\"1997-05-14\"",
    "He wrote on 5/4/1997 to them all, as they say."
      ~> "<date when=\"1997-05-04\" resp=\"#engross\" cert=\"low\"",
    "He wrote on 18-12-15 to them all, as they say."
      ~> "<date resp=\"#engross\" cert=\"low\">18-12-15</date>",
    "The ratio of 1/2/3 is as they say." !~> "<date",
    "Call 202-456-1111 or see file 18-12-15 of them." !~> "<date",
  ]

  /// "1997-05-06"
  static func yearFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let year = YearPart.digits(text, index), let (month, day) = rest(text, index, "-"),
      text.number(index + 2)?.digits == 2, text.number(index + 4)?.digits == 2
    else { return nil }
    let named = CalendarDate(year: year, month: month, day: day)
    guard named.exists else { return nil }
    return DateExpression(index, index + 4, named, .high, because: "year, month and day in numbers")
  }

  static func dayOrMonthFirst(_ text: DateText, at index: Int) -> DateExpression? {
    guard let (left, leftDigits) = text.number(index), leftDigits <= 2,
      text.isAttached(index + 1), text.isAttached(index + 2)
    else { return nil }
    let isStroke = text.isMark(index + 1, "/")
    let isPoint = text.isMark(index + 1, ".")
    guard isStroke || isPoint || text.isMark(index + 1, "-"),
      let (middle, right) = rest(text, index, isStroke ? "/" : isPoint ? "." : "-"),
      let (_, digits) = text.number(index + 4)
    else { return nil }
    if digits == 2 {
      if isStroke { return short(text, index, left, middle, right) }
      return isPoint ? nil : hyphened(text, index, left, middle, right)
    }
    guard digits == 4, (1000..<3000).contains(right) else { return nil }
    let isOpen = left <= 12 && middle <= 12 && left != middle && !isPoint
    let isDayFirst = isPoint || left > 12
    let named = CalendarDate(
      year: right, month: isDayFirst ? middle : left, day: isDayFirst ? left : middle)
    guard named.exists else { return nil }
    return DateExpression(
      index, index + 4, named, isOpen ? .low : .medium,
      because: isOpen
        ? "numbers, whose order is a guess" : "numbers, of which one alone can be the month")
  }

  /// The second and third numbers of three, with a mark between and none around them.
  private static func rest(
    _ text: DateText, _ index: Int, _ mark: Unicode.Scalar
  ) -> (Int, Int)? {
    guard text.isMark(index + 1, mark), text.isMark(index + 3, mark),
      (index + 1...index + 4).allSatisfy({ text.isAttached($0) }),
      !(text.isAttached(index) && isJoining(text, index - 1)),
      !(text.isAttached(index + 5) && text.isAttached(index + 6) && isJoining(text, index + 5)),
      let (middle, digits) = text.number(index + 2), digits <= 2, let last = text.number(index + 4)
    else { return nil }
    return (middle, last.value)
  }

  private static func isJoining(_ text: DateText, _ index: Int) -> Bool {
    ["/", ".", "-", ",", "$", ":"].contains { text.isMark(index, $0) }
  }

  /// "4/16/62"
  private static func short(
    _ text: DateText, _ index: Int, _ left: Int, _ middle: Int, _ right: Int
  ) -> DateExpression? {
    let isDayFirst = left > 12
    let year = text.lastYear.map { YearPart.nearest(right, to: $0) }
    let named = CalendarDate(
      year: year, month: isDayFirst ? middle : left, day: isDayFirst ? left : middle)
    guard named.exists else { return nil }
    guard year != nil else {
      return DateExpression(
        index, index + 4, DateValue.unknown, .low,
        because: "a year of two digits, whose century nothing tells")
    }
    return DateExpression(
      index, index + 4, named, .low, because: "a year of two digits, near the one named last")
  }

  /// "18-12-15", which may start with the year or end with it.
  private static func hyphened(
    _ text: DateText, _ index: Int, _ left: Int, _ middle: Int, _ right: Int
  ) -> DateExpression? {
    guard text.facts.numericBefore.contains(text.key(index - 1)) else { return nil }
    var candidates: [CalendarDate] = []
    for (year, month, day) in [(right, middle, left), (right, left, middle), (left, middle, right)]
    {
      let named = CalendarDate(
        year: text.lastYear.map { YearPart.nearest(year, to: $0) } ?? 2000 + year, month: month,
        day: day)
      if named.exists, !candidates.contains(named) { candidates.append(named) }
    }
    if candidates.isEmpty { return nil }
    if let year = text.lastYear {
      candidates.removeAll { abs(($0.year ?? 0) - year) > 1 }
      if let named = candidates.first, candidates.count == 1 {
        return DateExpression(
          index, index + 4, named, .low,
          because: "numbers in the one order near the year named last")
      }
    }
    return DateExpression(
      index, index + 4, DateValue.unknown, .low, because: "numbers in an order that nothing tells")
  }
}
