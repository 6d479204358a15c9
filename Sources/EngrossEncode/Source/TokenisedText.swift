import EngrossModel

/// A text as the recognisers see it: its bytes, never changed, with their lines and tokens.
///
/// A class, so that what holds it for a while counts one reference, not one for each array.
package final class TokenisedText: Sendable {
  /// The text as generalised UTF-8.
  package let bytes: [UInt8]
  package let lines: ContiguousArray<Line>
  package let tokens: ContiguousArray<Token>
  package let unrepresentable: [Unrepresentable]
  /// The lines that aren't blank, by number.
  let filledLines: [Int]
  let lineWidth: LineWidth

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    (tokens, lines) = Tokeniser.tokenise(bytes)
    unrepresentable = Unrepresentable.find(in: bytes)
    var filledLines: [Int] = []
    filledLines.reserveCapacity(lines.count)
    for index in lines.indices where !lines[index].isBlank { filledLines.append(index) }
    self.filledLines = filledLines
    lineWidth = LineWidth(lines)
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a range with a character for each code point; U+FFFD for lone surrogates.
  package func characters(_ range: Range<Int>) -> String {
    // Surrogates begin with this byte, and few texts have it.
    guard bytes[range].contains(0xED) else { return string(range) }
    var scalars = String.UnicodeScalarView()
    // Safe: the pointer doesn't leave the closure.
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        guard let (length, value) = UTF8Scanner.scalar(in: bytes, at: index) else { return }
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        index += length
      }
    }
    return String(scalars)
  }

  /// Whether a token is one mark, given as ASCII.
  func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    token >= 0 && token < tokens.count && tokens[token].kind == .mark
      && tokens[token].count == 1 && bytes[Int(tokens[token].start)] == UInt8(ascii: mark)
  }

  /// Whether nothing stands between a token and the one before.
  func isAttached(_ token: Int) -> Bool {
    token > 0 && token < tokens.count && tokens[token - 1].end == tokens[token].start
  }

  /// Whether two tokens stand beside each other in a line or over its end: no more than white space
  /// and no blank line between.
  func isBeside(_ token: Int, _ next: Int) -> Bool {
    let gap = bytes[Int(tokens[token].end)..<Int(tokens[next].start)]
    return gap.count <= 1
  }

  /// The last byte of a line's content, 0 for a blank line.
  func lastByte(_ line: Line) -> UInt8 {
    line.isBlank ? 0 : bytes[line.content.upperBound - 1]
  }

  /// The first token that starts at an offset or behind it; the count of all when none does.
  func firstToken(from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last token of a line that ends at a byte or before; nil when there's none.
  func lastToken(on line: Int, before offset: Int) -> Int? {
    lines[line].tokens.last { Int(tokens[$0].end) <= offset }
  }

  /// The one character of a mark.
  func scalar(_ token: Int) -> UInt32 {
    guard tokens[token].kind == .mark, tokens[token].count > 1 else {
      return UInt32(bytes[Int(tokens[token].start)])
    }
    // Safe: the pointer doesn't leave the closure.
    return bytes.withUnsafeBufferPointer {
      UTF8Scanner.scalar(in: $0, at: Int(tokens[token].start))?.scalar ?? 0
    }
  }

  /// Whether a line ends with a word and a hyphen after it.
  func endsInHyphen(_ line: Line) -> Bool {
    guard line.tokens.count >= 2, lastByte(line) == UInt8(ascii: "-") else { return false }
    let last = line.tokens.upperBound - 1
    return isMark(last, "-") && isAttached(last) && tokens[last - 1].kind != .mark
  }

  /// The bytes from one token's start to another's end.
  func range(_ first: Int, _ last: Int) -> Range<Int> {
    Int(tokens[first].start)..<Int(tokens[last].end)
  }

  /// Whether a line ends after a token, short of where a full one would: what follows starts anew.
  func endsShortLine(_ token: Int) -> Bool {
    let end = Int(tokens[token].end)
    guard end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D else { return false }
    let start = max(0, end - 50)
    return bytes[start..<end].contains { $0 == 0x0A || $0 == 0x0D } || start == 0
  }

  /// The key of a word without the ending of the genitive: that of "Mexico" for "Mexico's".
  func stem(_ token: Int) -> UInt64 {
    let range = tokens[token].range
    // Most words end otherwise than "'s" or "’s": their key is known.
    guard tokens[token].isCapital, range.count > 3, bytes[range.upperBound - 1] | 0x20 == 0x73,
      [0x27, 0x99].contains(bytes[range.upperBound - 2])
    else { return tokens[token].key }
    let shorter = nameRange(token, token)
    return shorter.count == range.count ? tokens[token].key : key(shorter)
  }

  /// The key of some bytes.
  func key(_ range: Range<Int>) -> UInt64 {
    bytes[range].reduce(Token.offsetBasis) { Token.step($0, Token.lowercased($1)) }
  }

  /// The lists of facts that a word stands in without the ending of the genitive.
  func stemClasses(_ token: Int) -> WordClasses {
    let stem = stem(token)
    return stem == tokens[token].key ? tokens[token].classes : WordClasses.table[stem] ?? []
  }

  /// The bytes of a name from its first token to its last, without the ending of the genitive.
  func nameRange(_ first: Int, _ last: Int) -> Range<Int> {
    let range = self.range(first, last)
    let end = range.upperBound
    guard tokens[last].count > 3, bytes[end - 1] == UInt8(ascii: "s") else { return range }
    if bytes[end - 2] == UInt8(ascii: "'") { return range.dropLast(2) }
    // U+2019.
    if bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 {
      return range.dropLast(4)
    }
    return range
  }

  /// Whether a name is written in capitals but for the beginning: "BERG", "McBERG", "MacBERG".
  func isInCapitals(_ token: Int) -> Bool {
    if tokens[token].kind == .capitals { return true }
    let name = bytes[tokens[token].range]
    guard tokens[token].kind == .capitalised, name.count > 4 else { return false }
    return ["Mc", "Mac", "De", "Le", "La", "Fitz", "Van"].contains { prefix in
      name.starts(with: prefix.utf8)
        && name.dropFirst(prefix.utf8.count).allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x27 }
    }
  }

  /// Whether some words stand one after the other among the tokens, whatever their case.
  func holds(_ words: [StaticString], in tokens: Range<Int>) -> Bool {
    guard tokens.count >= words.count else { return false }
    let first = Token.key(words[0])
    for start in tokens.lowerBound...(tokens.upperBound - words.count)
    where self.tokens[start].key == first {
      if words.indices.allSatisfy({ self.tokens[start + $0].key == Token.key(words[$0]) }) {
        return true
      }
    }
    return false
  }
}
