/// The escapes that stand for many characters (XML Schema Part 2, F.1.1).
enum CharacterClassEscape {
  /// The set of `\s`, `\i`, `\c`, `\d`, `\w` or its complement by a capital; nil for another letter.
  static func set(_ letter: UInt32) -> CharacterSet? {
    let small = letter | 0x20
    let set: CharacterSet
    switch small {
    case 0x73: set = .ranges([0x09...0x0A, 0x0D...0x0D, 0x20...0x20])
    case 0x69: set = .ranges(asciiStart + XMLName.startRanges)
    case 0x63:
      set = .ranges(
        asciiStart + [0x2D...0x2E, 0x30...0x39] + XMLName.startRanges + XMLName.partRanges)
    case 0x64: set = .categories(bits(["Nd"]))
    case 0x77: set = .complement(.categories(bits(["P", "Z", "C"])))
    default: return nil
    }
    return letter == small ? set : .complement(set)
  }

  /// The character that an escape of a single one stands for; nil when there's none.
  static func character(_ letter: UInt32) -> UInt32? {
    switch letter {
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    // \ | . ? * + ( ) { } - [ ] ^
    case 0x5C, 0x7C, 0x2E, 0x3F, 0x2A, 0x2B, 0x28, 0x29, 0x7B, 0x7D, 0x2D, 0x5B, 0x5D, 0x5E: letter
    default: nil
    }
  }

  private static let asciiStart: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
  ]

  private static func bits(_ names: [String]) -> UInt32 {
    names.reduce(0) { $0 | (GeneralCategory.bits(named: $1) ?? 0) }
  }
}
