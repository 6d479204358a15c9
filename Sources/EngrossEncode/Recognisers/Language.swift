/// Tells a text's language from its commonest words; so far English alone.
///
/// Sure where one word in eight is one of the ten commonest of English; else nothing is said.
/// Source for the words: any frequency list of English prose.
enum Language {
  static let common = [
    "the", "of", "and", "to", "in", "a", "that", "for", "is", "be",
  ]

  /// The tag of the language, as BCP 47 has it.
  static func tag(of text: TokenisedText) -> String? {
    var words = 0
    var hits = 0
    // The first pages tell; the rest would only cost time.
    for token in text.tokens.prefix(5000) where token.kind != .mark {
      words += 1
      if token.isAny(.commonEnglish) { hits += 1 }
    }
    return words >= 20 && hits * 8 >= words ? "en" : nil
  }
}
