/// Finds a signature that was run on to the last sentence: "…so it is ordered. ANNA BERG THE CASTLE,
/// May 6, 1997.", and one whose line was joined with its dateline.
///
/// Only at the document's end. A name in capitals stands behind a full stop, or the author whom the
/// head of the text names starts the line; nothing but a place and a date follows.
/// TEI Guidelines, DS, Openers and Closers.
struct RunOnSignature: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice\nThis is so, by the power that I have over all of it. ANNA M. BERG THE CASTLE, May 6, 1997."
      ~> "</p> <closer><signed><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">ANNA M. BERG</persName></signed> <dateline><placeName",
    "A notice\nThis is so, by the power that I have over all of it. ANNA M. BERG"
      ~> ">ANNA M. BERG</persName></signed>",
    "A notice\nThis is so, by the power that I have over all of it. ANNA BERG SAID SO, and so it was."
      !~> "<signed",
    "Anna M. Berg\nMay 06, 1997\n\nOn bridges\nThis is a text that says so.\nAnna M. BergCastle Ilse,May 6, 1997."
      ~> "Anna M. Berg</persName></signed><dateline>Castle Ilse,<date",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var line = text.lines.count - 1
    while line > 0, text.lines[line].isBlank || found.claims(line: line) { line -= 1 }
    guard line > 0, text.lines.count - line <= 40 else { return [] }
    if let author = author(text, found),
      text.bytes[text.lines[line].content].starts(with: text.bytes[author])
    {
      return joined(text, line, author.count, found)
    }
    let tokens = text.lines[line].tokens
    guard tokens.count > 8 else { return [] }
    for stop in tokens.suffix(30).dropLast(2).reversed() where text.isMark(stop, ".") {
      let rest = stop + 1..<tokens.upperBound
      guard text.tokens[stop - 1].kind == .word || text.tokens[stop - 1].kind == .mark,
        !text.isAttached(rest.lowerBound),
        let name = SignatoryName(text, rest, found, facts), name.isInCapitals, name.words <= 4
      else { continue }
      var end = name.tokens.upperBound
      if text.isMark(end, "."), text.isAttached(end), end < tokens.upperBound { end += 1 }
      if end == tokens.upperBound {
        return signature(text, name.tokens, until: Int(text.tokens[end - 1].end))
      }
      guard let dateline = dateline(text, end..<tokens.upperBound, line, found) else { continue }
      return signature(text, name.tokens, until: Int(text.tokens[end - 1].end)) + dateline
    }
    return []
  }

  /// The bytes of the author's name at the head of the text.
  private func author(_ text: TokenisedText, _ found: Findings) -> Range<Int>? {
    found.blocks(.docAuthor).first?.range
  }

  private func signature(
    _ text: TokenisedText, _ name: Range<Int>, until end: Int
  ) -> [Annotation] {
    let range = text.range(name.lowerBound, name.upperBound - 1)
    return [
      annotation(range.lowerBound..<end, .signed(role: nil)), annotation(range, .persName),
    ]
  }

  private func annotation(_ range: Range<Int>, _ mark: Mark) -> Annotation {
    Annotation(
      range, mark, .high, rule: "run-on-signature", because: "a name run on to the last sentence")
  }

  /// The dateline that some tokens are: a place and a date to the line's end.
  private func dateline(
    _ text: TokenisedText, _ tokens: Range<Int>, _ line: Int, _ found: Findings
  ) -> [Annotation]? {
    guard let date = found.dates.last, found.line(at: date.range.lowerBound) == line,
      text.tokens[tokens.lowerBound].kind != .mark,
      date.range.lowerBound >= Int(text.tokens[tokens.lowerBound].start),
      DatelineLines.isTime(text, tokens, from: date.range.upperBound),
      let place = DatelineLines.place(text, tokens, until: date.range.lowerBound)
    else { return nil }
    let range = text.range(tokens.lowerBound, tokens.upperBound - 1)
    return [annotation(range, .dateline)] + (place.map { [annotation($0, .placeName)] } ?? [])
  }

  /// The author's name at the start of a line, and the dateline that goes on at once.
  private func joined(
    _ text: TokenisedText, _ line: Int, _ count: Int, _ found: Findings
  ) -> [Annotation] {
    let content = text.lines[line].content
    let end = content.lowerBound + count
    guard let date = found.dates.last, found.line(at: date.range.lowerBound) == line,
      date.range.lowerBound > end, content.upperBound - end < 80,
      DatelineLines.isTime(text, text.lines[line].tokens, from: date.range.upperBound)
    else { return [] }
    let name = content.lowerBound..<end
    var annotations = [annotation(name, .signed(role: nil)), annotation(name, .persName)]
    annotations.append(annotation(end..<content.upperBound, .dateline))
    return annotations
  }
}
