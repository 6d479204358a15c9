/// Finds a document's title: the first line, or block of lines, after what the opener has taken.
///
/// A title is short, starts with a capital, doesn't end as a sentence does, and has a text after it.
/// TEI Guidelines, DS, Headings and Trailers.
struct Title: Recogniser {
  static let examples: [Example] = [
    "A notice to all\n\nThis is a text that says so." ~> "<head>A notice to all</head>",
    "This is a text that says so.\n\nAnd so does this." !~> "<head",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    guard let first = filled.prefix(8).first(where: { !found.claims(line: $0) }),
      let lastFilled = filled.last, lastFilled > first
    else { return [] }
    let last = lastLine(text, first, found)
    guard isTitle(text, first, last, found) else { return [] }
    let range = text.lines[first].content.lowerBound..<text.lines[last].content.upperBound
    let because = "the first line of the text, and no sentence"
    var annotations = [Annotation(range, .head, .high, rule: "title", because: because)]
    for line in first..<last {
      let start = text.lines[line + 1].content.lowerBound
      annotations.append(
        Annotation(start..<start, .lineBreak, .high, rule: "title", because: "the title goes on"))
    }
    return annotations
  }

  /// The last line of the title that starts at a line: where lines are wrapped, a title in
  /// capitals or one that is followed by a blank line may take up to four.
  private func lastLine(_ text: TokenisedText, _ first: Int, _ found: Findings) -> Int {
    guard LineWidth(text).isWrapped else { return first }
    var last = first
    while last + 1 < text.lines.count, !text.lines[last + 1].isBlank,
      !found.claims(line: last + 1), last - first < 4
    {
      last += 1
    }
    let endsInBlank = last + 1 == text.lines.count || text.lines[last + 1].isBlank
    return endsInBlank && last - first < 4 ? last : first
  }

  private func isTitle(_ text: TokenisedText, _ first: Int, _ last: Int, _ found: Findings) -> Bool
  {
    let tokens = text.lines[first].tokens.lowerBound..<text.lines[last].tokens.upperBound
    guard tokens.count <= 60, tokens.count >= 2,
      let start = tokens.first(where: { text.tokens[$0].kind != .mark }),
      text.tokens[start].isCapital || text.tokens[start].kind == .number,
      (last + 1..<text.lines.count).contains(where: {
        !text.lines[$0].isBlank && !found.claims(line: $0)
      })
    else { return false }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    let isCapitals = words.allSatisfy { text.tokens[$0].kind != .word }
    switch text.lastByte(text.lines[last]) {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): return false
    case UInt8(ascii: "."): return isCapitals
    default: break
    }
    let capitals = words.filter { text.tokens[$0].isCapital }.count
    let standsAlone = last + 1 < text.lines.count && text.lines[last + 1].isBlank
    return standsAlone || capitals * 3 >= words.count
  }
}
