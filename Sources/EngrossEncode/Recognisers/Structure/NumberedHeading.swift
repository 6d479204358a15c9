/// Finds the headings of divisions that have a number: "ARTICLE IV.", "Sec. 2. Policy.", "Annex B".
///
/// The heading starts its line, and its number goes on from the one before or starts anew. The
/// title after the number belongs to it, on the same line or over two, up to a point if text runs on.
/// "2.4" stands inside "2". TEI Guidelines, DS, Headings and Trailers.
struct NumberedHeading: Recogniser {
  static let examples: [Example] = [
    "A treaty of all\nThe parties agree so.\nARTICLE I. There shall be peace.\nARTICLE II. There shall be trade."
      ~> "<div type=\"article\" n=\"I\"><head>ARTICLE I.</head> <p xml:id=\"p-3\">There shall be peace.</p>",
    "An order of it\nSo be it.\nSection 1. Policy. It is so and so.\nSec. 2. Duties. They do so."
      ~> "<div type=\"section\" n=\"2\"><head>Sec. 2. Duties.</head>",
    "An order of it\nSo be it.\nSection 1. Duties of Bridges.\nIt is so.\nSec. 1.1. They do so."
      ~> "<head>Section 1. Duties of Bridges.</head>\n<p xml:id=\"p-3\">It is so.</p>\n<div type=\"section\" n=\"1.1\"><head>Sec. 1.1.</head>",
    "An order of it\nSo be it.\nPART I—POLICY OF BRIDGES\nIt is so and no more."
      ~> "<div type=\"part\" n=\"I\"><head>PART I—POLICY OF BRIDGES</head>",
    "A treaty of all\nThe parties agree so.\n\nPART I.\nTHE LAMPS\n\nThere shall be lamps."
      ~> "<head>PART I.\n<lb/>THE LAMPS</head>",
    "A treaty of all\nThe parties agree so.\nArticle the First\nThere shall be peace.\nArticle the Second\nThere shall be trade."
      ~> "<div type=\"article\" n=\"Second\"><head>Article the Second</head>",
    "The minutes of it\nThe meeting began.\nAGENDA ITEM I: CHOICE OF A CHAIR\nIt was made."
      ~> "<div type=\"item\" n=\"I\"><head>AGENDA ITEM I: CHOICE OF A CHAIR</head>",
    "An order of it\nSo be it.\nSection 5 of the Act is as it was." !~> "type=\"section\"",
  ]

  private static let kinds = WordTable<Division.Kind>([
    Token.key("article"): .article, Token.key("art"): .article, Token.key("section"): .section,
    Token.key("sec"): .section, Token.key("sect"): .section, Token.key("part"): .part,
    Token.key("title"): .part, Token.key("book"): .part, Token.key("chapter"): .chapter,
    Token.key("chap"): .chapter, Token.key("annex"): .annex, Token.key("appendix"): .annex,
    Token.key("schedule"): .annex, Token.key("exhibit"): .annex, Token.key("attachment"): .annex,
    Token.key("enclosure"): .annex, Token.key("inclosure"): .annex, Token.key("tab"): .annex,
    Token.key("item"): .item,
  ])

  private struct Label {
    let kind: Division.Kind
    /// The number's tokens.
    let number: ClosedRange<Int>
    /// How many numbers stand before the last: 1 in "2.4".
    let depth: Int
  }

  /// The numbers that came last, by kind and depth.
  private typealias Last = [Int: (numbering: Numbering, value: Int)]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let layout = text.lineWidth
    var annotations: [Annotation] = []
    var last: Last = [:]
    for (number, line) in text.lines.enumerated()
    where !line.isBlank && !found.claims(line: number) {
      guard let label = label(text, line.tokens) else { continue }
      annotations += heading(text, number, label, &last, layout, found)
    }
    return annotations
  }

  private func label(_ text: TokenisedText, _ tokens: Range<Int>) -> Label? {
    var index = tokens.lowerBound
    guard tokens.count >= 2, text.tokens[index].isCapital else { return nil }
    if text.tokens[index].key == Token.key("agenda") { index += 1 }
    guard let kind = Self.kinds[text.tokens[index].key] else { return nil }
    index += 1
    if text.isMark(index, "."), text.isAttached(index) { index += 1 }
    guard index < tokens.upperBound, text.tokens[index].kind != .mark else { return nil }
    // "Article the First", "Article 2d"
    if let ordinal = ordinal(text, index, before: tokens.upperBound) {
      return Label(kind: kind, number: ordinal, depth: 0)
    }
    let first = index
    var depth = 0
    while index + 2 < tokens.upperBound, text.isMark(index + 1, "."), text.isAttached(index + 1),
      text.isAttached(index + 2), text.tokens[index + 2].kind == .number, depth < 4
    {
      index += 2
      depth += 1
    }
    return Label(kind: kind, number: first...index, depth: depth)
  }

  /// The place of an ordinal that ends a line as its number: "the First", "2d:"
  private func ordinal(_ text: TokenisedText, _ index: Int, before end: Int) -> ClosedRange<Int>? {
    let place = text.tokens[index].key == Token.key("the") ? index + 1 : index
    guard place < end, let last = Numbering.ordinal(text, place)?.last, last < end,
      (last + 1..<end).allSatisfy({ text.tokens[$0].kind == .mark })
    else { return nil }
    return place...last
  }

  private func heading(
    _ text: TokenisedText, _ number: Int, _ label: Label, _ last: inout Last,
    _ layout: LineWidth, _ found: Findings
  ) -> [Annotation] {
    let line = text.lines[number]
    let first = line.tokens.lowerBound
    guard let (reading, isExpected) = reading(text, label, last) else { return [] }
    var end = label.number.upperBound + 1
    let isEnded =
      end < line.tokens.upperBound
      && (isDash(text, end)
        || text.isAttached(end) && (text.isMark(end, ".") || text.isMark(end, ":")))
    if isEnded { end += 1 }
    let rest = end..<line.tokens.upperBound
    guard rest.isEmpty || isEnded || startsTitle(text, rest) else { return [] }
    // A wrapped line may start with "Section 4." in the middle of a sentence.
    if layout.continues(text, number), !isExpected { return [] }
    remember(reading, label, &last)
    var lastLine = number
    if let runIn = runIn(text, number, from: end, layout, found) {
      (end, lastLine) = (runIn.end, runIn.line)
    } else if !isEnded || isTitle(text, rest) {
      end = line.tokens.upperBound
    }
    if end == line.tokens.upperBound, lastLine == number, rest.isEmpty,
      isTitleBelow(text, number + 1, found)
    {
      lastLine = number + 1
      end = text.lines[lastLine].tokens.upperBound
    }
    var division = Division(
      kind: label.kind,
      number: text.string(text.range(label.number.lowerBound, label.number.upperBound)))
    division.depth = label.depth
    let breaks = (number..<lastLine).map {
      Annotation.lineBreak(in: text, before: $0 + 1, rule: "numbered-heading")
    }
    return breaks + [
      Annotation(
        text.range(first, end - 1), .divisionHead(division), .high, rule: "numbered-heading",
        because: "\"\(text.string(text.tokens[first].range))\" and a number that goes on")
    ]
  }

  /// Whether the line right below a number is its title, in capitals: "PART I. / THE LEAGUE".
  private func isTitleBelow(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    guard number + 1 < text.lines.count, !text.lines[number].isBlank, !found.claims(line: number),
      label(text, text.lines[number].tokens) == nil
    else { return false }
    let tokens = text.lines[number].tokens
    return tokens.count <= 20 && !text.isMark(tokens.upperBound - 1, ",")
      && !text.isMark(tokens.upperBound - 1, ";")
      && tokens.allSatisfy { [.capitals, .mark, .number].contains(text.tokens[$0].kind) }
      && tokens.contains { text.tokens[$0].kind == .capitals }
      && (text.lines[number + 1].isBlank || !found.claims(line: number + 1))
  }

  /// The value of a number, and whether it's the next; nil where it neither goes on nor starts.
  private func reading(
    _ text: TokenisedText, _ label: Label, _ last: Last
  ) -> (reading: (Numbering, Int), isExpected: Bool)? {
    let bytes = text.bytes[text.tokens[label.number.upperBound].range]
    let ordinal = Numbering.ordinal(text, label.number.lowerBound)
    let readings =
      ordinal.map { [(.ordinal, $0.value)] } ?? Numbering.readings(bytes).filter { $0.1 > 0 }
    let before = last[place(label)]
    if let before,
      let next = readings.first(where: { $0.0 == before.numbering && $0.1 == before.value + 1 })
    {
      return (next, true)
    }
    return readings.first { $0.1 == 1 || before == nil }.map { ($0, label.depth > 0) }
  }

  private func place(_ label: Label) -> Int {
    Division(kind: label.kind, number: "").rank + label.depth
  }

  /// Notes a number; those of the divisions inside start anew.
  private func remember(_ reading: (Numbering, Int), _ label: Label, _ last: inout Last) {
    let place = place(label)
    let keepsInner = label.kind == .section && label.depth == 0
    last = last.filter { $0.key <= place || keepsInner && $0.key > place + 15 }
    // Articles are numbered through the chapters that they stand in.
    last[place] = (reading.0, reading.1)
  }

  private func isDash(_ text: TokenisedText, _ index: Int) -> Bool {
    text.isMark(index, "-") || [0x2013, 0x2014].contains(text.scalar(index))
  }

  /// Whether the words after a number without a mark can be its title, not the sentence's own.
  private func startsTitle(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    text.tokens[tokens.lowerBound].kind != .word && !text.isMark(tokens.upperBound - 1, ",")
      && !text.isMark(tokens.upperBound - 1, ";") && TitleCase.holds(text, tokens)
  }

  /// Whether what stands after a number is a title as a whole.
  private func isTitle(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.count <= 24 && TitleCase.holds(text, tokens)
      && tokens.contains { text.tokens[$0].isCapital && text.tokens[$0].count > 2 }
  }

  /// The end of a title after a number, which text may follow: "Policy." in "Sec. 2. Policy. It is …".
  private func runIn(
    _ text: TokenisedText, _ number: Int, from start: Int, _ layout: LineWidth, _ found: Findings
  ) -> (end: Int, line: Int)? {
    var line = number
    var words = 0
    var index = start
    if index < text.lines[number].tokens.upperBound, isDash(text, index) { index += 1 }
    while words <= 24 {
      if index == text.lines[line].tokens.upperBound {
        guard words > 0, line + 1 < text.lines.count, line < number + 2,
          !found.claims(line: line + 1), layout.continues(text, line + 1)
        else { return nil }
        line += 1
      }
      let token = text.tokens[index]
      if text.isMark(index, "."), text.isAttached(index), words > 0,
        text.tokens[index - 1].count > 1
      {
        return (index + 1, line)
      }
      if token.kind == .mark {
        guard [".", ",", "-", "'", "(", ")"].contains(where: { text.isMark(index, $0) }) else {
          return nil
        }
      } else if token.isCapital || TitleCase.small.contains(token.key) && words > 0 {
        words += 1
      } else {
        return nil
      }
      index += 1
    }
    return nil
  }
}
