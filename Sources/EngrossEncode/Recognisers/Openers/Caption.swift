/// Finds the caption of a paper in court: the court, and who is against whom under what number.
///
/// Among the first lines one starts with "v." or is "versus", and one ends with what the party is,
/// "Plaintiff,"; from the first line to the last such line all belong to the caption.
/// TEI Guidelines, DS, Openers and Closers.
struct Caption: Recogniser {
  static let examples: [Example] = [
    "DISTRICT COURT OF WESSEX\n\nANNA BERG,\n     Plaintiff,\n  v.        No. 71\nOLA LUND,\n     Defendant.\n\nORDER\n\nThis is a text that says so, and it is so ordered."
      ~> "<seg type=\"caption\">Defendant.</seg></opener>\n\n<head>ORDER</head>",
    "On courts\n\nThe Plaintiff, who was there,\nv. the other, won.\nThis is a text that says so."
      !~> "caption",
  ]

  private static let litigants = Formulas.words("litigant")
  private static let against = Formulas.words("versus")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let top = text.filledLines.prefix(24)
    guard let versus = top.first(where: { isVersus(text, text.lines[$0].tokens) }),
      let last = top.drop(while: { $0 <= versus }).prefix(8).last(where: {
        isLitigant(text, text.lines[$0].tokens)
      })
    else { return [] }
    let lines = top.prefix { $0 <= last }
    guard lines.allSatisfy({ text.lines[$0].tokens.count <= 24 }), last < top[top.endIndex - 1]
    else { return [] }
    return lines.filter { !found.claims(line: $0) }.map {
      Annotation(
        text.lines[$0].content, .preliminary(type: "caption"), .high, rule: "caption",
        because: "it stands above the parties of a case")
    }
  }

  private func isVersus(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    return Self.against.contains(text.tokens[first].key)
      && (tokens.count == 1 || text.isMark(first + 1, "."))
      && (tokens.count <= 2 || Int(text.tokens[first + 2].start - text.tokens[first + 1].end) > 2)
  }

  /// Whether a line ends with what one is in the case: "Plaintiff," "Defendants-Appellees."
  private func isLitigant(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.count <= 12
      && tokens.suffix(2).contains { Self.litigants.contains(text.tokens[$0].key) }
  }
}
