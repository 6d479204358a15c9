/// Finds what is added below a signature: "P. S.--The cat has come back."
///
/// A line that starts with the letters, after the text. TEI Guidelines, DS, Postscripts.
struct Postscript: Recogniser {
  static let examples: [Example] = [
    "A Letter\nDear Anna,\nThis is so, and so be it.\nYours truly,\nOLA LUND.\nP. S.--The cat is back."
      ~> "<postscript><p xml:id=\"p-2\">P. S.--The cat is back.</p></postscript>",
    "A letter to you\nDear Anna,\nPS is a town." !~> "<postscript",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    text.lines.enumerated().dropFirst().compactMap { number, line in
      guard line.tokens.count > 3, !found.claims(line: number), isLabelled(text, line) else {
        return nil
      }
      return Annotation(
        line.content, .postscript, .high, rule: "postscript", because: "the letters P. S.")
    }
  }

  private func isLabelled(_ text: TokenisedText, _ line: Line) -> Bool {
    let first = line.tokens.lowerBound
    if text.tokens[first].key == Token.key("ps")
      || text.tokens[first].key == Token.key("postscript")
    {
      return text.isAttached(first + 1) && text.tokens[first + 1].kind == .mark
    }
    return text.tokens[first].key == Token.key("p") && text.isMark(first + 1, ".")
      && text.tokens[first + 2].key == Token.key("s") && text.tokens[first + 3].kind == .mark
  }
}
