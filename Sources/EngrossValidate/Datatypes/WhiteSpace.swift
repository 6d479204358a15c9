/// What is done to white space before a literal is read (XML Schema Part 2, 4.3.6).
enum WhiteSpace {
  case preserve, replace, collapse

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a literal already is as this would leave it; most are, and need no copy.
  func leaves(_ literal: Span<UInt8>) -> Bool {
    switch self {
    case .preserve: return true
    case .replace:
      for index in literal.indices where Self.isSpace(literal[index]) && literal[index] != 0x20 {
        return false
      }
      return true
    case .collapse:
      var last: UInt8 = 0x20
      for index in literal.indices {
        let byte = literal[index]
        if byte < 0x20 && Self.isSpace(byte) || byte == 0x20 && last == 0x20 { return false }
        last = byte
      }
      return literal.isEmpty || last != 0x20
    }
  }

  /// The literal after it.
  func normalised(_ literal: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    for index in literal.indices {
      let byte = literal[index]
      if self == .preserve || !Self.isSpace(byte) {
        result.append(byte)
      } else if self == .replace || result.last.map({ $0 != 0x20 }) == true {
        result.append(0x20)
      }
    }
    if self == .collapse, result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The ranges of a literal's items, which stand between white space.
  static func items(_ literal: Span<UInt8>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start: Int?
    for index in literal.indices {
      if isSpace(literal[index]) {
        if let first = start { items.append(first..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { items.append(first..<literal.count) }
    return items
  }
}
