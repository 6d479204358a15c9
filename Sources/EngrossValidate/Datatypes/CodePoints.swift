/// The code points of well-formed UTF-8, which is what every value of a parsed document is.
enum CodePoints {
  /// The code point at an index, which moves past it; malformed bytes give U+FFFD one by one.
  static func next(in literal: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let first = literal[index]
    index += 1
    if first < 0x80 { return UInt32(first) }
    let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    if count == 0 || index + count > literal.count { return 0xFFFD }
    var scalar = UInt32(first) & (0x3F >> UInt32(count))
    for _ in 0..<count {
      scalar = scalar << 6 | UInt32(literal[index] & 0x3F)
      index += 1
    }
    return scalar
  }

  /// How many there are.
  static func count(_ literal: Span<UInt8>) -> Int {
    var count = 0
    for index in literal.indices where literal[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
