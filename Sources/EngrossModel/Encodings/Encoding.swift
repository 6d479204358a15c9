extension SourceEncoding {
  /// Encodes generalised UTF-8; the inverse of `decode`.
  ///
  /// - Throws: `UnencodableCharacter` for the first character that the encoding lacks.
  package func encode(_ text: [UInt8]) throws(UnencodableCharacter) -> [UInt8] {
    if self == .utf8 { return text }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(
      self == .utf16BigEndian || self == .utf16LittleEndian ? text.count * 2 : text.count)
    var missing: UInt32?
    // Safe: the pointer doesn't leave the closure.
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count, missing == nil {
        guard let (length, scalar) = UTF8Scanner.scalar(in: bytes, at: index) else { return }
        index += length
        if !append(scalar, to: &encoded) { missing = scalar }
      }
    }
    if let missing { throw UnencodableCharacter(scalar: missing, encoding: self) }
    return encoded
  }

  private func append(_ scalar: UInt32, to encoded: inout [UInt8]) -> Bool {
    switch self {
    case .utf8: UTF8Scanner.append(scalar, to: &encoded)
    case .latin1:
      guard scalar <= 0xFF else { return false }
      encoded.append(UInt8(scalar))
    case .windows1252:
      guard let byte = Windows1252.byte(for: scalar) else { return false }
      encoded.append(byte)
    case .utf16LittleEndian, .utf16BigEndian:
      if scalar < 0x10000 {
        append(unit: scalar, to: &encoded)
      } else {
        append(unit: 0xD800 + (scalar - 0x10000) >> 10, to: &encoded)
        append(unit: 0xDC00 + (scalar - 0x10000) & 0x3FF, to: &encoded)
      }
    }
    return true
  }

  private func append(unit: UInt32, to encoded: inout [UInt8]) {
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    encoded.append(contentsOf: self == .utf16BigEndian ? [high, low] : [low, high])
  }
}

/// A character that an encoding can't express.
package struct UnencodableCharacter: Error {
  package let scalar: UInt32
  package let encoding: SourceEncoding

  /// The character as Unicode names code points: `U+0141`.
  package var codePoint: String { CodePoint.name(of: scalar) }
}
