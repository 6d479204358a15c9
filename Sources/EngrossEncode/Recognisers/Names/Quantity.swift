/// How much: a decimal number, read from digits or words. TEI Guidelines, CO, Numbers and Measures.
struct Quantity: Equatable {
  /// The digits without a point.
  private var digits: Int
  /// How many of them stand after the point.
  private var decimals: Int

  private static let powers = WordTable([
    Token.key("hundred"): 2, Token.key("thousand"): 3, Token.key("million"): 6,
    Token.key("billion"): 9, Token.key("trillion"): 12,
  ])

  /// Reads a quantity at a token: "25,000.50", "2.5 million", "five hundred"; gives its last token.
  static func read(
    _ text: TokenisedText, at start: Int, _ facts: Facts
  ) -> (quantity: Quantity, last: Int)? {
    guard start < text.tokens.count else { return nil }
    if text.tokens[start].kind == .number { return digits(text, at: start) }
    guard let number = facts.dates.numbers.read(text, at: start), !number.isOrdinal,
      number.value > 0
    else {
      return nil
    }
    let quantity = Quantity(digits: number.value, decimals: 0)
    return quantity.scaled(text, after: number.last)
  }

  private static func digits(
    _ text: TokenisedText, at start: Int
  ) -> (quantity: Quantity, last: Int)? {
    var value = Quantity(digits: 0, decimals: 0)
    guard value.append(text, start) else { return nil }
    var last = start
    // "25,000,000": groups of three.
    while text.isMark(last + 1, ","), text.isAttached(last + 1), text.isAttached(last + 2),
      last + 2 < text.tokens.count, text.tokens[last + 2].kind == .number,
      text.tokens[last + 2].count == 3, text.tokens[start].count <= 3
    {
      guard value.append(text, last + 2) else { return nil }
      last += 2
    }
    if text.isMark(last + 1, "."), text.isAttached(last + 1), text.isAttached(last + 2),
      last + 2 < text.tokens.count, text.tokens[last + 2].kind == .number
    {
      guard value.append(text, last + 2) else { return nil }
      value.decimals = text.tokens[last + 2].count
      last += 2
    }
    return value.scaled(text, after: last)
  }

  private mutating func append(_ text: TokenisedText, _ token: Int) -> Bool {
    for byte in text.bytes[text.tokens[token].range] {
      guard digits < 1_000_000_000_000_000, (0x30...0x39).contains(byte) else { return false }
      digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return true
  }

  /// The quantity times what follows: "million".
  private func scaled(_ text: TokenisedText, after last: Int) -> (quantity: Quantity, last: Int)? {
    var next = last + 1
    if text.isMark(next, "-") { next += 1 }
    guard next < text.tokens.count, let power = Self.powers[text.tokens[next].key],
      next == last + 1 || text.isAttached(next)
    else { return (self, last) }
    var scaled = self
    for _ in 0..<power {
      if scaled.decimals > 0 {
        scaled.decimals -= 1
      } else {
        guard scaled.digits < 100_000_000_000_000_000 else { return nil }
        scaled.digits *= 10
      }
    }
    return (scaled, next)
  }

  /// Whether a value is one that `@quantity` takes: digits, maybe with a point among them.
  static func isValue(_ value: String) -> Bool {
    let parts = value.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      }
  }

  /// The number as `@quantity` takes it: "2500000", "0.50".
  var value: String {
    guard decimals > 0 else { return String(digits) }
    var text = String(digits)
    while text.utf8.count <= decimals { text = "0" + text }
    return "\(text.dropLast(decimals)).\(text.suffix(decimals))"
  }
}
