@testable import EngrossEncode

/// The dates that are read in a text, each as "words: value"; the value with its certainty when that
/// isn't high, and "no value" where there's none.
func dates(of string: String) -> [String] {
  let text = TokenisedText(Array(string.utf8))
  return DateReading().dates(in: text).map { date in
    let words = text.string(text.range(date.first, date.last))
      .split { $0.isWhitespace }.joined(separator: " ")
    let value = date.value.attributes.map {
      $0.name == "when" ? $0.value : "\($0.name) \($0.value)"
    }
    .joined(separator: " ")
    return "\(words): \(value.isEmpty ? "no value" : value)"
      + (date.certainty == .high ? "" : ", \(date.certainty)")
  }
}
