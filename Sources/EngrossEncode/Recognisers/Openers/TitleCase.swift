/// The words that titles write without a capital.
enum TitleCase {
  static let small = Formulas.words("title-small")

  /// Whether all words of some tokens are written as in a title.
  static func holds(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = text.tokens[index]
      return switch token.kind {
      case .word: small.contains(token.key)
      case .mixed: isOrdinal(text, token)
      default: true
      }
    }
  }

  /// "21st"
  private static func isOrdinal(_ text: TokenisedText, _ token: Token) -> Bool {
    let bytes = text.bytes[token.range]
    return bytes.count <= 5 && bytes.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      && ["st", "nd", "rd", "th"].contains { bytes.suffix(2).elementsEqual($0.utf8) }
  }

  /// Whether a line is a number with the word for one and nothing else: "No. 12."
  static func isNumber(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    return words.count == 2 && text.tokens[words[0]].key == Token.key("no")
      && (text.tokens[words[1]].kind == .number || text.tokens[words[1]].kind == .mixed)
  }
}
