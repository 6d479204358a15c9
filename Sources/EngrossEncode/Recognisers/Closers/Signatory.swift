/// Finds who signed: a name, an office, a state or an organisation, on one line or several, after
/// the text.
///
/// Signatures are the last lines before editors' notes, each short and in capitals or capitalised.
/// A name in capitals, a name with an office, or a name below a greeting makes a signature; a lone
/// capitalised name does with less certainty. What stands between paragraphs is never taken.
/// TEI Guidelines, DS, Openers and Closers.
struct Signatory: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice\nThis is so.\nANNA M. BERG, President\nRepublic of Chile"
      ~> "<closer><signed><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">ANNA M. BERG</persName>, <roleName resp=\"#engross\" cert=\"high\">President</roleName>\n<lb/><orgName ref=\"#org-1\"",
    "A treaty\nThis is so.\nFor the Republic of Ilse:\nANNA M. BERG, [L.S.]\nEnvoy"
      ~> "Republic of Ilse</orgName>:\n<lb/><persName",
    "A notice\nThis is so.\nANNA M. BERG." ~> ">ANNA M. BERG</persName>.</signed>",
    "A notice\nThis is so and so was it in the old days." !~> "<signed",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var zone: [Int] = []
    for line in text.filledLines.reversed() {
      if found.claims(line: line) {
        if zone.isEmpty { continue } else { break }
      }
      guard isShort(text, text.lines[line]) else { break }
      zone.append(line)
    }
    let salute = found.blocks(.closingSalute).map { found.line(at: $0.range.lowerBound) }.min()
    var annotations: [Annotation] = []
    var signature: SignatureLines?
    for line in zone.reversed() {
      let isBelowSalute = salute.map { $0 < line } ?? false
      if let party = partyLine(text, line) {
        annotations += signature?.annotations(text) ?? []
        signature = party
      } else if let open = signature, open.awaitsName,
        let name = nameLine(text, line, found, true, isLast: false)
      {
        signature = open.named(name)
      } else if let name = nameLine(text, line, found, isBelowSalute, isLast: line == zone.first) {
        annotations += signature?.annotations(text) ?? []
        signature = name
      } else if var open = signature, let part = part(text, line) {
        open.add(line, part)
        signature = open
      } else {
        // What is no part of a signature means that the lines before were none.
        annotations = []
        signature = nil
      }
    }
    return annotations + (signature?.annotations(text) ?? [])
  }

  /// Whether a line could be part of a signature: few words, capitalised but for "of" and the like.
  private func isShort(_ text: TokenisedText, _ line: Line) -> Bool {
    guard line.content.count <= 120, line.tokens.count <= 24 else { return false }
    return line.tokens.allSatisfy { index in
      let token = text.tokens[index]
      return switch token.kind {
      case .capitals, .capitalised: true
      case .mark:
        !text.isMark(index, ";")
          && (!text.isMark(index, ":") || index == line.tokens.upperBound - 1)
      case .word:
        token.count <= 3 || facts.roles.contains(token.key) || token.key == Token.key("affairs")
      case .number, .mixed: false
      }
    }
  }

  /// The signature that starts with a line: NAME, or NAME, Role.
  private func nameLine(
    _ text: TokenisedText, _ number: Int, _ found: Findings, _ isBelowSalute: Bool, isLast: Bool
  ) -> SignatureLines? {
    let line = text.lines[number]
    guard let name = PersonalName(text, line.tokens, found, facts), name.words >= 1 else {
      return nil
    }
    let range = text.range(line.tokens.lowerBound, name.last)
    let end = sealStart(text, line.tokens)
    var rest = name.last + 1
    if text.isMark(rest, ","), rest + 1 < end {
      rest += 1
      guard isRole(text, rest..<end) else { return nil }
      let role = text.range(rest, lastWord(text, rest..<end))
      return SignatureLines(
        line: number, name: range, certainty: .high, because: "a name and an office",
        role: role)
    }
    guard
      rest == end || (rest == end - 1 && (text.isMark(rest, ".") || text.isMark(rest, ",")))
    else { return nil }
    if state(text, line.tokens) != nil { return nil }
    if name.isInCapitals {
      return SignatureLines(
        line: number, name: range, certainty: .high,
        because: "a name in capitals, alone below the text")
    }
    guard isBelowSalute || (isLast && number > 0 && name.words <= 3) else { return nil }
    return SignatureLines(
      line: number, name: range, certainty: isBelowSalute ? .high : .medium,
      because: isBelowSalute ? "a name below the greeting" : "a name alone on the last line")
  }

  /// The first token of "[L.S.]" or "[SEAL]" at the end of some tokens, else their end.
  private func sealStart(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    guard text.isMark(tokens.upperBound - 1, "]") || text.isMark(tokens.upperBound - 1, ")"),
      let start = tokens.last(where: { text.isMark($0, "[") || text.isMark($0, "(") }),
      [Token.key("l"), Token.key("seal"), Token.key("ls")].contains(text.tokens[start + 1].key)
    else { return tokens.upperBound }
    return start
  }

  /// The party that "For the Government of X:" names, for whom the next line signs.
  private func partyLine(_ text: TokenisedText, _ number: Int) -> SignatureLines? {
    let tokens = text.lines[number].tokens
    guard tokens.count >= 3, text.isMark(tokens.upperBound - 1, ":"),
      text.tokens[tokens.lowerBound].key == Token.key("for")
    else { return nil }
    let isArticle = text.tokens[tokens.lowerBound + 1].key == Token.key("the")
    let first = tokens.lowerBound + (isArticle && tokens.count > 3 ? 2 : 1)
    return SignatureLines(party: text.range(first, tokens.upperBound - 2), line: number)
  }

  /// What a line below a name holds: an office, a state, an organisation, or what isn't told.
  private func part(_ text: TokenisedText, _ number: Int) -> SignatureLines.Part? {
    let tokens = text.lines[number].tokens
    let range = text.range(tokens.lowerBound, lastWord(text, tokens))
    if state(text, tokens) != nil { return .organisation(range) }
    if isRole(text, tokens) { return .role(range) }
    if tokens.contains(where: { facts.organisations.contains(text.tokens[$0].key) }) {
      return .organisation(range)
    }
    return text.tokens[tokens.lowerBound].isCapital ? .untold : nil
  }

  private func isRole(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    text.tokens[tokens.lowerBound].kind != .mark
      && tokens.contains { facts.roles.contains(text.tokens[$0].key) }
  }

  /// The last token but for closing points and commas.
  private func lastWord(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound, text.isMark(last, ".") || text.isMark(last, ",") { last -= 1 }
    return last
  }

  private func state(_ text: TokenisedText, _ tokens: Range<Int>) -> Facts.State? {
    guard !tokens.isEmpty else { return nil }
    return facts.state(named: text.string(text.range(tokens.lowerBound, lastWord(text, tokens))))
  }
}
