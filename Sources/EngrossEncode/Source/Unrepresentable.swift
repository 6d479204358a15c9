import EngrossModel

/// A character of a text that XML can't hold (XML 1.0, section 2.2): control characters,
/// noncharacters, lone surrogates.
package struct Unrepresentable: Sendable {
  package let range: Range<Int>
  package let scalar: UInt32

  /// Finds them all, in order.
  static func find(in bytes: [UInt8]) -> [Unrepresentable] {
    var found: [Unrepresentable] = []
    // Safe: the pointer doesn't leave the closure. Measured: it looks at each byte of the text.
    bytes.withUnsafeBufferPointer { bytes in
      var index = UTF8Scanner.endOfASCII(in: bytes, from: 0, orControl: true)
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D || byte == 0x09 {
          index = UTF8Scanner.endOfASCII(in: bytes, from: index + 1, orControl: true)
        } else if byte >= 0x20, byte != 0xED, byte != 0xEF {
          index += 1
        } else if let (length, scalar) = UTF8Scanner.scalar(in: bytes, at: index) {
          if scalar < 0x20 || (0xD800...0xDFFF).contains(scalar) || scalar == 0xFFFE
            || scalar == 0xFFFF
          {
            found.append(Unrepresentable(range: index..<index + length, scalar: scalar))
          }
          index += length
        } else {
          index += 1
        }
      }
    }
    return found
  }

  /// The id of the `char` that declares it, such as `char-0000`.
  package var id: String { "char-" + codePoint.dropFirst(2) }

  /// The code point as Unicode writes it: `U+0000`.
  package var codePoint: String { CodePoint.name(of: scalar) }
}
