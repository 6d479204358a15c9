import EngrossModel

/// The corrected, one-line reading of parts of a text, for headers and for things named.
struct Reading {
  let text: TokenisedText
  /// The corrections, in the order of the text.
  let corrections: [Annotation]

  init(_ text: TokenisedText, _ phrases: [Annotation]) {
    self.text = text
    corrections = phrases.filter { if case .correction = $0.mark { true } else { false } }
  }

  /// The characters of a range, corrections made, white space folded, what XML can't hold left out.
  func string(_ range: Range<Int>) -> String {
    let first = first(from: range.lowerBound)
    if first == corrections.count || corrections[first].range.lowerBound >= range.upperBound,
      isPlain(range)
    {
      return text.string(range)
    }
    var scalars = String.UnicodeScalarView()
    var start = range.lowerBound
    for correction in corrections[first...] {
      guard correction.range.upperBound <= range.upperBound else { break }
      guard case .correction(let right, _) = correction.mark else { continue }
      append(start..<correction.range.lowerBound, to: &scalars)
      scalars.append(contentsOf: right.unicodeScalars)
      start = correction.range.upperBound
    }
    append(start..<range.upperBound, to: &scalars)
    return Self.folded(scalars)
  }

  /// Whether the bytes are ASCII with one space at a time between words, and so their own reading.
  private func isPlain(_ range: Range<Int>) -> Bool {
    // Safe: the pointer doesn't leave the closure.
    text.bytes.withUnsafeBufferPointer { bytes in
      var isSpace = true
      for byte in bytes[range] {
        if byte <= 0x20 || byte >= 0x7F {
          guard byte == 0x20, !isSpace else { return false }
          isSpace = true
        } else {
          isSpace = false
        }
      }
      return !isSpace
    }
  }

  /// The words with one space between.
  private static func folded(_ scalars: String.UnicodeScalarView) -> String {
    var folded = String.UnicodeScalarView()
    var isSpace = false
    for scalar in scalars {
      if scalar.value < 0x80
        ? scalar == " " || scalar.value >= 9 && scalar.value <= 13 : scalar.properties.isWhitespace
      {
        isSpace = true
        continue
      }
      if isSpace, !folded.isEmpty { folded.append(" ") }
      isSpace = false
      folded.append(scalar)
    }
    return String(folded)
  }

  private func append(_ range: Range<Int>, to scalars: inout String.UnicodeScalarView) {
    // Safe: the pointer doesn't leave the closure.
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        guard let (length, value) = UTF8Scanner.scalar(in: bytes, at: index) else { return }
        index += length
        let isHeld = value >= 0x20 || value == 9 || value == 10 || value == 13
        if isHeld, value & 0xFFFE != 0xFFFE, value != 0xFEFF, let scalar = Unicode.Scalar(value) {
          scalars.append(scalar)
        }
      }
    }
  }

  private func first(from offset: Int) -> Int {
    var low = 0
    var high = corrections.count
    while low < high {
      let middle = (low + high) / 2
      if corrections[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
