/// Reads words that are a date and nothing else.
package struct DateReading: Sendable {
  private let facts = Facts()

  package init() {}

  /// The date in the form that `@when` takes; nil where the words are no date with a year, are more
  /// than a date, or where there is doubt.
  package func value(of words: String) -> String? {
    // A full stop ends the sentence, so that no number after it could belong to the date.
    let text = TokenisedText(Array("On \(words) it was so.".utf8))
    let dates = Date(facts: facts).annotations(in: text, after: Findings(text))
    guard dates.count == 1, let date = dates.first, date.range == 3..<3 + words.utf8.count,
      date.certainty != .low, case .date(let value) = date.mark
    else { return nil }
    return value.when
  }
}
