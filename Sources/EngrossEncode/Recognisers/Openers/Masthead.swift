/// Finds what stands above a document's title: the publication it's printed in, its kind and number.
///
/// A line that is a kind of document with a number or a date of its own, "Executive Order 13003 of
/// May 15, 1996", starts the document; the lines above it belong to the publication. Without such a
/// line nothing is found. TEI Guidelines, PH, Headers, Footers, and Similar Matter.
struct Masthead: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Journal of Orders\nVolume 7\n\nExecutive Order 13 of May 15, 1996\nOn the Keeping of Bridges\nBy the authority that I have, it is so ordered."
      ~> "<fw type=\"header\">Journal of Orders</fw>\n<fw type=\"header\">Volume 7</fw>\n\n<head type=\"number\">Executive Order 13 of <date when=\"1996-05-15\"",
    "Executive Order 13 of May 15, 1996\nOn the Keeping of Bridges\nBy the authority that I have, it is so ordered."
      ~> "<head>On the Keeping of Bridges</head>",
    "On Executive Order 13\nThis is a text that says so." !~> "type=\"number\"",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    guard
      let position = filled.prefix(60).firstIndex(where: { isNumber(text, text.lines[$0], found) }),
      position + 1 < filled.count
    else { return [] }
    guard filled[..<position].allSatisfy({ isShort(text.lines[$0]) }) else { return [] }
    var annotations = filled[..<position].filter { !found.claims(line: $0) }.map {
      Annotation(
        text.lines[$0].content, .runningHead, .medium, rule: "masthead",
        because: "a line above the document's number")
    }
    let line = filled[position]
    let last = isDated(text, line + 1, found) ? line + 1 : line
    annotations.append(
      Annotation(
        text.lines[line].content.lowerBound..<text.lines[last].content.upperBound,
        .preliminary(type: "number"), .high, rule: "masthead",
        because: "a kind of document and its number"))
    if last > line {
      let start = text.lines[last].content.lowerBound
      annotations.append(
        Annotation(
          start..<start, .lineBreak, .high, rule: "masthead", because: "its date is below"))
    }
    return annotations
  }

  /// Whether a line is "of" and a date, and so goes on with the number above it.
  private func isDated(_ text: TokenisedText, _ line: Int, _ found: Findings) -> Bool {
    guard line < text.lines.count, !text.lines[line].isBlank, !found.claims(line: line),
      text.tokens[text.lines[line].tokens.lowerBound].key == Token.key("of"),
      let date = found.dates.first(where: {
        text.lines[line].content.contains($0.range.lowerBound)
      })
    else { return false }
    return text.lines[line].content.upperBound - date.range.upperBound <= 1
  }

  private func isShort(_ line: Line) -> Bool { line.content.count <= 100 }

  /// Whether a line is a kind of document and its number, or a kind and a date: "Notice of May 6,
  /// 1997", and nothing more.
  private func isNumber(_ text: TokenisedText, _ line: Line, _ found: Findings) -> Bool {
    guard line.tokens.count <= 14, line.tokens.count >= 2 else { return false }
    let (start, end) = (line.tokens.lowerBound, line.tokens.upperBound)
    return facts.genreCues[text.tokens[start].key]?.contains { cue in
      cue.stands(in: text, at: start, before: end - 1)
        && isNumber(text, line, from: start + cue.keys.count, found)
    } ?? false
  }

  private func isNumber(
    _ text: TokenisedText, _ line: Line, from start: Int, _ found: Findings
  ) -> Bool {
    var index = start
    while index < line.tokens.upperBound,
      text.tokens[index].key == Token.key("no") || text.isMark(index, ".")
        || text.isMark(index, ",")
    {
      index += 1
    }
    guard index < line.tokens.upperBound else { return false }
    let isNumbered = text.tokens[index].kind == .number || text.tokens[index].kind == .mixed
    if isNumbered { index += 1 }
    // "Resolution 1441 (2002)", "No. 7."
    let isEnded = (index..<line.tokens.upperBound).allSatisfy {
      text.tokens[$0].kind == .mark || text.isMark($0 - 1, "(") && text.tokens[$0].kind == .number
    }
    if isNumbered, isEnded { return true }
    guard text.tokens[index].key == Token.key("of"), index + 1 < line.tokens.upperBound else {
      return false
    }
    let date = found.dates.first { $0.range.lowerBound == Int(text.tokens[index + 1].start) }
    return date.map { line.content.upperBound - $0.range.upperBound <= 1 } ?? false
  }
}
