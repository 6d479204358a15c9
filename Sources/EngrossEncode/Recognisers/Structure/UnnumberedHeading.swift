/// Finds the headings of divisions that have no number: "Final Remarks", "[Translation.]".
///
/// It stands alone on a short line in title case or capitals, between text that ended and text
/// that follows. TEI Guidelines, DS, Headings and Trailers.
struct UnnumberedHeading: Recogniser {
  static let examples: [Example] = [
    "The minutes of it\nThe meeting began at nine.\nFinal Remarks\nThe chair thanked all who came to it."
      ~> "<div type=\"section\"><head>Final Remarks</head>",
    "The minutes of it\nThe meeting began, with\nAnna Berg\nOla Lund\nand with others who came to it."
      !~> "<head>Anna",
    "A petition\nThis is asked of you.\n[Form of the Oath.]\nI, Anna Berg, say that it's so."
      ~> "<div type=\"section\"><head>[Form of the Oath.]</head>",
    "An act of all\nThis was enacted in that year, and it was to be so for all time, so that no one could say that it had not been enacted as it should have been in that year by those who did.\nCHANGES MADE:\nIn the first section the words were changed by it."
      ~> "<div type=\"section\"><head>CHANGES MADE:</head>",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let layout = text.lineWidth
    let filled = text.filledLines.filter { !found.isPage(line: $0) }
    var annotations: [Annotation] = []
    for position in filled.indices.dropFirst().dropLast() {
      let line = filled[position]
      if !found.claims(line: line),
        isHeading(text, filled[position - 1], line, filled[position + 1], found, layout)
      {
        annotations.append(
          Annotation(
            text.lines[line].content, .divisionHead(Division(kind: .unnumbered, number: "")),
            .medium, rule: "unnumbered-heading",
            because: "a short line in title case between paragraphs"))
      }
    }
    return annotations
  }

  private func isHeading(
    _ text: TokenisedText, _ before: Int, _ number: Int, _ after: Int, _ found: Findings,
    _ layout: LineWidth
  ) -> Bool {
    let line = text.lines[number]
    guard line.tokens.count <= 20, line.content.count <= 110 else { return false }
    if SignatureFormula.isBracketed(text, line.tokens) {
      return TitleCase.holds(text, line.tokens)
        && !line.tokens.contains { text.tokens[$0].kind == .number }
        && text.lines[after].tokens.count >= 3 && line.tokens.count >= 4
    }
    if layout.isWrapped {
      guard number > 0, text.lines[number - 1].isBlank, number + 1 < text.lines.count,
        text.lines[number + 1].isBlank
      else { return false }
    }
    let words = line.tokens.filter { text.tokens[$0].kind != .mark }
    guard let first = words.first, text.tokens[first].isCapital,
      TitleCase.holds(text, line.tokens)
    else { return false }
    let isCapitals = words.allSatisfy {
      text.tokens[$0].kind == .capitals || text.tokens[$0].kind == .number
    }
    guard isText(text, after, found),
      endsSentence(
        text, before, found, isPoint: words.count >= 4 && text.lastByte(line) == UInt8(ascii: ".")),
      isEnded(text, line, words.count, isCapitals)
    else { return false }
    return line.content.count * 2 < text.lines[after].content.count || isCapitals
  }

  /// Whether a line ends as headings do.
  private func isEnded(
    _ text: TokenisedText, _ line: Line, _ words: Int, _ isCapitals: Bool
  ) -> Bool {
    switch text.lastByte(line) {
    case UInt8(ascii: "."): isCapitals || words <= 9 && words > 1
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"), UInt8(ascii: "?"): false
    case UInt8(ascii: ":"):
      isCapitals && (words > 1 || line.content.count > 8)
        && SignatureFormula.attestation(text, line.tokens).isEmpty
    default: true
    }
  }

  /// Whether a line before a heading ends a sentence, or is a heading or another block itself; a
  /// heading with a point at its end may divide what a colon announces.
  private func endsSentence(
    _ text: TokenisedText, _ number: Int, _ found: Findings, isPoint: Bool
  ) -> Bool {
    if found.claims(line: number) { return true }
    let last = text.lastByte(text.lines[number])
    return [
      UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""),
      UInt8(ascii: ")"), UInt8(ascii: "]"), 0x9D,
    ].contains(last)
      || isPoint && last == UInt8(ascii: ":")
        && text.lines[number].tokens.count > 4
  }

  /// Whether a line is a sentence of running text: words in lower case, and not a few.
  private func isText(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    let line = text.lines[number]
    guard !found.claims(line: number), line.tokens.count >= 8 else { return false }
    return line.tokens.filter { text.tokens[$0].kind == .word }.count * 3 >= line.tokens.count
  }
}
