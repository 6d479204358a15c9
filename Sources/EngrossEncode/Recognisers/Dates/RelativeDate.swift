import EngrossModel

/// Finds dates that are told from another: "the 14th instant", "29th ultimo", "yesterday", "next
/// Monday", "March last", "same date"; and tells the year of those that name none.
///
/// The other is the document's date: the first full one in a dateline. Where there's none, a year may
/// be that of the date named last, which is a guess. A day that nothing tells has no value.
/// TEI Guidelines, ND, Relative Dates and Times.
struct RelativeDate: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Oslo, May 6, 1893.\nDear Sir:\nI have your letter of the 21st ultimo with me, and so it is."
      ~> "<date when=\"1893-04-21\" resp=\"#engross\" cert=\"medium\">21st ultimo</date>",
    "Oslo, January 6, 1893.\nDear Sir:\nI have your letter of the 2nd inst. with me, and so it is."
      ~> "<date when=\"1893-01-02\" resp=\"#engross\" cert=\"medium\">2nd inst</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI saw him yesterday in the town, and so it is with us."
      ~> "<date when=\"1893-02-28\" resp=\"#engross\" cert=\"medium\">yesterday</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI shall see him next Monday in the town, and so it is."
      ~> "<date when=\"1893-03-06\" resp=\"#engross\" cert=\"medium\">next Monday</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI saw him on the 5th of December last in the town, so it is."
      ~> "<date when=\"1892-12-05\" resp=\"#engross\" cert=\"medium\">5th of December last</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI saw him on February 20 in the town, and so it is with us."
      ~> "<date when=\"1893-02-20\" resp=\"#engross\" cert=\"medium\">February 20</date>",
    "Dear Sir:\nI have your letter of the 21st ultimo with me, and so it is.\nOla"
      ~> "<date resp=\"#engross\" cert=\"high\">21st ultimo</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI shall see him in April in the town, and so it is with us."
      ~> "<date when=\"1893-04\" resp=\"#engross\" cert=\"low\">April</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI saw him on October 1 of every year, and so it is with us."
      ~> "<date when=\"--10-01\"",
    "Oslo, December 5, 1893.\nDear Sir:\nI saw him on the 16th of April in the town, and so it is."
      ~> "<date when=\"1893-04-16\" resp=\"#engross\" cert=\"medium\">16th of April</date>",
    "Oslo, May 6, 1893.\nDear Sir:\nI saw him on the 30th of last month in the town, and so it is."
      ~> "<date when=\"1893-04-30\" resp=\"#engross\" cert=\"medium\">30th of last month</date>",
    "For instant help it was the 1st of all, and so it was with us." !~> "<date",
    "At last March came, and at the same time the next of them." !~> "<date",
  ]

  private enum Relation: Sendable {
    /// A day of the month so many on.
    case month(Int)
    /// The day so many on.
    case day(Int)
    /// The nearest one before or after.
    case side(Int)
    case same
  }

  private static let relations = WordTable<Relation>(
    FactTable(named: "relative-days").rows.filter { $0[1] != "of-month" }.reduce(into: [:]) {
      relations, row in
      let distance = Int(row[2]) ?? 0
      relations[Token.key(row[0])] =
        switch row[1] {
        case "month": Relation.month(distance)
        case "day": Relation.day(distance)
        case "side": Relation.side(distance)
        default: Relation.same
        }
    })
  private static let weekdays = DateFacts.names("weekdays")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let known = KnownDates(found)
    return withoutYear(text, known) + (known.origin == nil ? [] : months(text, known))
      + text.tokens.indices.compactMap { index in
        let token = text.tokens[index]
        guard token.kind == .word || token.kind == .capitalised, token.count >= 3,
          token.count <= 9
        else { return nil }
        if let date = ofMonth(text, index, known) { return date }
        guard let relation = Self.relations[token.key] else { return nil }
        return switch relation {
        case .month(let months): day(text, index, months, known)
        case .day(let days):
          // Without a date to reckon from "yesterday" says nothing.
          known.origin?.adding(days: days).map { date(text, index, index, $0) }
        case .side(let side): nearest(text, index, side, known)
        case .same: same(text, index, known)
        }
      }
  }

  private func date(
    _ text: TokenisedText, _ first: Int, _ last: Int, _ value: CalendarDate?,
    _ certainty: Annotation.Certainty = .medium
  ) -> Annotation {
    let when = value?.w3c
    return Annotation(
      text.range(first, last), .date(when.map(DateValue.when) ?? .unknown),
      when == nil ? .high : certainty, rule: "relative-date",
      because: when == nil
        ? "told from a date that isn't here" : "reckoned from the document's date")
  }

  /// "21st ultimo", "29th day of the month ult."
  private func day(
    _ text: TokenisedText, _ index: Int, _ months: Int, _ known: KnownDates
  ) -> Annotation? {
    let reading = DateText(text: text, facts: facts.dates)
    for first in max(0, index - 3)..<index {
      guard let day = DayPart(reading, at: first), day.last == index - 1, let number = day.value
      else { continue }
      return date(text, first, index, known.origin?.adding(months: months, day: number))
    }
    return nil
  }

  /// "30th of last month", "4th of the present month": a day before "of", the word and "month".
  private func ofMonth(_ text: TokenisedText, _ index: Int, _ known: KnownDates) -> Annotation? {
    guard index > 1, index + 1 < text.tokens.count,
      let months = Self.months[text.tokens[index].key],
      text.tokens[index + 1].key == Token.key("month")
    else { return nil }
    let of = text.tokens[index - 1].key == Token.key("the") ? index - 2 : index - 1
    guard of > 0, text.tokens[of].key == Token.key("of"),
      let day = DayPart(DateText(text: text, facts: facts.dates), at: of - 1), day.isOrdinal,
      let number = day.value
    else { return nil }
    return date(
      text, of - 1, index + 1, known.origin?.adding(months: months, day: number))
  }

  private static let months = WordTable<Int>(
    FactTable(named: "relative-days").rows.filter { $0[1] == "of-month" }
      .reduce(into: [:]) { $0[Token.key($1[0])] = Int($1[2]) })

  /// "next Monday", "Monday last", "last March", "March last", "5th of December last"
  private func nearest(
    _ text: TokenisedText, _ index: Int, _ side: Int, _ known: KnownDates
  ) -> Annotation? {
    if index + 1 < text.tokens.count, text.isBeside(index, index + 1),
      text.tokens[index + 1].kind == .capitalised
    {
      let key = text.tokens[index + 1].key
      if let weekday = Self.weekdays[key] {
        return known.weekday(weekday, side).map { date(text, index, index + 1, $0) }
      }
      if let month = facts.dates.months[key],
        !known.starts.contains(Int(text.tokens[index + 1].start)),
        index == 0 || text.tokens[index - 1].key != Token.key("at"),
        text.tokens[index].kind == .word
      {
        return date(
          text, index, index + 1, known.month(month, side),
          known.origin == nil ? .low : .medium)
      }
    }
    guard index > 0, text.tokens[index].kind == .word, text.isBeside(index - 1, index) else {
      return nil
    }
    if let day = known.withoutYear[Int(text.tokens[index - 1].end)] {
      if recurs(text, day.annotation) { return nil }
      let first = day.annotation.range.lowerBound
      let value = known.nearest(day.date, side)
      return Annotation(
        first..<Int(text.tokens[index].end),
        .date(value?.w3c.map(DateValue.when) ?? .unknown), value == nil ? .high : .medium,
        rule: "relative-date", because: "the nearest one before or after the document's date")
    }
    guard text.tokens[index - 1].kind == .capitalised else { return nil }
    let key = text.tokens[index - 1].key
    if let weekday = Self.weekdays[key] {
      return known.weekday(weekday, side).map { date(text, index - 1, index, $0) }
    }
    guard let month = facts.dates.months[key] else { return nil }
    return date(
      text, index - 1, index, known.month(month, side), known.origin == nil ? .low : .medium)
  }

  /// "in August", "since March": a month's name after a word that times have.
  private func months(_ text: TokenisedText, _ known: KnownDates) -> [Annotation] {
    text.tokens.indices.dropFirst().compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .capitalised, token.count > 3 || token.key == DateText.Words.may,
        text.tokens[index - 1].kind == .word, let month = facts.dates.months[token.key],
        facts.dates.monthBefore.contains(text.tokens[index - 1].key),
        !known.starts.contains(Int(token.start)), !known.ends.contains(Int(token.end)),
        index + 1 == text.tokens.count || text.tokens[index + 1].kind == .word
          || text.tokens[index + 1].kind == .mark && !text.isMark(index + 1, "'"),
        let value = known.origin.flatMap({ known.month(month, nearestTo: $0) })
      else { return nil }
      return Annotation(
        token.range, .date(value.w3c.map(DateValue.when) ?? .unknown), .low, rule: "relative-date",
        because: "the month of that name nearest to the document's date")
    }
  }

  /// "same date"
  private func same(_ text: TokenisedText, _ index: Int, _ known: KnownDates) -> Annotation? {
    guard index + 1 < text.tokens.count, text.tokens[index + 1].key == Token.key("date"),
      let before = known.named(before: Int(text.tokens[index].start))
    else { return nil }
    return date(text, index, index + 1, before, .low)
  }

  /// Whether a date comes again: "October 1 of every year".
  private func recurs(_ text: TokenisedText, _ date: Annotation) -> Bool {
    let next = text.firstToken(from: date.range.upperBound)
    return (next..<min(next + 3, text.tokens.count)).contains {
      facts.dates.recurring.contains(text.tokens[$0].key)
    }
  }

  /// The dates that name a day and no year, with that of the document or of the date named last.
  private func withoutYear(_ text: TokenisedText, _ known: KnownDates) -> [Annotation] {
    known.withoutYear.values.compactMap { day in
      if recurs(text, day.annotation) { return nil }
      if let value = known.origin.flatMap({ day.date.nearest(to: $0) })?.w3c {
        return Annotation(
          day.annotation.range, .date(.when(value)), .medium, rule: "relative-date",
          because: "the year is that of the document's date, or the nearest")
      }
      guard let last = known.named(before: day.annotation.range.lowerBound),
        let value = day.date.nearest(to: last)?.w3c
      else { return nil }
      return Annotation(
        day.annotation.range, .date(.when(value)), .low, rule: "relative-date",
        because: "the year is that of the date named last, or the nearest")
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension CalendarDate {
  /// The day of this name in another's year, or the nearest where that is nine months off.
  func nearest(to origin: CalendarDate) -> CalendarDate? {
    guard let year = origin.year, let number = origin.dayNumber else { return nil }
    func distance(_ day: CalendarDate) -> Int { abs((day.dayNumber ?? 0) - number) }
    let days = [year, year - 1, year + 1].map { CalendarDate(year: $0, month: month, day: day) }
      .filter(\.exists)
    if let same = days.first, same.year == year, distance(same) < 270 { return same }
    return days.min { distance($0) < distance($1) }
  }
}
