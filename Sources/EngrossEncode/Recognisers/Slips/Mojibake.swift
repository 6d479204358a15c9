import EngrossModel

/// Finds characters that were UTF-8 and have been read as Windows-1252: "LEÃ“N" for "LEÓN".
///
/// Sure, since two or more characters must give, as Windows-1252 bytes, exactly one character of
/// UTF-8 that is a letter or a usual mark, which real words don't. The whole word is marked.
/// TEI Guidelines, CO, Apparent Errors.
struct Mojibake: Recogniser {
  static let examples: [Example] = [
    "We met Mr. LEÃ“N in the morning of that day."
      ~> "<choice><sic>LEÃ“N</sic><corr type=\"encoding\" resp=\"#engross\" cert=\"high\">LEÓN</corr>",
    "We met Mr. LEÓN in São Paulo, à la carte." !~> "<sic",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    // Safe: the pointer doesn't leave the closure. Measured: it looks at each byte of the text.
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        // What Windows-1252 makes of the first byte of a UTF-8 sequence: Â to ô, coded C3 8x to C3 Bx.
        guard bytes[index] == 0xC3, let first = damage(bytes, at: index) else {
          index += 1
          continue
        }
        let range = word(bytes, around: first.range)
        if let correction = correction(bytes, range) { annotations.append(correction) }
        index = range.upperBound
      }
    }
    return annotations
  }

  /// The damaged character at an index, mended.
  private func damage(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (range: Range<Int>, mended: [UInt8])? {
    var original: [UInt8] = []
    var index = start
    var needed = 1
    while original.count < needed {
      guard index < bytes.count,
        let (length, scalar) = UTF8Scanner.scalar(in: bytes, at: index),
        let byte = Windows1252.byte(for: scalar)
          ?? ((0x80...0x9F).contains(scalar) ? UInt8(scalar) : nil)
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
    case 0xA0...0x17F, 0x2010...0x2026, 0x20AC, 0x2122: true
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
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Annotation? {
    var mended: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0xC3, let damage = damage(bytes, at: index),
        damage.range.upperBound <= range.upperBound
      {
        mended += damage.mended
        index = damage.range.upperBound
      } else {
        mended.append(bytes[index])
        index += 1
      }
    }
    // A word with characters in it that XML can't hold is damaged in more ways than this one.
    guard Unrepresentable.find(in: mended).isEmpty else { return nil }
    return Annotation(
      range, .correction(String(decoding: mended, as: UTF8.self), type: "encoding"), .high,
      rule: "mojibake", because: "read as Windows-1252 what is UTF-8")
  }
}
