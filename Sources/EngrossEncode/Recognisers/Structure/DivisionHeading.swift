/// Finds the headings of divisions inside a document: "ARTICLE IV.", "Sec. 2. Policy.", "[Translation.]".
///
/// A numbered heading starts its line, and its number goes on from the one before or starts anew. A
/// heading without a number stands alone on a short line in title case or capitals, between text
/// that ended and text that follows. TEI Guidelines, DS, Headings and Trailers.
struct DivisionHeading: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A treaty of all\nThe parties agree so.\nARTICLE I. There shall be peace.\nARTICLE II. There shall be trade."
      ~> "<div type=\"article\" n=\"I\"><head>ARTICLE I.</head> <p xml:id=\"p-3\">There shall be peace.</p>",
    "An order of it\nSo be it.\nSection 1. Policy. It is so and so.\nSec. 2. Duties. They do so."
      ~> "<div type=\"section\" n=\"2\"><head>Sec. 2. Duties.</head>",
    "An order of it\nSo be it.\nSection 5 of the Act is as it was." !~> "type=\"section\"",
    "The minutes of it\nThe meeting began at nine.\nFinal Remarks\nThe chair thanked all who came to it."
      ~> "<div type=\"section\"><head>Final Remarks</head>",
    "The minutes of it\nThe meeting began, with\nAnna Berg\nOla Lund\nand with others who came to it."
      !~> "<head>Anna",
    "A petition\nThis is asked of you.\n[Form of the Oath.]\nI, Anna Berg, say that it's so."
      ~> "<div type=\"section\"><head>[Form of the Oath.]</head>",
  ]

  private static let kinds: [UInt64: Division.Kind] = [
    Token.key("article"): .article, Token.key("art"): .article, Token.key("section"): .section,
    Token.key("sec"): .section, Token.key("sect"): .section, Token.key("part"): .part,
    Token.key("title"): .part, Token.key("book"): .part, Token.key("chapter"): .chapter,
    Token.key("chap"): .chapter, Token.key("annex"): .annex, Token.key("appendix"): .annex,
    Token.key("schedule"): .annex, Token.key("exhibit"): .annex, Token.key("attachment"): .annex,
    Token.key("enclosure"): .annex, Token.key("inclosure"): .annex, Token.key("tab"): .annex,
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let layout = LineWidth(text)
    let filled = text.filledLines
    var annotations: [Annotation] = []
    var last: [Division.Kind: (Numbering, Int)] = [:]
    for (position, line) in filled.enumerated() where !found.claims(line: line) {
      if let heading = numbered(text, line, &last, layout) {
        annotations += heading
      } else if position > 0, position + 1 < filled.count,
        isUnnumbered(text, filled[position - 1], line, filled[position + 1], found, layout)
      {
        annotations.append(
          Annotation(
            text.lines[line].content, .divisionHead(Division(kind: .unnumbered, number: "")),
            .medium,
            rule: "division-heading", because: "a short line in title case between paragraphs"))
      }
    }
    return annotations
  }

  // MARK: Numbered

  private func numbered(
    _ text: TokenisedText, _ number: Int, _ last: inout [Division.Kind: (Numbering, Int)],
    _ layout: LineWidth
  ) -> [Annotation]? {
    let line = text.lines[number]
    let first = line.tokens.lowerBound
    guard line.tokens.count >= 2, text.tokens[first].isCapital,
      let kind = Self.kinds[text.tokens[first].key]
    else { return nil }
    var index = first + 1
    if text.isMark(index, "."), text.isAttached(index) { index += 1 }
    guard index < line.tokens.upperBound, text.tokens[index].kind != .mark else { return nil }
    let label = text.tokens[index]
    let readings = Numbering.readings(text.bytes[label.range])
    let expected = readings.first { reading in
      if let before = last[kind] { return reading.0 == before.0 && reading.1 == before.1 + 1 }
      return false
    }
    guard let reading = expected ?? readings.first(where: { $0.1 == 1 || last[kind] == nil }),
      reading.1 > 0
    else { return nil }
    var end = index + 1
    let isLast = end == line.tokens.upperBound
    let isEnded =
      end < line.tokens.upperBound && text.isAttached(end)
      && (text.isMark(end, ".") || text.isMark(end, ":") || isDash(text, end))
      || end < line.tokens.upperBound && isDash(text, end)
    guard isLast || isEnded || TitleCase.holds(text, end..<line.tokens.upperBound) else {
      return nil
    }
    // A wrapped line may start with "Section 4." in the middle of a sentence.
    if layout.continues(text, number), expected == nil { return nil }
    last[kind] = reading
    if kind != .section { last[.section] = nil }
    if kind == .part || kind == .annex { last[.article] = nil }
    if isEnded { end += 1 }
    if let title = runIn(text, end..<line.tokens.upperBound) { end = title }
    if !isLast, !isEnded { end = line.tokens.upperBound }
    let division = Division(kind: kind, number: text.string(label.range))
    let head = text.range(first, end - 1)
    let because = "\"\(text.string(text.tokens[first].range))\" and a number that goes on"
    return [
      Annotation(head, .divisionHead(division), .high, rule: "division-heading", because: because)
    ]
  }

  private func isDash(_ text: TokenisedText, _ index: Int) -> Bool {
    text.isMark(index, "-") || text.string(text.tokens[index].range) == "—"
      || text.string(text.tokens[index].range) == "–"
  }

  /// The end of a heading that runs into the paragraph: "Policy." in "Sec. 2. Policy. It is …".
  private func runIn(_ text: TokenisedText, _ tokens: Range<Int>) -> Int? {
    var index = tokens.lowerBound
    guard index < tokens.upperBound else { return nil }
    if text.isMark(index, "-") || isDash(text, index) { index += 1 }
    var words = 0
    while index < tokens.upperBound, words <= 24 {
      let token = text.tokens[index]
      if text.isMark(index, "."), text.isAttached(index), words > 0,
        text.tokens[index - 1].count > 1
      {
        return index + 1 < tokens.upperBound ? index + 1 : nil
      }
      if token.kind == .mark {
        guard
          text.isMark(index, ".") || text.isMark(index, ",") || text.isMark(index, "-")
            || text.isMark(index, "'")
            || text.isMark(index, "(") || text.isMark(index, ")")
        else { return nil }
      } else if token.isCapital || TitleCase.small.contains(token.key) && words > 0 {
        words += 1
      } else {
        return nil
      }
      index += 1
    }
    return nil
  }

  // MARK: Without a number

  private func isUnnumbered(
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
    guard !found.claims(line: after), endsSentence(text, before, found),
      isText(text, text.lines[after]), TitleCase.holds(text, line.tokens)
    else { return false }
    let words = line.tokens.filter { text.tokens[$0].kind != .mark }
    guard words.count >= 1, let first = words.first, text.tokens[first].isCapital else {
      return false
    }
    let isCapitals = words.allSatisfy {
      text.tokens[$0].kind == .capitals || text.tokens[$0].kind == .number
    }
    switch text.lastByte(line) {
    case UInt8(ascii: "."):
      guard isCapitals || words.count <= 9 && words.count > 1 else { return false }
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"), UInt8(ascii: "?"): return false
    case UInt8(ascii: ":"): guard words.count > 1, isCapitals else { return false }
    default: break
    }
    return line.content.count * 2 < text.lines[after].content.count || isCapitals
  }

  /// Whether a line before a heading ends a sentence, or is a heading or another block itself.
  private func endsSentence(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    if found.claims(line: number) { return true }
    let last = text.lastByte(text.lines[number])
    return [
      UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""),
      UInt8(ascii: ")"), UInt8(ascii: "]"), 0x9D,
    ].contains(last)
      && text.lines[number].tokens.count > 4
  }

  /// Whether a line is a sentence of running text: words in lower case, and not a few.
  private func isText(_ text: TokenisedText, _ line: Line) -> Bool {
    guard line.tokens.count >= 8 else { return false }
    return line.tokens.filter { text.tokens[$0].kind == .word }.count * 3 >= line.tokens.count
  }
}
