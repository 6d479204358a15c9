/// Finds lines above a text by which an office files it: "No. 247.", "[Inclosure 8.]", "File No.
/// 661.119/304", "[Telegram]".
///
/// A short line among the first, that is a number with the word for one, stands in brackets, or has
/// figures and no word. TEI Guidelines, DS, Openers and Closers.
struct ReferenceLine: Recogniser {
  static let examples: [Example] = [
    "[Inclosure 8.]\n\nMr. Berg to Mr. Lund\n\nOslo, May 6, 1901.\nSir: This is a text that says so."
      ~> "<opener><seg type=\"reference\">[Inclosure 8.]</seg></opener>\n\n<head><persName",
    "Mr. Berg to Mr. Lund\n\nNo. 14.]\n\nOslo, May 6, 1901.\nSir: This is a text that says so."
      ~> "<seg type=\"reference\">No. 14.]</seg>",
    "765.84/4457\n\nA notice to all\n\nThis is a text that says so."
      ~> "<seg type=\"reference\">765.84/4457</seg>",
    "No. 14 is the house.\n\nThis is a text that says so." !~> "<seg",
    "General Orders,\nNo. 12.\n\nAll who are here shall go there, as they were told."
      ~> ",\n<lb/>No. 12.</head>",
    "1901\n\nThis is a text that says so." !~> "<seg",
    "C. 102. M. 64. 1901. VII.\n\nOn lamps\n\nThis is a text that says so."
      ~> "<seg type=\"reference\">C. 102. M. 64. 1901. VII.</seg>",
    "Oslo, May 6, 1901, 9 p. m.\n(Received 11.25 p. m.)\n\nThis is a text that says so, and so on."
      ~> "<seg type=\"reference\">(Received 11.25 p. m.)</seg>",
    "On lamps\n(with a map)\n\nThis is a text that says so." !~> "<seg",
  ]

  private static let words = Formulas.words("reference")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let first = text.filledLines.first
    return text.filledLines.prefix(8).dropLast().compactMap { line in
      let tokens = text.lines[line].tokens
      guard !found.claims(line: line),
        isReference(text, tokens) || isBracketed(text, tokens, isFirst: line == first),
        !isNumberOfTitle(text, line, found)
      else { return nil }
      return Annotation(
        text.lines[line].content, .preliminary(type: "reference"), .high, rule: "reference-line",
        because: "a number or a word by which it's filed")
    }
  }

  /// Whether a number belongs to the line above: "General Orders, / No. 12."
  private func isNumberOfTitle(_ text: TokenisedText, _ line: Int, _ found: Findings) -> Bool {
    line > 0 && !text.lines[line - 1].isBlank && !found.claims(line: line - 1)
      && TitleCase.isNumber(text, text.lines[line].tokens)
      && TitleCase.holds(text, text.lines[line - 1].tokens)
  }

  /// Whether a line in round brackets says when it came, or, in capitals above all, whose it is.
  private func isBracketed(_ text: TokenisedText, _ tokens: Range<Int>, isFirst: Bool) -> Bool {
    guard tokens.count > 2, tokens.count <= 20, text.isMark(tokens.lowerBound, "("),
      text.isMark(tokens.upperBound - 1, ")")
    else { return false }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    return words.count <= 8 && words.contains { text.tokens[$0].kind == .number }
      || isFirst && words.allSatisfy { text.tokens[$0].kind == .capitals }
  }

  private func isReference(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 14 else { return false }
    let isBracketed = text.isMark(tokens.lowerBound, "[")
    let ends = text.isMark(tokens.upperBound - 1, "]")
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    guard let first = words.first else { return false }
    let hasFigures = words.contains {
      ![.word, .capitals, .capitalised].contains(text.tokens[$0].kind)
    }
    let isLabelled = Self.words.contains(text.tokens[first].key)
    if isBracketed, ends { return words.count <= 5 && (isLabelled || hasFigures) }
    let rest = isLabelled ? words.dropFirst() : words[...]
    let isBare = rest.allSatisfy {
      let token = text.tokens[$0]
      return token.kind == .number || token.kind == .mixed || token.count <= 2
        || Self.words.contains(token.key) || isShort($0)
    }
    /// "Cmd.", "NAC"
    func isShort(_ index: Int) -> Bool {
      let token = text.tokens[index]
      return token.kind == .capitals && token.count <= 4
        || token.kind == .capitalised && token.count <= 4 && text.isMark(index + 1, ".")
    }
    if isLabelled { return isBare && hasFigures }
    return isBare && hasFigures && words.count >= 2
      && tokens.contains { index in ["/", ".", "("].contains { text.isMark(index, $0) } }
      && (text.tokens[first].kind != .number || tokens.contains { text.isMark($0, "/") })
  }
}
