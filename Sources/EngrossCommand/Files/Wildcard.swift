/// A pattern for one name: `*` is any run of characters, `?` one byte, `[a-z]` one of some.
struct Wildcard {
  private let pattern: [UInt8]

  init(_ pattern: ArraySlice<UInt8>) { self.pattern = Array(pattern) }

  /// Whether a word has a character that makes it a pattern.
  static func isPattern(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")].contains($0) }
  }

  /// Whether a name matches; as in a shell, no wildcard stands for a dot at the start.
  func matches(_ name: Word) -> Bool {
    let bytes = name.bytes
    let dot = UInt8(ascii: ".")
    if bytes.first == dot, pattern.first != dot { return false }
    // The last `*` takes one byte more whenever what follows doesn't fit: at worst a product of the
    // two lengths, which a file system bounds.
    var (index, place) = (0, 0)
    var retry: (place: Int, index: Int)?
    while index < bytes.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        retry = (place + 1, index)
        place += 1
      } else if let next = step(place, bytes[index]) {
        place = next
        index += 1
      } else if let again = retry {
        retry = (again.place, again.index + 1)
        (place, index) = (again.place, again.index + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The place in the pattern after one byte; nil when it doesn't fit.
  private func step(_ place: Int, _ byte: UInt8) -> Int? {
    guard place < pattern.count else { return nil }
    switch pattern[place] {
    case UInt8(ascii: "?"): return place + 1
    case UInt8(ascii: "["):
      guard let (range, end) = set(from: place + 1) else { break }
      return Self.contains(pattern[range], byte) ? end : nil
    default: break
    }
    return pattern[place] == byte ? place + 1 : nil
  }

  /// What stands between brackets, and where the pattern goes on.
  private func set(from start: Int) -> (Range<Int>, Int)? {
    // A bracket that comes first is meant itself.
    guard start + 1 < pattern.count,
      let close = pattern[(start + 1)...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return (start..<close, close + 1)
  }

  private static func contains(_ set: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var set = set
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    if isNegated { set = set.dropFirst() }
    var found = false
    while let low = set.popFirst() {
      var high = low
      if set.count > 1, set.first == UInt8(ascii: "-") {
        set = set.dropFirst()
        high = set.popFirst()!
      }
      found = found || low <= byte && byte <= high
    }
    return found != isNegated
  }
}
