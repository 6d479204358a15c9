/// How a text's lines are laid out: hard-wrapped at a width, or one paragraph a line.
struct LineWidth {
  /// The column, in bytes, that each line's neighbours reach.
  private let widths: [Int]
  /// The column that most paragraphs reach.
  private let width: Int
  /// Whether paragraphs go over several lines.
  var isWrapped: Bool { width > 0 }

  /// Measures the lines of a text.
  ///
  /// Lines without a blank one between are measured together, since a page has columns of several
  /// widths. Two lines alone don't tell; the width of most others holds for them.
  init(_ lines: ContiguousArray<Line>) {
    var widths = Array(repeating: 0, count: lines.count)
    var counts: [Int: Int] = [:]
    var first = 0
    while first < lines.count {
      var end = first
      var widest = 0
      while end < lines.count, !lines[end].isBlank {
        widest = max(widest, Self.end(lines[end]))
        end += 1
      }
      if end - first >= 3, widest >= 40, widest <= 130 {
        for line in first..<end { widths[line] = widest }
        counts[widest, default: 0] += end - first
      }
      first = max(end, first + 1)
    }
    let total = counts.values.reduce(0, +)
    let longest = lines.reduce(0) { max($0, $1.content.count) }
    // The width that half of the wrapped lines reach at least.
    var half = 0
    var median = 0
    for (width, count) in counts.sorted(by: { $0.key < $1.key }) where half * 2 < total {
      half += count
      median = width
    }
    let isWrapped = longest <= 130 && longest >= 40 || total * 2 > lines.count
    width = isWrapped ? (median > 0 ? median : longest) : 0
    self.widths = widths
  }

  /// Whether a line goes on with the sentence of the line before: its first word had no room there.
  func continues(_ text: TokenisedText, _ line: Int) -> Bool {
    guard isWrapped, line > 0 else { return false }
    let (before, this) = (text.lines[line - 1], text.lines[line])
    guard !before.isBlank, !this.isBlank else { return false }
    let word = text.bytes[this.content].prefix { $0 != 0x20 && $0 != 0x09 }.count
    let local = widths[line]
    let limit = local > 0 && local * 4 >= width * 3 ? min(local, width + 10) : width
    return Self.end(before) + 1 + word > limit - 6
  }

  /// The column at which a line's content ends, counted from the line's start.
  private static func end(_ line: Line) -> Int {
    line.content.upperBound - line.whole.lowerBound
  }
}
