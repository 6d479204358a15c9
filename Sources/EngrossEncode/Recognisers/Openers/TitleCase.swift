/// The words that titles write without a capital.
enum TitleCase {
  static let small = Formulas.words("title-small")

  /// Whether all words of some tokens are written as in a title.
  static func holds(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = text.tokens[index]
      return token.kind != .word && token.kind != .mixed || small.contains(token.key)
    }
  }

  /// Whether a line is a number with the word for one and nothing else: "No. 12."
  static func isNumber(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    return words.count == 2 && text.tokens[words[0]].key == Token.key("no")
      && (text.tokens[words[1]].kind == .number || text.tokens[words[1]].kind == .mixed)
  }
}
