/// Finds quoted paragraphs: such as a colon announces and quotation marks enclose, or that stand
/// farther in than the text.
///
/// Of several, each begins with the mark and the last ends with it, as print has it; one alone, or
/// one farther in, follows a line that ends with a colon. TEI Guidelines, CO, Quotation.
struct BlockQuotation: Recogniser {
  static let examples: [Example] = [
    "A message of veto\nThe bill says this:\n\"That all of it is so and no more.\"\nI don't agree."
      ~> "<quote><p xml:id=\"p-3\">\"That all of it is so and no more.\"</p></quote>\n<p",
    "A message of veto\nHe wrote this then.\n“That all of it is so.\n“And that it was so.”\nI don't agree."
      ~> "<quote><p xml:id=\"p-3\">“That all of it is so.</p>\n<p xml:id=\"p-4\">“And that it was so.”</p></quote>",
    "A message of veto\nThe bill says this:\n\"That\" is the word that it has, as I said.\nSo it is."
      !~> "<quote",
    "A message of veto\nHe wrote this then.\n“That all of it is so” was what he wrote.\nSo it is."
      !~> "<quote",
    """
    A message of veto

    The bill that was sent to me has these words, in the second of the sections that
    it has, and it is for these words that I send it back to the house it came from:

        That all of the lands that are spoken of in this act shall be so as they
        were before it, and no more.

    I don't agree with it, and I say so now, so that the house may do with it as the
    house thinks right.
    """ ~> "<quote><p xml:id=\"p-2\">That all",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let lines = FlowingLines(text, found, rule: "block-quotation")
    let filled = text.filledLines
    var annotations: [Annotation] = []
    var position = 0
    while position < filled.count {
      let first = position
      position += 1
      let number = filled[first]
      guard !found.claims(line: number), !found.isPage(line: number) else { continue }
      let isAnnounced =
        first > 0 && text.lastByte(text.lines[filled[first - 1]]) == UInt8(ascii: ":")
      guard isOpening(text, number) || isAnnounced && isIndented(text, filled, first) else {
        continue
      }
      let (blocks, end) =
        isOpening(text, number)
        ? enclosed(text, number, lines, found, isAnnounced) : indented(number, lines)
      while position < filled.count, filled[position] < end { position += 1 }
      for block in blocks {
        annotations.append(
          Annotation(
            text.lines[block.first].content.lowerBound..<text.lines[block.last].content.upperBound,
            .quotation, .medium, rule: "block-quotation",
            because: isOpening(text, number)
              ? "quotation marks enclose it" : "a colon announces it, and it stands farther in"))
        annotations += block.breaks
      }
    }
    return annotations
  }

  private struct Paragraph {
    let first: Int
    let last: Int
    let breaks: [Annotation]
  }

  private func indented(_ line: Int, _ lines: FlowingLines) -> (blocks: [Paragraph], end: Int) {
    let (last, breaks) = lines.block(from: line)
    let block = Paragraph(first: line, last: last, breaks: breaks)
    return (last > line ? [block] : [], last + 1)
  }

  /// The paragraphs from a line on that begin with a mark of quotation, as far as the one that ends
  /// with it; none where none does. Also the line after those that were looked at.
  private func enclosed(
    _ text: TokenisedText, _ start: Int, _ lines: FlowingLines, _ found: Findings,
    _ isAnnounced: Bool
  ) -> (blocks: [Paragraph], end: Int) {
    var blocks: [Paragraph] = []
    var first = start
    while first < text.lines.count, !found.claims(line: first), isOpening(text, first) {
      let (last, breaks) = lines.block(from: first)
      blocks.append(Paragraph(first: first, last: last, breaks: breaks))
      let tokens = text.lines[first].tokens.lowerBound..<text.lines[last].tokens.upperBound
      if let isLast = closes(text, tokens) {
        return (isLast && (isAnnounced || blocks.count > 1) ? blocks : [], last + 1)
      }
      first = last + 1
      while first < text.lines.count, text.lines[first].isBlank { first += 1 }
    }
    return ([], first)
  }

  private func isOpening(_ text: TokenisedText, _ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return tokens.count >= 3 && isQuote(text, tokens.lowerBound, [0x22, 0x201C, 0xAB])
      && text.isAttached(tokens.lowerBound + 1)
  }

  private func isQuote(_ text: TokenisedText, _ index: Int, _ marks: [UInt32]) -> Bool {
    text.tokens[index].kind == .mark && marks.contains(text.scalar(index))
  }

  /// Whether the quotation that a paragraph begins with is closed at its very end, the mark of the
  /// sentence aside: false when it's closed before, nil when it isn't closed in it.
  private func closes(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool? {
    var depth = 0
    for index in tokens {
      if isQuote(text, index, [0x22]) {
        // A straight mark opens where a word follows it at once and none stands before it at once.
        let opens =
          index == tokens.lowerBound
          || !text.isAttached(index) && index + 1 < tokens.upperBound && text.isAttached(index + 1)
        depth += opens ? 1 : -1
      } else if isQuote(text, index, [0x201C, 0xAB]) {
        depth += 1
      } else if isQuote(text, index, [0x201D, 0xBB]) {
        depth -= 1
      }
      if depth <= 0 {
        return tokens.upperBound - index <= 2
      }
    }
    return nil
  }

  /// Whether a line stands after a blank one and farther in than the text before it.
  private func isIndented(_ text: TokenisedText, _ filled: [Int], _ position: Int) -> Bool {
    let (before, line) = (text.lines[filled[position - 1]], text.lines[filled[position]])
    guard filled[position] > filled[position - 1] + 1, position + 1 < filled.count,
      filled[position + 1] == filled[position] + 1
    else { return false }
    let next = text.lines[filled[position + 1]]
    let (outer, inner) = (
      before.content.lowerBound - before.whole.lowerBound,
      line.content.lowerBound - line.whole.lowerBound
    )
    return inner >= outer + 3 && next.content.lowerBound - next.whole.lowerBound >= outer + 3
      && Numbering.readings(text.bytes[text.tokens[line.tokens.lowerBound].range]).isEmpty
      && text.tokens[line.tokens.lowerBound].kind != .mark
  }
}
