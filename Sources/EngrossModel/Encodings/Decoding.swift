extension SourceEncoding {
  /// Finds the encoding of a text from its bytes alone.
  ///
  /// A byte-order mark decides. Else UTF-8 where all of it is UTF-8, and Windows-1252 or ISO 8859-1
  /// where it isn't; but a text that is UTF-8 for the greater part is damaged UTF-8, which no rule
  /// decodes.
  package static func detect(_ bytes: [UInt8]) throws(DecodingError) -> SourceEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    var census = Census()
    // Safe: the pointer doesn't leave the closure.
    bytes.withUnsafeBufferPointer { census.count($0) }
    guard let offset = census.firstInvalid else { return .utf8 }
    if census.sequences > census.invalid {
      throw DecodingError(
        offset: offset,
        message: "byte \(hex(bytes[offset])) isn't UTF-8, though most of the text is; "
          + "mend the byte, or name the encoding")
    }
    return census.windows && !census.undefinedInWindows ? .windows1252 : .latin1
  }

  /// Decodes bytes to generalised UTF-8; no other change is made to them.
  package func decode(_ bytes: [UInt8]) throws(DecodingError) -> [UInt8] {
    switch self {
    case .utf8: try checkedUTF8(bytes)
    case .utf16LittleEndian: try utf16(bytes, low: 0, high: 1)
    case .utf16BigEndian: try utf16(bytes, low: 1, high: 0)
    case .windows1252: try singleByte(bytes)
    case .latin1: try singleByte(bytes)
    }
  }

  private func checkedUTF8(_ bytes: [UInt8]) throws(DecodingError) -> [UInt8] {
    var census = Census()
    // Safe: the pointer doesn't leave the closure.
    bytes.withUnsafeBufferPointer { census.count($0) }
    guard let offset = census.firstInvalid else { return bytes }
    throw DecodingError(offset: offset, message: "byte \(hex(bytes[offset])) isn't UTF-8")
  }

  private func singleByte(_ bytes: [UInt8]) throws(DecodingError) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 16)
    for (offset, byte) in bytes.enumerated() {
      var scalar = UInt32(byte)
      if self == .windows1252, (0x80...0x9F).contains(byte) {
        scalar = UInt32(Windows1252.high[Int(byte) - 0x80])
        if scalar == 0 {
          throw DecodingError(
            offset: offset, message: "byte \(hex(byte)) is undefined in windows-1252")
        }
      }
      UTF8Scanner.append(scalar, to: &decoded)
    }
    return decoded
  }

  private func utf16(
    _ bytes: [UInt8], low: Int, high: Int
  ) throws(DecodingError) -> [UInt8] {
    if bytes.count % 2 == 1 {
      throw DecodingError(
        offset: bytes.count - 1, message: "the last byte is half of a \(rawValue) unit")
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low])
    }
    var index = 0
    while index < bytes.count {
      var scalar = unit(index)
      index += 2
      if (0xD800..<0xDC00).contains(scalar), index < bytes.count {
        let second = unit(index)
        if (0xDC00..<0xE000).contains(second) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (second - 0xDC00)
          index += 2
        }
      }
      UTF8Scanner.append(scalar, to: &decoded)
    }
    return decoded
  }
}

/// What the bytes of a text have in them, as far as it tells encodings apart.
private struct Census {
  var sequences = 0
  var invalid = 0
  var firstInvalid: Int?
  var windows = false
  var undefinedInWindows = false

  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = UTF8Scanner.endOfASCII(in: bytes, from: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index = UTF8Scanner.endOfASCII(in: bytes, from: index)
      } else if let (length, _) = UTF8Scanner.scalar(in: bytes, at: index) {
        for byte in bytes[index..<index + length] { note(byte) }
        sequences += 1
        index += length
      } else {
        note(byte)
        invalid += 1
        firstInvalid = firstInvalid ?? index
        index += 1
      }
    }
  }

  private mutating func note(_ byte: UInt8) {
    guard (0x80...0x9F).contains(byte) else { return }
    windows = true
    if Windows1252.high[Int(byte) - 0x80] == 0 { undefinedInWindows = true }
  }
}

/// A byte as `0x9D`.
private func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count == 1 ? "0" : "") + digits
}
