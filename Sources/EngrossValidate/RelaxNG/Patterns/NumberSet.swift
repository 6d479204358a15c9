/// A set of numbers from 0 on: of patterns, or of names as `NameSymbols` numbers them; any name
/// class is one of these, as names that no class tells apart have one number.
struct NumberSet: Sendable {
  private var words: [UInt64] = []

  init() {}

  /// Puts a number in; false where it was there.
  @discardableResult
  mutating func insert(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    let bit: UInt64 = 1 << UInt64(number & 63)
    if words.count <= word {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    return true
  }

  mutating func formUnion(_ other: NumberSet) {
    if words.isEmpty {
      words = other.words
      return
    }
    if words.count < other.words.count {
      words.append(contentsOf: repeatElement(0, count: other.words.count - words.count))
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// A number that is in another set too.
  func common(with other: NumberSet) -> UInt32? {
    for index in 0..<min(words.count, other.words.count) {
      let both = words[index] & other.words[index]
      if both != 0 { return UInt32(index * 64 + both.trailingZeroBitCount) }
    }
    return nil
  }
}
