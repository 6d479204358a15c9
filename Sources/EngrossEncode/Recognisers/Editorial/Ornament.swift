/// Finds lines that hold no words: rules, stars between parts, stars or points in the place of text.
///
/// Four signs or more with spaces between stand for text that is left out, fewer or others for a
/// break. TEI Guidelines, CO, Additions, Deletions, and Omissions.
struct Ornament: Recogniser {
  static let examples: [Example] = [
    "A notice to all\nThis is the first of two parts.\n* * * * *\nThis is the second of them."
      ~> "<gap reason=\"omitted\" resp=\"#engross\" cert=\"medium\"/><ab type=\"omission\">* * * * *</ab>",
    "A notice to all\nThis is the first of two parts.\n* * *\nThis is the second of them."
      ~> "<ab type=\"ornament\">* * *</ab>",
    "A notice to all\nThis is the first of two parts.\n______________\nThis is the second of them."
      ~> "<ab type=\"ornament\">______________</ab>",
    "A notice to all\nThis is the first ...\nThis is the second of them." !~> "<ab",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    text.lines.enumerated().compactMap { number, line in
      guard line.tokens.count >= 3, !found.claims(line: number),
        text.tokens[line.tokens.lowerBound].kind == .mark
      else { return nil }
      let first = text.tokens[line.tokens.lowerBound]
      guard line.tokens.allSatisfy({ text.tokens[$0].key == first.key }),
        ["*", "_", "-", "=", "~", ".", "•", "—", "·", "+"].contains(text.string(first.range))
      else { return nil }
      let isSpaced = !text.isAttached(line.tokens.lowerBound + 1)
      let stands =
        text.isMark(line.tokens.lowerBound, "*") || text.isMark(line.tokens.lowerBound, ".")
      let isOmission = isSpaced && stands && line.tokens.count >= 4
      return Annotation(
        line.content, .anonymousBlock(type: isOmission ? "omission" : "ornament"), .medium,
        rule: "ornament",
        because: isOmission ? "stars or points in the place of text" : "a line without words")
    }
  }
}
