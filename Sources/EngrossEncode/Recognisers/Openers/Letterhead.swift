/// Finds the head of a sheet above a title or a greeting: the office that issues what follows,
/// "EXECUTIVE DEPARTMENT / STATE OF WESSEX", or a writer's own name and address.
///
/// The first lines, short, one below the other; an office or a state is among them and a title in
/// capitals or a greeting follows, or a personal name is the first and a dateline follows.
/// TEI Guidelines, DS, Openers and Closers.
struct Letterhead: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "EXECUTIVE DEPARTMENT\nSTATE OF WESSEX\n\nEXECUTIVE ORDER ON BRIDGES\n\nThis is a text that says so."
      ~> "<opener><seg type=\"office\">EXECUTIVE DEPARTMENT</seg>\n<seg type=\"office\">STATE OF WESSEX</seg></opener>\n\n<head>",
    "Anna Berg\n12 Candle Row\nGant, Wessex\n\nMay 6, 1997\n\nDear Sir:\n\nThis is a text that says so."
      ~> "Anna Berg</persName>\n<lb/>12 Candle Row\n<lb/>Gant, Wessex</addrLine></address>",
    "The Department of Lamps\n\nThis is a text that says so." !~> "<seg",
  ]

  private static let seats = Formulas.words("seat")
  private static let jurisdictions = Formulas.words("jurisdiction")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    guard let first = filled.prefix(3).first(where: { !found.claims(line: $0) }) else { return [] }
    var last = first
    while last + 1 < text.lines.count, last - first < 5, isPart(text, last + 1, found) { last += 1 }
    guard isPart(text, first, found), last + 1 < text.lines.count,
      text.lines[last + 1].isBlank || found.claims(line: last + 1),
      let next = filled.first(where: { $0 > last })
    else { return [] }
    let lines = first...last
    if isSender(text, lines, next, found) { return address(text, lines) }
    guard lines.count <= 4, lines.contains(where: { isOffice(text, $0) }),
      !lines.contains(where: { namesGenre(text, $0) }),
      found.blocks(.openingSalute).contains(where: { found.line(at: $0.range.lowerBound) == next })
        || isAboveTitle(text, filled, last, found)
    else { return [] }
    return lines.map {
      Annotation(
        text.lines[$0].content, .preliminary(type: "office"), .high, rule: "letterhead",
        because: "an office above a title or a greeting")
    }
  }

  private func isPart(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    let line = text.lines[number]
    return !line.isBlank && !found.claims(line: number) && line.tokens.count <= 9
      && ![":", ";", "!", "?"].contains { text.isMark(line.tokens.upperBound - 1, $0) }
      && line.tokens.allSatisfy { text.tokens[$0].kind != .word || text.tokens[$0].count <= 3 }
  }

  private func isOffice(_ text: TokenisedText, _ line: Int) -> Bool {
    text.lines[line].tokens.contains {
      let key = text.tokens[$0].key
      return Self.seats.contains(key) || Self.jurisdictions.contains(key)
        || facts.organisations.contains(key)
    }
  }

  private func namesGenre(_ text: TokenisedText, _ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return tokens.contains { start in
      facts.genreCues[text.tokens[start].key]?.contains {
        $0.stands(in: text, at: start, before: tokens.upperBound)
      } ?? false
    }
  }

  /// Whether the next line that nothing has taken is a title in capitals.
  private func isAboveTitle(
    _ text: TokenisedText, _ filled: [Int], _ last: Int, _ found: Findings
  ) -> Bool {
    guard let title = filled.prefix(8).first(where: { $0 > last && !found.claims(line: $0) })
    else { return false }
    let words = text.lines[title].tokens.filter { text.tokens[$0].kind != .mark }
    return words.allSatisfy {
      text.tokens[$0].kind != .word && text.tokens[$0].kind != .capitalised
    } && (namesGenre(text, title) || words.count >= 6)
  }

  /// Whether some lines above a dateline are the name and the address of one who writes a letter.
  private func isSender(
    _ text: TokenisedText, _ lines: ClosedRange<Int>, _ next: Int, _ found: Findings
  ) -> Bool {
    guard lines.count >= 3, !found.blocks(.openingSalute).isEmpty,
      found.blocks(.dateline).contains(where: { found.line(at: $0.range.lowerBound) == next }),
      let name = PersonalName(text, text.lines[lines.lowerBound].tokens, found, facts)
    else { return false }
    return name.last == text.lines[lines.lowerBound].tokens.upperBound - 1
  }

  private func address(_ text: TokenisedText, _ lines: ClosedRange<Int>) -> [Annotation] {
    let range =
      text.lines[lines.lowerBound].content
      .lowerBound..<text.lines[lines.upperBound].content.upperBound
    let because = "a name and an address above a letter's date"
    return [Annotation(range, .address, .high, rule: "letterhead", because: because)]
      + lines.dropFirst().map {
        let start = text.lines[$0].content.lowerBound
        return Annotation(
          start..<start, .lineBreak, .high, rule: "letterhead", because: "the address goes on")
      }
  }
}
