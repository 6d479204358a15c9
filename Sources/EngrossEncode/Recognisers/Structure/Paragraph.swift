/// Takes the lines that nothing else took, as paragraphs.
///
/// Where lines are hard-wrapped, a line whose first word had no room on the line before goes on
/// with its paragraph; else each line is one. TEI Guidelines, CO, Paragraphs.
struct Paragraph: Recogniser {
  static let examples: [Example] = [
    "This is a text that says so.\nAnd so does this."
      ~> "<p xml:id=\"p-1\">This is a text that says so.</p>\n<p xml:id=\"p-2\">And",
    """
    A notice to all

    Now this is a line of text that is as long as most of the others are, with a
    word that is divided where the line ends, as compositors did in their com-
    posing rooms, and so it goes on for a third line, which is long enough too.
    """ ~> "com-\n<lb break=\"no\"/>posing",
  ]

  /// The rule that its paragraphs and their line breaks name.
  static let rule = "paragraph"

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let lines = FlowingLines(text, found, rule: Self.rule)
    var annotations: [Annotation] = []
    var line = 0
    while line < text.lines.count {
      let rest = found.rest(of: line, in: text)
      if rest.isEmpty {
        line += 1
        continue
      }
      let (last, breaks) = lines.block(from: line)
      annotations += breaks
      let range = Int(text.tokens[rest.lowerBound].start)..<text.lines[last].content.upperBound
      annotations.append(
        Annotation(range, .paragraph, .high, rule: Self.rule, because: "lines of text"))
      line = last + 1
    }
    return annotations
  }
}
