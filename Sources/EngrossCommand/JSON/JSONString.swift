import EngrossModel

/// Strings of JSON (RFC 8259, section 7) as bytes, for texts too large to go through `String`.
enum JSONString {
  /// What a string means that stands in its quotation marks and whose grammar was checked; a
  /// surrogate without its other half stays, as generalised UTF-8.
  static func decoded(_ quoted: ArraySlice<UInt8>) -> [UInt8] {
    let inner = quoted.dropFirst().dropLast()
    guard let first = inner.firstIndex(of: UInt8(ascii: "\\")) else { return Array(inner) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(inner.count)
    bytes += inner[..<first]
    var index = first
    while index < inner.endIndex {
      let byte = inner[index]
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        index += 1
        continue
      }
      let letter = inner[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = unit(inner[index..<index + 4])
        index += 4
        if scalar & 0xFC00 == 0xD800, inner[index...].starts(with: "\\u".utf8) {
          let low = unit(inner[index + 2..<index + 6])
          if low & 0xFC00 == 0xDC00 {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
            index += 6
          }
        }
        UTF8Scanner.append(scalar, to: &bytes)
      default: bytes.append(letter)
      }
    }
    return bytes
  }

  /// Appends generalised UTF-8 as a string in its quotation marks; bytes of no encoding are U+FFFD.
  static func append(_ text: [UInt8], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    line.reserveCapacity(line.count + text.count + text.count / 16)
    // Safe: the scanner reads below `count` alone.
    text.withUnsafeBufferPointer { text in
      var plain = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
          index += 1
          continue
        }
        let sequence = UTF8Scanner.scalar(in: text, at: index)
        let isPlain = byte >= 0x80 && sequence.map { $0.scalar & ~0x7FF != 0xD800 } == true
        if isPlain {
          index += sequence!.length
          continue
        }
        line += text[plain..<index]
        line += escape(sequence?.scalar ?? 0xFFFD)
        index += sequence?.length ?? 1
        plain = index
      }
      line += text[plain...]
    }
    line.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0x22: Array("\\\"".utf8)
    case 0x5C: Array("\\\\".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x09: Array("\\t".utf8)
    default:
      [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        + [12, 8, 4, 0].map { Array("0123456789abcdef".utf8)[Int(scalar >> $0 & 15)] }
    }
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func unit(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | (digit($1) ?? 0) }
  }
}
