import EngrossModel

/// Finds characters that were UTF-8 and have been read as Windows-1252, Latin-1 or Mac Roman, once
/// or over again: "LEÃ“N" and "LE√ìN" for "LEÓN", "Ã¢â‚¬â„¢" for an apostrophe.
///
/// Sure, since two or more characters must give, as bytes, exactly one character of UTF-8 that is a
/// letter or a usual mark, which real words don't. The whole word is marked.
/// TEI Guidelines, CO, Apparent Errors.
struct Mojibake: Recogniser {
  static let examples: [Example] = [
    "We met Mr. LEÃ“N in the morning of that day."
      ~> "<choice><sic>LEÃ“N</sic><corr type=\"encoding\" resp=\"#engross\" cert=\"high\">LEÓN</corr>",
    "We met Mr. LE√ìN in the morning of that day." ~> "cert=\"high\">LEÓN</corr>",
    "We met at Berg‚Äôs house that day." ~> "cert=\"high\">Berg’s</corr>",
    "We met at BergÃ¢â‚¬â„¢s house that day." ~> "cert=\"high\">Berg’s</corr>",
    "We met Mr. LEÓN in São Paulo, à la carte, and √2 of it." !~> "<sic",
  ]

  private enum Charset {
    case windows, macintosh

    func byte(_ scalar: UInt32) -> UInt8? {
      switch self {
      // What Windows-1252 leaves out, Latin-1 has as control characters.
      case .windows:
        Windows1252.byte(for: scalar)
          ?? ((0x80...0x9F).contains(scalar) ? UInt8(scalar) : nil)
      case .macintosh: MacRoman.byte(for: scalar)
      }
    }

    /// Whether a byte can start a character that is, in this charset, a first byte of UTF-8.
    func canStart(_ byte: UInt8) -> Bool {
      switch self {
      // Â to ô, coded C3 8x to C3 Bx.
      case .windows: byte == 0xC3
      // ¬ for C2, √ for C3, ƒ for C4, ≈ for C5, ‚ for E2.
      case .macintosh: byte == 0xC2 || byte == 0xE2 || byte == 0xC6
      }
    }
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    // Safe: the pointer doesn't leave the closure. Measured: it looks at each byte of the text.
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = UTF8Scanner.endOfASCII(in: bytes, from: 0)
      while index < bytes.count {
        guard bytes[index] >= 0x80 else {
          index = UTF8Scanner.endOfASCII(in: bytes, from: index)
          continue
        }
        guard bytes[index] >= 0xC2, let (charset, damage) = start(bytes, index) else {
          index += 1
          continue
        }
        let range = word(bytes, around: damage.range)
        if let correction = correction(bytes, range, charset) { annotations.append(correction) }
        index = range.upperBound
      }
    }
    return annotations
  }

  private func start(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (Charset, (range: Range<Int>, mended: [UInt8]))? {
    for charset in [Charset.windows, .macintosh] where charset.canStart(bytes[index]) {
      if let damage = damage(bytes, at: index, charset) { return (charset, damage) }
    }
    return nil
  }

  /// The damaged character at an index, mended.
  private func damage(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ charset: Charset
  ) -> (range: Range<Int>, mended: [UInt8])? {
    var original: [UInt8] = []
    var index = start
    var needed = 1
    while original.count < needed {
      guard index < bytes.count,
        let (length, scalar) = UTF8Scanner.scalar(in: bytes, at: index),
        let byte = charset.byte(scalar)
      else { return nil }
      if original.isEmpty {
        switch byte {
        case 0xC2...0xDF: needed = 2
        case 0xE0...0xEF: needed = 3
        case 0xF0...0xF4: needed = 4
        default: return nil
        }
      }
      original.append(byte)
      index += length
    }
    let scalar = original.withUnsafeBufferPointer { UTF8Scanner.scalar(in: $0, at: 0) }
    guard let scalar, scalar.length == needed, let character = Unicode.Scalar(scalar.scalar),
      isUsual(character)
    else { return nil }
    return (start..<index, original)
  }

  /// Whether a character is one that Western texts have: a Latin letter, a quotation mark, a dash.
  private func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0x17F, 0x2C6, 0x2DC, 0x2010...0x2026, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122: true
    default: false
    }
  }

  /// The run of bytes without white space around a range, marks at its ends left out.
  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, around range: Range<Int>
  ) -> Range<Int> {
    func isInside(_ byte: UInt8) -> Bool { byte >= 0x80 || ByteClass.table[Int(byte)].isLetter }
    var (start, end) = (range.lowerBound, range.upperBound)
    // A word is short; a limit keeps a text without spaces linear.
    while start > 0, range.lowerBound - start < 60, isInside(bytes[start - 1]) { start -= 1 }
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end < bytes.count, end - range.upperBound < 60, isInside(bytes[end]) { end += 1 }
    while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  private func correction(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ charset: Charset
  ) -> Annotation? {
    var mended = Array(bytes[range])
    // What was damaged twice shows the first damage when the second is mended.
    for _ in 0..<3 {
      let next = mended.withUnsafeBufferPointer { mend($0, charset) }
      if next == mended { break }
      mended = next
    }
    // A word with characters in it that XML can't hold is damaged in more ways than this one.
    guard Unrepresentable.find(in: mended).isEmpty else { return nil }
    return Annotation(
      range, .correction(String(decoding: mended, as: UTF8.self), type: "encoding"), .high,
      rule: "mojibake",
      because: charset == .windows
        ? "read as Windows-1252 what is UTF-8" : "read as Mac Roman what is UTF-8")
  }

  /// The bytes of a word, each damaged character mended once.
  private func mend(_ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> [UInt8] {
    var mended: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if charset.canStart(bytes[index]), let damage = damage(bytes, at: index, charset) {
        mended += damage.mended
        index = damage.range.upperBound
      } else {
        mended.append(bytes[index])
        index += 1
      }
    }
    return mended
  }
}
