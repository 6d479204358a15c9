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
    "DEPARTMENT OF LAMPS\nOFFICE FOR WICKS\n\nTHE ASSISTANT SECRETARY\n\nMay 6, 1997\n\nDear Sir:\n\nThis is a text that says so."
      ~> "<seg type=\"office\">OFFICE FOR WICKS</seg>\n\n<seg type=\"office\">THE ASSISTANT SECRETARY</seg>",
    "The Minister of Lamps to the Keeper\n\nOslo, May 6, 1997\n\nDear Sir:\n\nThis is a text that says so."
      !~> "<seg",
    "The Department of Lamps\n\nThis is a text that says so." !~> "<seg",
  ]

  private static let seats = Formulas.words("seat")
  private static let jurisdictions = Formulas.words("jurisdiction")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    let greetings = Set(found.blocks(.openingSalute).map { found.line(at: $0.range.lowerBound) })
    let datelines = Set(found.blocks(.dateline).map { found.line(at: $0.range.lowerBound) })
    var blocks: [ClosedRange<Int>] = []
    var isDated = false
    for (position, line) in filled.prefix(16).enumerated() {
      if found.claims(line: line) {
        let isBelow = blocks.last.map { position > 0 && filled[position - 1] == $0.upperBound }
        if datelines.contains(line), blocks.count == 1, isBelow == true,
          isSender(text, blocks[0], found)
        {
          return address(text, blocks[0])
        }
        // In a letter what follows the dateline is the address of another.
        if greetings.contains(line) || datelines.contains(line) && !greetings.isEmpty {
          return isLetterhead(text, blocks) ? offices(text, blocks) : []
        }
        isDated = isDated || datelines.contains(line)
        continue
      }
      if !blocks.isEmpty, isTitle(text, line) {
        return blocks.allSatisfy { hasOffice(text, $0) } ? offices(text, blocks) : []
      }
      guard isRule(text, line) || isPart(text, line, found) else { return [] }
      if isRule(text, line) { continue }
      // Below its date a document's own headings begin: "CABINET".
      let words = text.lines[line].tokens.count { text.tokens[$0].kind != .mark }
      if isDated, words < 3 { return [] }
      if let last = blocks.last, last.upperBound == line - 1 {
        blocks[blocks.count - 1] = last.lowerBound...line
      } else {
        blocks.append(line...line)
      }
    }
    return []
  }

  /// Whether a line is drawn, and has no word.
  private func isRule(_ text: TokenisedText, _ line: Int) -> Bool {
    text.lines[line].tokens.allSatisfy { text.tokens[$0].kind == .mark }
  }

  private func hasOffice(_ text: TokenisedText, _ lines: ClosedRange<Int>) -> Bool {
    lines.count <= 4 && lines.contains { isOffice(text, $0) }
      && !lines.contains { namesGenre(text, $0) }
  }

  /// Whether blocks above a letter's date are offices, from the highest down to the writer's own.
  private func isLetterhead(_ text: TokenisedText, _ blocks: [ClosedRange<Int>]) -> Bool {
    guard let first = blocks.first, hasOffice(text, first) else { return false }
    return blocks.allSatisfy { block in
      (hasOffice(text, block) || block.contains { hasRole(text, $0) })
        && !block.contains { text.holds(["to"], in: text.lines[$0].tokens) }
    }
  }

  private func hasRole(_ text: TokenisedText, _ line: Int) -> Bool {
    text.lines[line].tokens.contains { facts.roles.contains(text.tokens[$0].key) }
  }

  private func offices(_ text: TokenisedText, _ blocks: [ClosedRange<Int>]) -> [Annotation] {
    blocks.joined().map {
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
    let tokens = text.lines[line].tokens
    let office = tokens.first {
      let key = text.tokens[$0].key
      return Self.seats.contains(key) || Self.jurisdictions.contains(key)
        || facts.organisations.contains(key)
    }
    // "Veto of Department …", "By the State …" speak of an office.
    guard let office, text.tokens[tokens.lowerBound].key != Token.key("by") else { return false }
    return text.tokens[office].kind == .capitals || office == tokens.lowerBound
      || !["of", "on", "for", "to"].contains { text.tokens[office - 1].key == Token.key($0) }
  }

  private func namesGenre(_ text: TokenisedText, _ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return tokens.contains { start in
      facts.genreCues[text.tokens[start].key]?.contains {
        $0.stands(in: text, at: start, before: tokens.upperBound)
      } ?? false
    }
  }

  /// Whether a line is a title in capitals: it names a kind of document, or has many words and no
  /// office.
  private func isTitle(_ text: TokenisedText, _ line: Int) -> Bool {
    let words = text.lines[line].tokens.filter { text.tokens[$0].kind != .mark }
    return words.allSatisfy {
      text.tokens[$0].kind != .word && text.tokens[$0].kind != .capitalised
    } && !words.isEmpty
      && (namesGenre(text, line) || words.count >= 10 || words.count >= 6 && !isOffice(text, line))
  }

  /// Whether some lines above a dateline are the name and the address of one who writes a letter.
  private func isSender(
    _ text: TokenisedText, _ lines: ClosedRange<Int>, _ found: Findings
  ) -> Bool {
    guard lines.count >= 3, !found.blocks(.openingSalute).isEmpty,
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
