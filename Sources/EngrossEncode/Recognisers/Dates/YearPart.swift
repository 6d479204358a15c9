/// The year as it follows a day and a month: ", 1862", "A. D. 1862", "in the year of our Lord one
/// thousand eight hundred and sixty-two".
struct YearPart {
  let value: Int
  /// The year's last token.
  let last: Int

  private static let words = WordSet([
    "in", "the", "year", "of", "our", "lord", "a", "d", "ad", "anno", "domini", "a.d",
  ])

  /// Reads the year that starts at a token; nil where none does.
  init?(_ text: TokenisedText, at start: Int, _ facts: Facts) {
    var index = start
    var words = 0
    while index < text.tokens.count, index - start < 14 {
      let token = text.tokens[index]
      if token.kind == .number {
        guard let year = Self.digits(text, index) else { return nil }
        value = year
        last = index
        return
      }
      if facts.numbers.contains(token), words > 0 || index == start || text.isMark(index - 1, ","),
        let number = facts.numbers.read(text, at: index), !number.isOrdinal,
        (1000...2999).contains(number.value)
      {
        value = number.value
        last = number.last
        return
      }
      if Self.words.contains(token.key) {
        words += 1
      } else if token.kind != .mark || token.count > 1
        || !(text.isMark(index, ",") || text.isMark(index, "."))
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// A year of four digits, from 1000.
  static func digits(_ text: TokenisedText, _ index: Int) -> Int? {
    guard text.tokens.indices.contains(index) else { return nil }
    let token = text.tokens[index]
    guard token.kind == .number, token.count == 4, !text.isMark(index + 1, "%") else { return nil }
    let value = text.bytes[token.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return value >= 1000 && value < 3000 ? value : nil
  }
}
