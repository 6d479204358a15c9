/// Finds the acclamation that ends a proclamation: "GOD save the King."
///
/// One of the last lines, with no more words than a cheer has. TEI Guidelines, DS, Trailers.
struct Acclamation: Recogniser {
  static let examples: [Example] = [
    "A proclamation\nThis is so.\nANNA BERG, Governor.\nGOD save the Queen."
      ~> "</closer>\n<trailer>GOD save the Queen.</trailer>",
    "A proclamation\nThis is so.\nGod saved the Queen on that day, as all of us know."
      !~> "<trailer",
  ]

  private static let words = Formulas.words("acclamation")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    text.filledLines.dropFirst(2).suffix(4).compactMap { line in
      let tokens = text.lines[line].tokens
      guard !found.claims(line: line), tokens.count >= 3, tokens.count <= 8,
        Self.words.contains(text.tokens[tokens.lowerBound].key),
        ["save", "live", "bless", "le", "la", "deo"].contains(where: {
          text.tokens[tokens.lowerBound + 1].key == Token.key($0)
        })
      else { return nil }
      return Annotation(
        text.lines[line].content, .trailer, .high, rule: "acclamation",
        because: "a formula of loyalty"
      )
    }
  }
}
