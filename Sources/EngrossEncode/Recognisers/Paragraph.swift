/// Takes the lines that nothing else took, as paragraphs.
///
/// Where lines are hard-wrapped, a line whose first word had no room on the line before goes on
/// with its paragraph; else each line is one. TEI Guidelines, CO, Paragraphs.
struct Paragraph: Recogniser {
  static let examples: [Example] = [
    "This is a text that says so.\nAnd so does this."
      ~> "<p xml:id=\"p-1\">This is a text that says so.</p>\n<p xml:id=\"p-2\">And"
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let layout = LineWidth(text)
    var annotations: [Annotation] = []
    var line = 0
    while line < text.lines.count {
      let rest = found.rest(of: line, in: text)
      if rest.isEmpty {
        line += 1
        continue
      }
      var last = line
      while last + 1 < text.lines.count, !found.claims(line: last + 1),
        layout.continues(text, last + 1)
      {
        last += 1
        let start = text.lines[last].content.lowerBound
        annotations.append(
          Annotation(
            start..<start, .lineBreak, .high, rule: "paragraph",
            because: "its first word had no room on the line before"))
      }
      let range = Int(text.tokens[rest.lowerBound].start)..<text.lines[last].content.upperBound
      annotations.append(
        Annotation(range, .paragraph, .high, rule: "paragraph", because: "lines of text"))
      line = last + 1
    }
    return annotations
  }
}
