/// Finds dates written with a month's name, and ISO 8601 dates: "May 06, 1997", "6th of May 1997",
/// "May 1997", "1997-05-06".
///
/// Sure where day, month and year are there. It never takes a month's name without a number, a
/// numeric date whose order is open, or a day that its month doesn't have.
/// TEI Guidelines, ND, Dates and Times; values as W3C XML Schema Part 2, section 3.2.
struct Date: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Signed on May 06, 1997 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "Signed on the 6th of May, 1997 at noon, in the usual form." ~> ">6th of May, 1997</date>",
    "Signed in May 1997 at noon, in the usual form." ~> "<date when=\"1997-05\"",
    "It was so on 1997-05-06 at noon, in the usual form." ~> "<date when=\"1997-05-06\"",
    "They may 12 times march 1000 miles." !~> "<date",
    "On February 30, 1997 nothing happened." !~> "<date",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var dates: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      if let date = monthDate(text, at: index) ?? isoDate(text, at: index) {
        dates.append(date.annotation)
        index = date.last + 1
      } else {
        index += 1
      }
    }
    return dates
  }

  private typealias Found = (annotation: Annotation, last: Int)

  /// A date around the month's name at an index.
  private func monthDate(_ text: TokenisedText, at index: Int) -> Found? {
    let token = text.tokens[index]
    guard token.isCapital, token.count >= 3, let month = facts.months[token.key] else {
      return nil
    }
    var next = index + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    if let day = dayBefore(text, index) {
      if text.isMark(next, ",") { next += 1 }
      guard let year = year(text, next) else { return nil }
      return date(text, day.first, next, year: year, month: month, day: day.value)
    }
    if let day = day(text, next), !isFourDigits(text, next) {
      let dayToken = next
      next += 1
      if text.isMark(next, ",") || text.isMark(next, ".") { next += 1 }
      guard let year = year(text, next), next > dayToken else { return nil }
      return date(text, index, next, year: year, month: month, day: day)
    }
    if text.isMark(next, ",") { next += 1 }
    guard let year = year(text, next) else { return nil }
    return date(text, index, next, year: year, month: month, day: nil)
  }

  /// The day before a month's name, "6", "6th", "6th of" or "6th day of", and its first token.
  private func dayBefore(_ text: TokenisedText, _ month: Int) -> (value: Int, first: Int)? {
    var index = month - 1
    if index >= 0, text.tokens[index].key == Token.key("of") {
      index -= 1
      if index >= 0, text.tokens[index].key == Token.key("day") { index -= 1 }
    }
    guard index >= 0, let day = day(text, index) else { return nil }
    // "Article 5 May" and "1,200 May" are no days.
    if text.isMark(index - 1, ","), text.isAttached(index) { return nil }
    return (day, index)
  }

  private func day(_ text: TokenisedText, _ index: Int) -> Int? {
    guard text.tokens.indices.contains(index) else { return nil }
    let token = text.tokens[index]
    guard token.kind == .number || token.kind == .mixed, token.count <= 4 else { return nil }
    let digits = text.bytes[token.range].prefix { $0 >= 0x30 && $0 <= 0x39 }
    let rest = String(decoding: text.bytes[token.range].dropFirst(digits.count), as: UTF8.self)
    guard ["", "st", "nd", "rd", "th", "d"].contains(rest.lowercased()), digits.count <= 2,
      let day = Int(String(decoding: digits, as: UTF8.self)), day >= 1, day <= 31
    else { return nil }
    return day
  }

  private func isFourDigits(_ text: TokenisedText, _ index: Int) -> Bool {
    text.tokens[index].kind == .number && text.tokens[index].count == 4
  }

  private func year(_ text: TokenisedText, _ index: Int) -> Int? {
    guard text.tokens.indices.contains(index), isFourDigits(text, index),
      let year = Int(text.string(text.tokens[index].range)), year >= 1000
    else { return nil }
    return year
  }

  private func date(
    _ text: TokenisedText, _ first: Int, _ last: Int, year: Int, month: Int, day: Int?
  ) -> Found? {
    guard let value = CalendarDate(year: year, month: month, day: day) else { return nil }
    let range = text.range(first, last)
    // A date goes over a line's end, never over a blank line.
    guard range.count <= 60 else { return nil }
    let because = day == nil ? "a month's name and a year" : "day, month's name and year"
    return (
      Annotation(range, .date(when: value.w3c), .high, rule: "date", because: because), last
    )
  }

  /// A date as `1997-05-06`.
  private func isoDate(_ text: TokenisedText, at index: Int) -> Found? {
    guard isFourDigits(text, index), index + 4 < text.tokens.count,
      text.isMark(index + 1, "-"), text.isMark(index + 3, "-"),
      (index + 1...index + 4).allSatisfy({ text.isAttached($0) }),
      !(text.isMark(index - 1, "-") && text.isAttached(index)),
      !(text.isMark(index + 5, "-") && text.isAttached(index + 5)),
      let year = year(text, index), text.tokens[index + 2].count == 2,
      text.tokens[index + 4].count == 2,
      let month = Int(text.string(text.tokens[index + 2].range)),
      let day = Int(text.string(text.tokens[index + 4].range))
    else { return nil }
    return date(text, index, index + 4, year: year, month: month, day: day)
  }
}
