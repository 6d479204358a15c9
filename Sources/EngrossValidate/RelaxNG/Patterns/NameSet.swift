/// A set of names by their numbers in `NameSymbols`; any name class is one, as names that no class
/// tells apart have one number.
struct NameSet: Sendable {
  private var words: [UInt64] = []

  init() {}

  mutating func insert(_ symbol: UInt32) {
    let word = Int(symbol >> 6)
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(symbol & 63)
  }

  mutating func formUnion(_ other: NameSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// A name that is in another set too.
  func common(with other: NameSet) -> UInt32? {
    for index in 0..<min(words.count, other.words.count) {
      let both = words[index] & other.words[index]
      if both != 0 { return UInt32(index * 64 + both.trailingZeroBitCount) }
    }
    return nil
  }
}
