/// Finds the lines above a title by which an edition says where its text comes from: "Source: Lamp
/// Office, Box 2.", "Cited in the History of Lamps, Chapter 8".
///
/// Only the first lines, and only with such a label; a title or a text stands below.
/// TEI Guidelines, CO, Notes.
struct SourceLine: Recogniser {
  static let examples: [Example] = [
    "Source: Lamp Office, Box 2, Minutes.\nMinutes of the Council of Lamps\nMay 6, 1997\nThis is a text that says so."
      ~> "xml:id=\"note-1\" resp=\"#engross\" cert=\"high\">Source: <orgName",
    "Source of the Ilse\n\nThis is a text that says so." !~> "<note",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let lines = text.filledLines.prefix(4).dropLast(2).prefix {
      !found.claims(line: $0) && isLabelled(text, text.lines[$0].tokens)
    }
    return lines.map {
      Annotation(
        text.lines[$0].content, .note(subtype: "citation"), .high, rule: "source-line",
        because: "a label that says where the text comes from")
    }
  }

  private func isLabelled(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let first = text.tokens[tokens.lowerBound]
    guard tokens.count > 3, first.isCapital else { return false }
    if first.key == Token.key("source") { return text.isMark(tokens.lowerBound + 1, ":") }
    return first.key == Token.key("cited")
      && (text.isMark(tokens.lowerBound + 1, "(")
        || text.tokens[tokens.lowerBound + 1].key == Token.key("in"))
  }
}
