/// Finds the way to a page that a web site prints above its text: "Home > Speeches > Bridges".
///
/// One of the first lines, short pieces with arrows between them. TEI Guidelines, PH, Headers,
/// Footers, and Similar Matter.
struct Breadcrumb: Recogniser {
  static let examples: [Example] = [
    "Home > Speeches > Bridges\n\nRemarks on bridges\n\nThis is a text that says so."
      ~> "<fw type=\"header\">Home &gt; Speeches &gt; Bridges</fw>\n\n<head>",
    "Remarks on bridges\n\nThis is a text that says that a > b > c.\n\nAnd more." !~> "<fw",
    "Tolls > 5 crowns\n\nThis is a text that says so." !~> "<fw",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    text.filledLines.prefix(3).dropLast().compactMap { line in
      let tokens = text.lines[line].tokens
      guard !found.claims(line: line), tokens.count <= 40,
        tokens.count(where: { text.isMark($0, ">") }) >= 2, isOfTitles(text, tokens)
      else { return nil }
      return Annotation(
        text.lines[line].content, .runningHead, .high, rule: "breadcrumb",
        because: "short pieces with arrows between them")
    }
  }

  /// Whether each piece starts as titles do, and the line ends as no sentence does.
  private func isOfTitles(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    !text.isMark(tokens.upperBound - 1, ".")
      && tokens.allSatisfy { index in
        text.isMark(index, ">") || index > tokens.lowerBound && !text.isMark(index - 1, ">")
          || text.tokens[index].kind != .word && text.tokens[index].kind != .mark
      }
  }
}
