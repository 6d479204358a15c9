/// Eight bytes of a text, asked about at once: bulk text is gone over in a quarter of the time that
/// one byte after another takes (measured over 200 TEI documents).
struct EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private let word: UInt64

  /// Safe: the caller has seen that eight bytes from `index` on are in the text.
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let raw = UnsafeRawPointer(text.baseAddress!)
    word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private init(word: UInt64) { self.word = word }

  /// The bytes with some of their bits cleared, so that two values are asked for as one.
  func masked(_ mask: UInt8) -> EightBytes { EightBytes(word: word & (Self.ones &* UInt64(mask))) }

  /// Whether one is below a limit, which is 0x80 at most.
  func has(below limit: UInt8) -> Bool {
    (word &- Self.ones &* UInt64(limit)) & ~word & Self.tops != 0
  }

  /// Whether one has a value.
  func has(_ byte: UInt8) -> Bool {
    let other = word ^ Self.ones &* UInt64(byte)
    return (other &- Self.ones) & ~other & Self.tops != 0
  }

  /// The top bit of each that has a value, the first byte's being the lowest.
  func places(of byte: UInt8) -> UInt64 {
    let other = word ^ Self.ones &* UInt64(byte)
    let low = ~Self.tops
    return ~(((other & low) &+ low) | other) & Self.tops
  }
}
