/// White space, as XML and as Unicode have it.
enum WhiteSpace {
  /// Words that were gone over: where they end, and whether a soft hyphen may be among them.
  struct Words {
    var end: Int
    var mayHoldSoftHyphen = false
  }

  /// Goes over words that have one space between them, from `start` on; a space at their end isn't
  /// theirs.
  ///
  /// Safe: it reads within the buffer. Measured: all text goes through here.
  static func words(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Words {
    var words = Words(end: start)
    let count = text.count
    var index = start
    if index < count, text[index].isSpace { return words }
    // What comes before `index` is no space.
    while index + 8 <= count {
      let bytes = EightBytes(text, at: index)
      // XML has no control characters but white space (XML 1.0, section 2.2).
      if bytes.has(below: 0x20) { break }
      let spaces = bytes.places(of: 0x20)
      if spaces & spaces >> 8 != 0 { break }
      // The lead byte of U+00AD.
      if bytes.has(0xC2) { words.mayHoldSoftHyphen = true }
      // A space at the end is looked at again, with what follows it.
      index += spaces >> 63 == 0 ? 8 : 7
    }
    while index < count {
      let byte = text[index]
      if byte.isSpace {
        guard byte == 0x20, index + 1 < count, !text[index + 1].isSpace else { break }
      } else if byte == 0xC2 {
        words.mayHoldSoftHyphen = true
      }
      index += 1
    }
    words.end = index
    return words
  }

  /// The first words of a text, one space between them; at most so many code points of it are read.
  ///
  /// White space is what Unicode calls so (Unicode Character Database, PropList, White_Space).
  static func collapsed(_ text: some Collection<UInt8>, atMost most: Int = .max) -> [UInt8] {
    let fast = text.withContiguousStorageIfAvailable { collapsed($0, atMost: most) }
    if let fast { return fast }
    return Array(text).withUnsafeBufferPointer { collapsed($0, atMost: most) }
  }

  /// Safe: it reads within the buffer.
  private static func collapsed(
    _ text: UnsafeBufferPointer<UInt8>, atMost most: Int
  ) -> [UInt8] {
    var words: [UInt8] = []
    var index = 0
    var count = 0
    var isInWord = false
    while index < text.count, count < most {
      let length = spaceLength(text, at: index)
      count += 1
      if length > 0 {
        index += length
        isInWord = false
        continue
      }
      if !isInWord, !words.isEmpty { words.append(0x20) }
      isInWord = true
      repeat {
        words.append(text[index])
        index += 1
      } while index < text.count && text[index] & 0xC0 == 0x80
    }
    return words
  }

  /// How many bytes of white space begin here, as one character; 0 for none.
  private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    func next(_ step: Int) -> UInt8 { index + step < text.count ? text[index + step] : 0 }
    switch byte {
    case 0xC2: return next(1) == 0x85 || next(1) == 0xA0 ? 2 : 0
    case 0xE1: return next(1) == 0x9A && next(2) == 0x80 ? 3 : 0
    case 0xE2:
      let isGeneral =
        next(1) == 0x80
        && ((0x80...0x8A).contains(next(2)) || [0xA8, 0xA9, 0xAF].contains(next(2)))
      return isGeneral || next(1) == 0x81 && next(2) == 0x9F ? 3 : 0
    case 0xE3: return next(1) == 0x80 && next(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}

extension UInt8 {
  /// Whether it's white space of XML's (XML 1.0, section 2.3).
  var isSpace: Bool {
    self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09)
  }
}
