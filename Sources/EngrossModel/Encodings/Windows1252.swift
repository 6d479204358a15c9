/// The code points of the bytes 0x80 to 0x9F in Windows-1252; 0 where the byte is undefined.
///
/// Source: Unicode's mapping table of Windows code page 1252, version 2.01.
package enum Windows1252 {
  package static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The byte for a code point, nil when Windows-1252 lacks it.
  package static func byte(for scalar: UInt32) -> UInt8? {
    if scalar < 0x80 || (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
    if scalar == 0 || scalar > 0xFFFF { return nil }
    return high.firstIndex(of: UInt16(scalar)).map { UInt8($0 + 0x80) }
  }
}
