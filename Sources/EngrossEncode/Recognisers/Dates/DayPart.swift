/// The day of a month: "6", "6th", "sixth", "twenty-fifth", or a blank that was left for it.
struct DayPart {
  /// The day; nil for a blank.
  let value: Int?
  let first: Int
  let last: Int

  private static let suffixes: Set<String> = ["", "st", "nd", "rd", "th", "d", "h", "t"]

  /// The day that a token, or a number in words from it, is.
  init?(_ text: TokenisedText, at index: Int, _ facts: Facts) {
    guard text.tokens.indices.contains(index) else { return nil }
    if let value = Self.digits(text, index) {
      self.init(value: value, first: index, last: index)
      return
    }
    guard let number = facts.numbers.read(text, at: index), number.isOrdinal,
      (1...31).contains(number.value)
    else { return nil }
    self.init(value: number.value, first: index, last: number.last)
  }

  /// The day that ends at a token.
  init?(_ text: TokenisedText, endingAt index: Int, _ facts: Facts) {
    guard index >= 0 else { return nil }
    if text.isMark(index, "_") {
      var first = index
      while first > 0, index - first < 24, text.isMark(first - 1, "_") { first -= 1 }
      guard index - first >= 1 else { return nil }
      self.init(value: nil, first: first, last: index)
      return
    }
    if Self.digits(text, index) != nil {
      // "Article 5 May" and "1,200 May" are no days.
      if text.isMark(index - 1, ","), text.isAttached(index) { return nil }
      self.init(text, at: index, facts)
      return
    }
    guard facts.numbers.contains(text.tokens[index]) else { return nil }
    // "twenty-fifth", "twenty fifth"
    for back in [2, 1, 0] where index - back >= 0 {
      if facts.numbers.contains(text.tokens[index - back]),
        let day = DayPart(text, at: index - back, facts), day.last == index
      {
        self = day
        return
      }
    }
    return nil
  }

  private init(value: Int?, first: Int, last: Int) {
    self.value = value
    self.first = first
    self.last = last
  }

  private static func digits(_ text: TokenisedText, _ index: Int) -> Int? {
    let token = text.tokens[index]
    guard token.kind == .number || token.kind == .mixed, token.count <= 4 else { return nil }
    var value = 0
    var digits = 0
    for byte in text.bytes[token.range] {
      guard byte >= 0x30, byte <= 0x39 else { break }
      value = value * 10 + Int(byte) - 0x30
      digits += 1
    }
    guard digits > 0, digits <= 2, value >= 1, value <= 31 else { return nil }
    if digits == token.count { return value }
    let suffix = String(decoding: text.bytes[token.range].dropFirst(digits), as: UTF8.self)
    return suffixes.contains(suffix.lowercased()) ? value : nil
  }
}
