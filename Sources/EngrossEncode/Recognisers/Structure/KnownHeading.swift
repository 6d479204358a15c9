/// Finds headings that name a usual part of documents: "RATIFICATION.", "Form of the Oath".
///
/// The heading stands alone on its line, after text, and starts with the noun, in capitals or with
/// "of" after it; so that it's told from a signatory. TEI Guidelines, DS, Headings and Trailers.
struct KnownHeading: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "An act of all\nThis was enacted in that year, and it was to be so for all time.\nOLA LUND,\nRATIFICATION.\nOslo, May 6, 1997.\nResolved, that it be so."
      ~> "<head>RATIFICATION.</head>",
    "A petition\nThis is asked of you, as it was asked of those before you by others.\n(Signed)\nAnna Berg\nForm of the Oath for Petitions.\nI say that it is so and no more."
      ~> "<head>Form of the Oath for Petitions.</head>",
    "A petition\nThis is asked of you, as it was asked of those before you by others.\nForm it as you like.\nIt is so."
      !~> "<div type=\"section\"",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var isAfterText = false
    var annotations: [Annotation] = []
    for (position, number) in filled.enumerated() where !found.claims(line: number) {
      let tokens = text.lines[number].tokens
      if tokens.count > 12 { isAfterText = true }
      guard isAfterText, position + 1 < filled.count, isHeading(text, text.lines[number]) else {
        continue
      }
      annotations.append(
        Annotation(
          text.lines[number].content, .divisionHead(Division(kind: .unnumbered, number: "")),
          .medium, rule: "known-heading",
          because: "\"\(text.string(text.tokens[tokens.lowerBound].range))\" heads parts"))
    }
    return annotations
  }

  private func isHeading(_ text: TokenisedText, _ line: Line) -> Bool {
    let tokens = line.tokens
    guard tokens.count <= 16, text.tokens[tokens.lowerBound].isCapital,
      facts.editorial.headings.contains(text.tokens[tokens.lowerBound].key),
      ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-")].contains(text.lastByte(line))
    else { return false }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    let isCapitals = words.allSatisfy { text.tokens[$0].kind == .capitals }
    if words.count <= 2 {
      return isCapitals && tokens.count <= words.count + 1
        && text.lastByte(line) != UInt8(ascii: ":")
        || isCapitals && words.count == 1 && tokens.count == 2
    }
    return text.tokens[words[1]].key == Token.key("of") && TitleCase.holds(text, tokens)
  }
}
