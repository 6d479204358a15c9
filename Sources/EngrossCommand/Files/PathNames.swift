extension Word {
  private static let slash = UInt8(ascii: "/")

  /// What follows the last slash.
  var fileName: Word {
    Word(Array(bytes[(bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0)...]))
  }

  /// What stands before the last slash; empty for a name alone.
  var folder: Word { Word(Array(bytes[..<(bytes.lastIndex(of: Self.slash) ?? 0)])) }

  /// A file in the same directory.
  func sibling(named name: String) -> Word {
    Word(bytes[..<(bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0)] + Array(name.utf8))
  }

  /// A file in this directory.
  func appending(_ name: Word) -> Word {
    Word(bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
  }

  /// The name with one ending for another; without the old one, the new one is added.
  ///
  /// `letter.txt` and `LETTER.TXT` lose their ending, `letter.1` keeps it: no two names fall together.
  func replacing(ending old: String, by new: String) -> Word {
    let tail = bytes.suffix(old.utf8.count)
    let isOld = Word(Array(tail)).text.lowercased() == old && bytes.count > old.utf8.count
    return Word((isOld ? bytes.dropLast(tail.count) : bytes[...]) + Array(new.utf8))
  }
}
