/// Reads dates: tries the forms of date that can start at each token, and goes on behind the date.
package struct DateReading: Sendable {
  let facts: DateFacts

  package init() { facts = DateFacts() }

  init(_ facts: DateFacts) { self.facts = facts }

  /// The forms that dates have, each with its examples.
  static let examples: [Example] =
    NamedMonth.examples + NumericDate.examples + Period.examples + DateRange.examples
    + Reckoning.examples + ClockTime.examples

  /// The dates of a text, in its order; each token belongs to one at most.
  ///
  /// - Parameter corrections: what tokens should be, by their numbers.
  func dates(in text: TokenisedText, correcting corrections: [Int: String] = [:])
    -> [DateExpression]
  {
    var text = DateText(text: text, facts: facts, corrections: corrections)
    var dates: [DateExpression] = []
    var index = 0
    while index < text.count {
      guard mayStart(text, at: index), var date = date(text, at: index),
        !text.isBroken(date.first, date.last)
      else {
        index += 1
        continue
      }
      for extend in [Self.ranged, Reckoning.extending, ClockTime.extending] {
        let longer = extend(date, text)
        if !text.isBroken(date.last, longer.last) { date = longer }
      }
      if let year = date.named?.year { text.lastYear = year }
      index = date.last + 1
      dates.append(date)
    }
    return dates
  }

  private static func ranged(_ date: DateExpression, _ text: DateText) -> DateExpression {
    DateRange.extending(date, text) ?? date
  }

  /// Whether a date could start at a token, as most can't.
  private func mayStart(_ text: DateText, at index: Int) -> Bool {
    switch text.text.tokens[index].kind {
    case .number, .mixed: true
    // A blank.
    case .mark: text.isMark(index, "_") || text.isMark(index, "[") || text.isDash(index)
    default: text.text.tokens[index].isAny(.dateLead) || !text.corrections.isEmpty
    }
  }

  /// The date that starts at a token where one could.
  private func date(_ text: DateText, at index: Int) -> DateExpression? {
    let token = text.text.tokens[index]
    switch token.kind {
    case .number:
      return switch token.count {
      case 1, 2:
        NamedMonth.dayFirst(text, at: index) ?? DateRange.dayFirst(text, at: index)
          ?? NumericDate.dayOrMonthFirst(text, at: index) ?? quaker(text, at: index)
      case 4:
        NumericDate.yearFirst(text, at: index) ?? NamedMonth.yearFirst(text, at: index)
          ?? Period.year(text, at: index)
      default: nil
      }
    case .mixed:
      return NamedMonth.dayFirst(text, at: index) ?? DateRange.dayFirst(text, at: index)
        ?? Period.decade(text, at: index) ?? Period.century(text, at: index)
        ?? NamedMonth.monthFirst(text, at: index)
    case .mark: return NamedMonth.dayFirst(text, at: index)
    default:
      return switch facts.leads[text.key(index)] {
      case .month: NamedMonth.monthFirst(text, at: index)
      case .season: Period.season(text, at: index)
      case .number:
        NamedMonth.dayFirst(text, at: index) ?? Period.century(text, at: index)
          ?? Period.yearInWords(text, at: index) ?? quaker(text, at: index)
      case nil: nil
      }
    }
  }

  /// "4th mo. 3d, 1798"
  private func quaker(_ text: DateText, at index: Int) -> DateExpression? {
    NamedMonth.monthFirst(text, at: index)
  }
}

extension DateReading {
  /// The date in the form that `@when` takes; nil where the words are no date with a year, are more
  /// than a date, or where there is doubt.
  package func value(of words: String) -> String? {
    // A full stop ends the sentence, so that no number after it could belong to the date.
    let text = TokenisedText(Array("On \(words) it was so.".utf8))
    let dates = dates(in: text)
    guard dates.count == 1, let date = dates.first, date.certainty != .low,
      text.range(date.first, date.last) == 3..<3 + words.utf8.count
    else { return nil }
    return date.value.when
  }
}
