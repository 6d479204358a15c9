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
      let position = filled.prefix(60).lastIndex(where: { isNumber(text, text.lines[$0], found) }),
      position + 1 < filled.count
    else { return [] }
    guard filled[..<position].allSatisfy({ isShort(text.lines[$0]) }) else { return [] }
    var annotations = filled[..<position].filter { !found.claims(line: $0) }.map {
      Annotation(
        text.lines[$0].content, .runningHead, .medium, rule: "masthead",
        because: "a line above the document's number")
    }
    annotations.append(
      Annotation(
        text.lines[filled[position]].content, .preliminary(type: "number"), .high, rule: "masthead",
        because: "a kind of document and its number"))
    return annotations
  }

  private func isShort(_ line: Line) -> Bool { line.content.count <= 100 }

  /// Whether a line is a kind of document and its number, or a kind and a date: "Notice of May 6, 1997".
  private func isNumber(_ text: TokenisedText, _ line: Line, _ found: Findings) -> Bool {
    guard line.tokens.count <= 14, line.tokens.count >= 3 else { return false }
    for genre in facts.genres {
      for cue in genre.cues where line.tokens.count > cue.count {
        guard
          cue.indices.allSatisfy({ text.tokens[line.tokens.lowerBound + $0].key == cue[$0] })
        else { continue }
        var index = line.tokens.lowerBound + cue.count
        if text.tokens[index].key == Token.key("no") { index += 1 }
        while index < line.tokens.upperBound, text.isMark(index, ".") { index += 1 }
        guard index < line.tokens.upperBound else { continue }
        let isNumbered = text.tokens[index].kind == .number || text.tokens[index].kind == .mixed
        if isNumbered, index + 1 == line.tokens.upperBound { return true }
        if isNumbered { index += 1 }
        if text.tokens[index].key == Token.key("of"), index + 1 < line.tokens.upperBound {
          let start = Int(text.tokens[index + 1].start)
          if facts.months[text.tokens[index + 1].key] != nil, start < line.content.upperBound {
            return true
          }
        }
      }
    }
    return false
  }
}
