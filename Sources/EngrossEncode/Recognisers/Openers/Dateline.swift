/// Finds where and when a document was issued: "May 06, 1997", "THE WHITE HOUSE, August 5, 1939."
///
/// A dateline stands alone on its line, among the first eight filled lines or the last twelve, and
/// holds a date and at most a place before it. The place may stand on the line above.
/// TEI Guidelines, DS, Openers and Closers.
struct Dateline: Recogniser {
  static let examples: [Example] = [
    "THE WHITE HOUSE, August 5, 1939.\n\nA notice to all\n\nThis is a text that says so."
      ~> "<dateline><placeName resp=\"#engross\" cert=\"medium\">THE WHITE HOUSE</placeName>, <date",
    "A notice to all\n\nThe meeting of August 19, 2002, opened at nine." !~> "<dateline",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    let near = Set(filled.prefix(8) + filled.suffix(12))
    var annotations: [Annotation] = []
    for date in found.dates {
      let line = found.line(at: date.range.lowerBound)
      guard near.contains(line), !found.claims(line: line),
        date.range.upperBound <= text.lines[line].content.upperBound
      else { continue }
      annotations += dateline(text, text.lines[line], line, date, found)
    }
    return annotations
  }

  private func dateline(
    _ text: TokenisedText, _ line: Line, _ number: Int, _ date: Annotation, _ found: Findings
  ) -> [Annotation] {
    let after = text.bytes[date.range.upperBound..<line.content.upperBound]
    guard after.allSatisfy({ [0x2E, 0x3A, 0x2C, 0x5D, 0x29].contains($0) }), after.count <= 2,
      let before = place(text, line.tokens, until: date.range.lowerBound)
    else { return [] }
    var start = line.content.lowerBound
    var places = before.map { [$0] } ?? []
    if number > 0, !found.claims(line: number - 1) {
      let above = text.lines[number - 1]
      if text.lastByte(above) == UInt8(ascii: ","), above.tokens.count <= 8,
        let place = place(text, above.tokens, until: above.content.upperBound), let place
      {
        start = above.content.lowerBound
        places.insert(place, at: 0)
      }
    }
    let because = "a date alone on its line"
    var annotations = [
      Annotation(
        start..<line.content.upperBound, .dateline, date.certainty, rule: "dateline",
        because: because)
    ]
    if start < line.content.lowerBound {
      annotations.append(
        Annotation(
          line.content.lowerBound..<line.content.lowerBound, .lineBreak, .high, rule: "dateline",
          because: "the date stands below its place"))
    }
    annotations += places.map {
      Annotation($0, .placeName, .medium, rule: "dateline", because: "it stands before the date")
    }
    return annotations
  }

  /// The place that the tokens up to a byte name: nil for other words, an empty optional for none.
  private func place(_ text: TokenisedText, _ tokens: Range<Int>, until end: Int) -> Range<Int>?? {
    var last: Int?
    var words = 0
    for index in tokens where Int(text.tokens[index].end) <= end {
      let token = text.tokens[index]
      if token.isCapital {
        words += 1
        last = index
      } else if text.isMark(index, ",") || text.isMark(index, ".") || text.isMark(index, "(")
        || text.isMark(index, "[")
      {
        continue
      } else if token.key == Token.key("of") || token.key == Token.key("the"), words > 0 {
        continue
      } else {
        return nil
      }
    }
    guard words <= 6 else { return nil }
    guard let last, let first = tokens.first(where: { text.tokens[$0].isCapital }) else {
      return .some(nil)
    }
    return .some(text.range(first, last))
  }
}
