/// Finds dates: "May 06, 1997", "6th of May 1997", "the seventh day of May A. D. 1862", "May 1997",
/// "May 5-7, 1997", "December 3", "in 1848", "1997-05-06", "5/14/1997".
///
/// Sure where day, month and year are there. A month's name alone is no date, nor is a number that
/// counts something else; a day that its month doesn't have is a date without a value.
/// TEI Guidelines, ND, Dates and Times; values as W3C XML Schema Part 2, section 3.2.
struct Date: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Signed on May 06, 1997 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "Signed on the 6th of May, 1997 at noon, in the usual form." ~> ">6th of May, 1997</date>",
    "Signed in May 1997 at noon, in the usual form." ~> "<date when=\"1997-05\"",
    "It was so on 1997-05-06 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "They may 12 times march 1000 miles." !~> "<date",
    "On February 30, 1997 nothing happened."
      ~> "<date resp=\"#engross\" cert=\"high\">February 30, 1997</date>",
    "Sworn to this 7th day of May A. D. 1862 before me, as it is." ~> "<date when=\"1862-05-07\"",
    "Done this twenty-fifth day of January, in the year of our Lord two thousand seventeen, so be it."
      ~> "<date when=\"2017-01-25\" resp=\"#engross\" cert=\"high\">twenty-fifth day of January, in the year of our Lord two thousand seventeen</date>",
    "Done this ____ day of June, 2002 by them all, so be it." ~> "<date when=\"2002-06\"",
    "They met on May 5-7, 1997 in the town, as they had said."
      ~> "<date from=\"1997-05-05\" to=\"1997-05-07\"",
    "They met from May 30 to June 2, 1997 in the town."
      ~> "<date from=\"1997-05-30\" to=\"1997-06-02\"",
    "It was so in 1848 and is so no more, as they say." ~> "<date when=\"1848\"",
    "It was so in the 1840s and is so no more." ~> "<date notBefore=\"1840\" notAfter=\"1849\"",
    "They came on December 3 and stayed for long." ~> "<date when=\"--12-03\"",
    "It costs 1848 dollars, see 100 Stat. 3359 and section 1997." !~> "<date",
    "He wrote on 14/5/1997 to them all, as they say." ~> "<date when=\"1997-05-14\"",
    "The ratio of 1/2/3 is as they say." !~> "<date",
    "Lawrence, Fourthmonth 2, 1874.\nA text that says so." ~> "<date when=\"1874-04-02\"",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var dates: [Annotation] = []
    var index = 0
    var free = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      var date: Match?
      switch token.kind {
      case .capitalised, .capitals, .mixed, .word:
        if token.kind != .word || token.count > 5, let month = facts.months[token.key] {
          date = monthDate(text, at: index, month, after: free)
        }
      case .number: date = numberDate(text, at: index)
      case .mark: break
      }
      if token.kind == .mixed, date == nil { date = decade(text, at: index) }
      guard let date, date.first >= free else {
        index += 1
        continue
      }
      dates.append(annotation(text, date))
      index = date.last + 1
      free = index
    }
    return dates
  }

  private struct Match {
    let first: Int
    let last: Int
    let value: DateValue
    let certainty: Annotation.Certainty
    let because: String
  }

  private func annotation(_ text: TokenisedText, _ match: Match) -> Annotation {
    Annotation(
      text.range(match.first, match.last), .date(match.value), match.certainty, rule: "date",
      because: match.because)
  }

  // MARK: With a month's name

  private func monthDate(
    _ text: TokenisedText, at index: Int, _ month: Int, after free: Int
  ) -> Match? {
    var next = index + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    let after = DayPart(text, at: next, facts).flatMap {
      YearPart(text, at: $0.last + 1, facts) == nil ? nil : $0
    }
    if after == nil, let before = dayBefore(text, index), before.first >= free {
      if let year = YearPart(text, at: next, facts) {
        guard let day = before.value else {
          return date(text, before.first, year.last, year: year.value, month: month, day: nil)
        }
        return date(text, before.first, year.last, year: year.value, month: month, day: day)
      }
      guard let day = before.value, let value = CalendarDate.w3c(month: month, day: day),
        text.tokens[index].isCapital
      else { return nil }
      return Match(
        first: before.first, last: next - 1 == index ? index : next - 1, value: .when(value),
        certainty: .medium, because: "day and month's name")
    }
    if let day = DayPart(text, at: next, facts), YearPart.digits(text, next) == nil {
      return monthDay(text, at: index, month, day)
    }
    guard text.tokens[index].isCapital else { return nil }
    if let year = YearPart(text, at: next, facts), year.last - index <= 4 {
      return date(text, index, year.last, year: year.value, month: month, day: nil)
    }
    return nil
  }

  /// "May 6, 1997", "May 5-7, 1997", "May 30 to June 2, 1997", "December 3".
  private func monthDay(_ text: TokenisedText, at index: Int, _ month: Int, _ day: DayPart)
    -> Match?
  {
    guard let first = day.value else { return nil }
    if let year = YearPart(text, at: day.last + 1, facts) {
      return date(text, index, year.last, year: year.value, month: month, day: first)
    }
    if let range = range(text, at: index, month, day) { return range }
    guard text.tokens[index].isCapital, let value = CalendarDate.w3c(month: month, day: first),
      !text.isMark(day.last + 1, "%"),
      !(text.isMark(day.last + 1, ",") && text.isAttached(day.last + 2))
    else { return nil }
    return Match(
      first: index, last: day.last, value: .when(value), certainty: .medium,
      because: "month's name and day")
  }

  /// A range of days that the year ends: "May 5-7, 1997", "May 30 to June 2, 1997".
  private func range(_ text: TokenisedText, at index: Int, _ month: Int, _ day: DayPart) -> Match? {
    var next = day.last + 1
    guard next < text.tokens.count,
      text.isMark(next, "-")
        || [Token.key("to"), Token.key("and"), Token.key("–"), Token.key("through")]
          .contains(text.tokens[next].key)
    else { return nil }
    next += 1
    guard next < text.tokens.count else { return nil }
    var lastMonth = month
    if let other = facts.months[text.tokens[next].key], text.tokens[next].isCapital {
      lastMonth = other
      next += 1
      if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    }
    guard let lastDay = DayPart(text, at: next, facts),
      let year = YearPart(text, at: lastDay.last + 1, facts),
      let from = CalendarDate(year: year.value, month: month, day: day.value),
      let to = CalendarDate(year: year.value, month: lastMonth, day: lastDay.value),
      from.w3c < to.w3c
    else { return nil }
    return Match(
      first: index, last: year.last, value: .range(from: from.w3c, to: to.w3c), certainty: .high,
      because: "two days and a year")
  }

  /// The day before a month's name: "6", "6th", "6th of", "sixth day of", "___ day of".
  private func dayBefore(_ text: TokenisedText, _ month: Int) -> DayPart? {
    var index = month - 1
    if index >= 0, text.tokens[index].key == Token.key("of") { index -= 1 }
    if index >= 0, text.tokens[index].key == Token.key("day") { index -= 1 }
    return DayPart(text, endingAt: index, facts)
  }

  private func date(
    _ text: TokenisedText, _ first: Int, _ last: Int, year: Int, month: Int, day: Int?
  ) -> Match? {
    // A date goes over a line's end, never over a blank line.
    guard text.range(first, last).count <= 160 else { return nil }
    guard let value = CalendarDate(year: year, month: month, day: day) else {
      return Match(
        first: first, last: last, value: .unknown, certainty: .high,
        because: "a day that the month doesn't have")
    }
    return Match(
      first: first, last: last, value: .when(value.w3c), certainty: .high,
      because: day == nil ? "a month's name and a year" : "day, month's name and year")
  }

  // MARK: With numbers alone

  private static let beforeYear = WordSet([
    "in", "since", "during", "until", "till", "before", "after", "by", "early", "late", "year",
    "summer", "winter", "autumn", "spring", "fall", "about", "circa", "anno", "from", "through",
  ])
  private static let units = WordSet([
    "dollars", "cents", "pounds", "men", "miles", "feet", "acres", "tons", "stat", "fr", "u.s.c",
    "persons", "people", "units", "hours", "bushels", "barrels", "head", "and", "or", "percent",
    "to",
  ])

  private func numberDate(_ text: TokenisedText, at index: Int) -> Match? {
    let token = text.tokens[index]
    if token.count <= 2 { return slashDate(text, at: index) }
    guard token.count == 4, let year = YearPart.digits(text, index) else { return nil }
    return isoDate(text, at: index) ?? lone(text, at: index, year)
  }

  /// A year that stands alone after a word that times have: "in 1848".
  private func lone(_ text: TokenisedText, at index: Int, _ year: Int) -> Match? {
    guard (1400...2099).contains(year), index > 0,
      Self.beforeYear.contains(text.tokens[index - 1].key)
    else { return nil }
    if index + 1 < text.tokens.count {
      let next = text.tokens[index + 1]
      if next.kind == .number || next.kind == .mixed { return nil }
      if Self.units.contains(next.key), next.key != Token.key("and"), next.key != Token.key("or") {
        return nil
      }
      if text.isMark(index + 1, "-") || text.isMark(index + 1, "/") || text.isMark(index + 1, "$") {
        return nil
      }
      if text.isMark(index + 1, ",") || text.isMark(index + 1, "."), text.isAttached(index + 1),
        text.isAttached(index + 2), index + 2 < text.tokens.count,
        text.tokens[index + 2].kind == .number
      {
        return nil
      }
    }
    return Match(
      first: index, last: index, value: .when(CalendarDate.w3c(year: year)), certainty: .medium,
      because: "a year after \"\(text.string(text.tokens[index - 1].range))\"")
  }

  /// "the 1840s".
  private func decade(_ text: TokenisedText, at index: Int) -> Match? {
    let bytes = text.bytes[text.tokens[index].range]
    guard bytes.count == 5, bytes.last == UInt8(ascii: "s"),
      bytes.dropLast().last == UInt8(ascii: "0"),
      let year = Int(String(decoding: bytes.dropLast(), as: UTF8.self)),
      (1400...2090).contains(year),
      index > 0, text.tokens[index - 1].kind == .word
    else { return nil }
    let isCentury = year % 100 == 0
    return Match(
      first: index, last: index,
      value: .within(
        CalendarDate.w3c(year: year), CalendarDate.w3c(year: year + (isCentury ? 99 : 9))),
      certainty: .medium, because: isCentury ? "a century's years" : "a decade")
  }

  /// A date as `1997-05-06`.
  private func isoDate(_ text: TokenisedText, at index: Int) -> Match? {
    guard index + 4 < text.tokens.count,
      text.isMark(index + 1, "-"), text.isMark(index + 3, "-"),
      (index + 1...index + 4).allSatisfy({ text.isAttached($0) }),
      !(text.isMark(index - 1, "-") && text.isAttached(index)),
      !(text.isMark(index + 5, "-") && text.isAttached(index + 5)),
      let year = YearPart.digits(text, index), text.tokens[index + 2].count == 2,
      text.tokens[index + 4].count == 2, let month = number(text, index + 2),
      let day = number(text, index + 4), CalendarDate(year: year, month: month, day: day) != nil
    else { return nil }
    return date(text, index, index + 4, year: year, month: month, day: day)
  }

  /// Three numbers as `5/14/1997`, `14.5.1997`; nil where day and month can't be told apart by a
  /// rule of writing and it's no American slash.
  private func slashDate(_ text: TokenisedText, at index: Int) -> Match? {
    guard index + 4 < text.tokens.count,
      (index + 1...index + 4).allSatisfy({ text.isAttached($0) }),
      !(text.isAttached(index) && text.tokens[index - 1].kind == .mark),
      let year = YearPart.digits(text, index + 4),
      let left = number(text, index), let right = number(text, index + 2), left > 0, right > 0
    else { return nil }
    let isSlash = text.isMark(index + 1, "/") && text.isMark(index + 3, "/")
    let isPoint = text.isMark(index + 1, ".") && text.isMark(index + 3, ".")
    guard isSlash || isPoint else { return nil }
    let isOpen = left <= 12 && right <= 12 && left != right && isSlash
    let (month, day) = isPoint || left > 12 ? (right, left) : (left, right)
    guard let value = CalendarDate(year: year, month: month, day: day) else { return nil }
    return Match(
      first: index, last: index + 4, value: .when(value.w3c), certainty: isOpen ? .low : .medium,
      because: isOpen
        ? "numbers, whose order is a guess" : "numbers, of which one alone can be the month")
  }

  private func number(_ text: TokenisedText, _ index: Int) -> Int? {
    let token = text.tokens[index]
    guard token.kind == .number, token.count <= 4 else { return nil }
    return text.bytes[token.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
