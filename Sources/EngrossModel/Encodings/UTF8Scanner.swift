/// Reads UTF-8 in its generalised form, in which a surrogate may stand as three bytes.
package enum UTF8Scanner {
  /// The length of the sequence at an index and its code point; nil when the bytes are no UTF-8.
  package static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, scalar: UInt32)? {
    let first = bytes[index]
    if first < 0x80 { return (1, UInt32(first)) }
    let length: Int
    var scalar: UInt32
    let least: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar, least) = (2, UInt32(first & 0x1F), 0x80)
    case 0xE0...0xEF: (length, scalar, least) = (3, UInt32(first & 0x0F), 0x800)
    case 0xF0...0xF4: (length, scalar, least) = (4, UInt32(first & 0x07), 0x10000)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for next in index + 1..<index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    return scalar >= least && scalar <= 0x10FFFF ? (length, scalar) : nil
  }

  /// The index of the first byte from one on that isn't ASCII, or that is a control character where
  /// those are asked for; the end when there's none.
  @inline(__always)
  package static func endOfASCII(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, orControl: Bool = false
  ) -> Int {
    var index = start
    // Safe: eight bytes are read only where there are as many. Measured: texts are searched so
    // several times, and most of their bytes are plain.
    while index + 8 <= bytes.count {
      let eight = UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      // The highest bit of a byte stays in `below` where the byte is less than a space.
      let below = orControl ? (eight &- 0x2020_2020_2020_2020) & ~eight : 0
      if (eight | below) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80, !orControl || bytes[index] >= 0x20 {
      index += 1
    }
    return index
  }

  /// Appends a code point, surrogates included, as generalised UTF-8.
  package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
