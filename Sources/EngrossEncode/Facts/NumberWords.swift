import EngrossModel

/// Numbers written in words: "eighteen hundred and sixty-one", "twenty-fifth".
struct NumberWords: Sendable {
  private struct Word {
    let value: Int
    let isOrdinal: Bool
  }

  private let words: WordTable<Word>

  init() {
    words = WordTable(
      FactTable(named: "numbers").rows.reduce(into: [:]) { words, row in
        let value = Int(row[0]) ?? 0
        words[Token.key(row[1])] = Word(value: value, isOrdinal: false)
        words[Token.key(row[2])] = Word(value: value, isOrdinal: true)
      })
  }

  /// Whether a token is a word of a number.
  func contains(_ token: Token) -> Bool { token.isAny(.numberWord) }

  /// Reads the number that starts at a token; gives its value, its last token, and whether it's an
  /// ordinal. Nil where none starts.
  func read(
    _ text: TokenisedText, at start: Int
  ) -> (value: Int, last: Int, isOrdinal: Bool)? {
    var total = 0
    var current = 0
    var last: Int?
    var isOrdinal = false
    var index = start
    while index < text.tokens.count, index - start < 16, !isOrdinal {
      let token = text.tokens[index]
      if let word = words[token.key] {
        switch word.value {
        case 1000:
          total += max(current, 1) * 1000
          current = 0
        case 100: current = max(current, 1) * 100
        case 10... where current % 100 >= 10: current = current * 100 + word.value
        case ..<10 where current % 10 != 0 || current % 100 == 10:
          return last.map { (total + current, $0, isOrdinal) }
        default: current += word.value
        }
        last = index
        isOrdinal = word.isOrdinal
      } else if last != nil, token.key == Token.key("and") || text.isMark(index, "-") {
        guard index + 1 < text.tokens.count, words[text.tokens[index + 1].key] != nil else { break }
      } else {
        break
      }
      index += 1
    }
    return last.map { (total + current, $0, isOrdinal) }
  }
}
