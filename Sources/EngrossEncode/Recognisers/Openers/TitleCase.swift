/// The words that titles write without a capital.
enum TitleCase {
  static let small = WordSet([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on",
    "or",
    "over", "per", "the", "to", "upon", "via", "with", "between", "among", "through",
    "concerning",
    "regarding", "under", "within", "their", "its", "other",
  ])

  /// Whether all words of some tokens are written as in a title.
  static func holds(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = text.tokens[index]
      return token.kind != .word && token.kind != .mixed || small.contains(token.key)
    }
  }
}
