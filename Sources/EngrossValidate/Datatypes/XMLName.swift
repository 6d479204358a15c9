/// The names of XML (XML 1.0, fifth edition, 2.3; Namespaces in XML 1.0).
enum XMLName {
  /// Whether a name may start with a character; a colon counts.
  static func isStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIIStart(UInt8(scalar)) }
    return contains(startRanges, scalar)
  }

  /// Whether a name may go on with a character.
  static func isPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIIPart(UInt8(scalar)) }
    return contains(startRanges, scalar) || contains(partRanges, scalar)
  }

  /// The characters past ASCII that a name may start with.
  static let startRanges: [ClosedRange<UInt32>] = [
    0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
    0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
    0x10000...0xEFFFF,
  ]
  /// Those past ASCII that may follow only.
  static let partRanges: [ClosedRange<UInt32>] = [0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]

  private static func contains(_ ranges: [ClosedRange<UInt32>], _ scalar: UInt32) -> Bool {
    for range in ranges where scalar <= range.upperBound { return scalar >= range.lowerBound }
    return false
  }

  private static func isASCIIStart(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z")
      || UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isASCIIPart(_ byte: UInt8) -> Bool {
    isASCIIStart(byte) || UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Whether a literal is a `Name`.
  static func isName(_ literal: Span<UInt8>) -> Bool { isToken(literal, start: true, colon: true) }

  /// Whether a literal is an `NCName`: a name without a colon.
  static func isNCName(_ literal: Span<UInt8>) -> Bool {
    isToken(literal, start: true, colon: false)
  }

  /// Whether a literal is an `Nmtoken`: characters of names, any of them first.
  static func isNameToken(_ literal: Span<UInt8>) -> Bool {
    isToken(literal, start: false, colon: true)
  }

  /// The colon of a `QName` that has a prefix; nil when it has none, and -1 when it's no `QName`.
  static func colon(ofQName literal: Span<UInt8>) -> Int? {
    for index in literal.indices where literal[index] == UInt8(ascii: ":") {
      let isName =
        isNCName(literal.extracting(0..<index))
        && isNCName(literal.extracting((index + 1)..<literal.count))
      return isName ? index : -1
    }
    return isNCName(literal) ? nil : -1
  }

  private static func isToken(_ literal: Span<UInt8>, start: Bool, colon: Bool) -> Bool {
    if literal.isEmpty { return false }
    var index = 0
    while index < literal.count {
      let byte = literal[index]
      if byte < 0x80 {
        if index == 0 && start ? !isASCIIStart(byte) : !isASCIIPart(byte) { return false }
        if !colon, byte == UInt8(ascii: ":") { return false }
        index += 1
      } else {
        let isFirst = index == 0
        let scalar = CodePoints.next(in: literal, &index)
        if isFirst && start ? !isStart(scalar) : !isPart(scalar) { return false }
      }
    }
    return true
  }
}
