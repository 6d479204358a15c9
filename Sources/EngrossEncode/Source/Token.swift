/// A word, a number or a mark of a text.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Letters, with apostrophes inside, all lower case or none of the cases below.
    case word
    /// A word whose first letter alone is a capital.
    case capitalised
    /// A word of two or more letters, all of them capitals, or of one capital.
    case capitals
    /// Digits alone.
    case number
    /// Digits and letters together: `5th`, `1425Z`.
    case mixed
    /// One character that is none of these.
    case mark
  }

  package let kind: Kind
  package let start: UInt32
  package let end: UInt32
  /// The lists of facts that the word stands in.
  let classes: WordClasses
  /// FNV-1a of the bytes with ASCII letters in lower case: equal words have equal keys.
  package let key: UInt64

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var count: Int { Int(end - start) }

  /// Whether the word stands in one of some lists.
  func isAny(_ classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

  /// Whether the token begins with a capital letter.
  package var isCapital: Bool { kind == .capitalised || kind == .capitals }

  /// The key of a word, to compare tokens with.
  @_disfavoredOverload
  package static func key(_ word: some StringProtocol) -> UInt64 {
    var key = offsetBasis
    for byte in word.utf8 { key = step(key, lowercased(byte)) }
    return key
  }

  /// The key of a word of the program, which the compiler works out.
  @inline(__always)
  package static func key(_ word: StaticString) -> UInt64 {
    var key = offsetBasis
    // Safe: a static string's bytes live as long as the program.
    for index in 0..<word.utf8CodeUnitCount { key = step(key, lowercased(word.utf8Start[index])) }
    return key
  }

  /// The key of two words that stand beside each other.
  static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }

  @inline(__always)
  static var offsetBasis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  @inline(__always)
  static func step(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
