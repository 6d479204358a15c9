/// How a text's lines are laid out: hard-wrapped at a width, or one paragraph a line.
struct LineWidth {
  /// The width in bytes that the longest lines reach.
  let width: Int
  /// Whether paragraphs go over several lines.
  let isWrapped: Bool

  /// Measures the lines of a text.
  init(_ text: TokenisedText) {
    var widest = 0
    for line in text.lines where line.content.count > widest { widest = line.content.count }
    width = widest
    isWrapped = widest >= 40 && widest <= 110
  }

  /// Whether a line goes on with the sentence of the line before: its first word had no room there.
  func continues(_ text: TokenisedText, _ line: Int) -> Bool {
    guard isWrapped, line > 0 else { return false }
    let (before, this) = (text.lines[line - 1], text.lines[line])
    guard !before.isBlank, !this.isBlank else { return false }
    let word = text.bytes[this.content].prefix { $0 != 0x20 && $0 != 0x09 }.count
    return before.content.count + 1 + word > width - 6
  }
}
