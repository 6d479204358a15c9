/// The literals of `hexBinary` and `base64Binary` (XML Schema Part 2, 3.2.15 and 3.2.16).
enum BinaryLiteral {
  /// The octets of a `hexBinary`; nil when it isn't one.
  static func hexadecimal(_ literal: Span<UInt8>) -> [UInt8]? {
    guard literal.count.isMultiple(of: 2) else { return nil }
    var octets: [UInt8] = []
    for index in stride(from: 0, to: literal.count, by: 2) {
      guard let high = literal[index].hexadecimal, let low = literal[index + 1].hexadecimal
      else { return nil }
      octets.append(high << 4 | low)
    }
    return octets
  }

  /// The octets of a `base64Binary`, with spaces between any two characters; nil when it isn't one.
  static func base64(_ literal: Span<UInt8>) -> [UInt8]? {
    var octets: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    var padding = 0
    for index in literal.indices {
      let byte = literal[index]
      if byte == 0x20 { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = sextet(byte) else { return nil }
      bits = bits << 6 | value
      held += 1
      if held == 4 {
        octets += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        (bits, held) = (0, 0)
      }
    }
    // The bits that padding stands for have to be zero.
    switch (held, padding) {
    case (0, 0): break
    case (3, 1) where bits & 0b11 == 0:
      octets += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
    case (2, 2) where bits & 0b1111 == 0: octets.append(UInt8(bits >> 4 & 0xFF))
    default: return nil
    }
    return octets
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    if byte.isDigit { return UInt32(byte) - 0x30 + 52 }
    if byte.isLetter { return byte < 0x60 ? UInt32(byte) - 0x41 : UInt32(byte) - 0x61 + 26 }
    return byte == UInt8(ascii: "+") ? 62 : byte == UInt8(ascii: "/") ? 63 : nil
  }
}
