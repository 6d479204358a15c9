/// The line of a source that a finding points at, and the words that it points at.
package struct SourceExcerpt: Sendable {
  /// The position's line.
  package let line: Int
  /// The line as shown, without its end: tabs and what could steer a terminal are single spaces.
  package let text: String
  /// How many characters of `text` stand before the place.
  package let indent: Int
  /// How many characters are meant; at least one.
  package let width: Int
  /// The text from the place on, cut after eighty characters.
  package let words: String

  private static let longest = 100

  init?(_ source: [UInt8], line range: Range<Int>?, at position: Position) {
    guard let range else { return nil }
    line = position.line
    // A line of a megabyte is read only around the place: four bytes a character at most.
    var scalars: [Unicode.Scalar] = []
    var skipped = 0
    let start = Self.offset(of: position.column, in: source[range])
    let back = Self.back(from: start, in: source, to: range.lowerBound, characters: 60)
    skipped = back
    let end = min(range.upperBound, start + 4 * Self.longest)
    let before = String(decoding: source[skipped..<start], as: UTF8.self).unicodeScalars
    let after = Array(String(decoding: source[start..<end], as: UTF8.self).unicodeScalars)
    words = Self.shown(after.prefix(80))
    width = max(1, Self.width(of: after))
    scalars = Array(before) + after.prefix(max(Self.longest - before.count, 20))
    let isCut = skipped > range.lowerBound
    text = (isCut ? "…" : "") + Self.shown(scalars[...])
    indent = before.count + (isCut ? 1 : 0)
  }

  /// The byte offset of a column.
  private static func offset(of column: Int, in line: ArraySlice<UInt8>) -> Int {
    var left = column - 1
    var index = line.startIndex
    if line.startIndex == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < line.endIndex {
      if line[index] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      index += 1
    }
    return index
  }

  private static func back(from start: Int, in source: [UInt8], to end: Int, characters: Int) -> Int
  {
    var index = start
    var left = characters
    while index > end, left > 0 {
      index -= 1
      if source[index] & 0xC0 != 0x80 { left -= 1 }
    }
    // A long line is cut; a short one starts where it starts.
    return index
  }

  private static func shown(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      let isControl = scalar.properties.generalCategory == .control
      text.append(isControl ? " " : scalar)
    }
    return String(text)
  }

  /// How much is meant: a tag's name, a quoted value, an attribute's name, or a word.
  private static func width(of scalars: [Unicode.Scalar]) -> Int {
    guard let first = scalars.first else { return 1 }
    var count = 0
    if first == "<" { count = scalars.dropFirst().first == "/" ? 2 : 1 }
    let stops: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n", "<", ">", "\"", "'", "=", "/"]
    while count < scalars.count, !stops.contains(scalars[count]) { count += 1 }
    return count
  }
}
