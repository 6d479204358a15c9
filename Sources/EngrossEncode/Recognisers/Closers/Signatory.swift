/// Finds who signed: a name, an office, a state or an organisation, on one line or several.
///
/// Signatures stand on short lines in capitals or capitalised, after the text or between its parts.
/// A name in capitals, a name with an office, or a name below a greeting makes a signature at the
/// document's end; elsewhere something must say that one signs: "(Signed)", a seal, an oath before
/// or after. TEI Guidelines, DS, Openers and Closers.
struct Signatory: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice\nThis is so.\nANNA M. BERG, President\nRepublic of Chile"
      ~> "<closer><signed><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">ANNA M. BERG</persName>, <roleName resp=\"#engross\" cert=\"high\">President</roleName>\n<lb/><orgName ref=\"#org-1\"",
    "A treaty\nThis is so.\nFor the Republic of Ilse:\nANNA M. BERG, [L.S.]\nEnvoy"
      ~> "Republic of Ilse</orgName>:\n<lb/><persName",
    "A notice\nThis is so.\nANNA M. BERG." ~> ">ANNA M. BERG</persName>.</signed>",
    "A notice\nThis is so and so was it in the old days." !~> "<signed",
    "The petition\nYour petitioner asks for this.\n(Signed by)\nAnna Berg\nSworn to before me.\nOla Lund\nJ. P."
      ~> "<signed>(Signed by)\n<lb/><persName",
    "The petition\nYour petitioner asks for this.\n(Signed by)\nAnna Berg\nSworn to before me.\nOla Lund\nJ. P."
      ~> "Ola Lund</persName>\n<lb/><roleName resp=\"#engross\" cert=\"high\">J. P</roleName>",
    "The minutes\nPresent:\nAnna Berg\nOla Lund\nThe meeting opened at nine, and all were there."
      !~> "<signed",
    "To Anna\nDear Anna,\nThis is so.\nYours truly,\nOLA LUND.\nMiss Anna Berg,\nCandle Row"
      ~> "Miss Anna Berg</persName>,\n<lb/>Candle Row</addrLine></address>",
    "A treaty\nDone in witness whereof.\nANNA BERG.\nAttest:\nOLA LUND." ~> "</signed>\nAttest:",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    SignatureZone.all(in: text, found, facts).flatMap { signatures(in: $0, text, found) }
  }

  private func signatures(
    in zone: SignatureZone, _ text: TokenisedText, _ found: Findings
  ) -> [Annotation] {
    guard zone.isLast || zone.evidence != nil else { return [] }
    var annotations: [Annotation] = []
    var signature: SignatureLines?
    var signing: Int?
    var addressee: Range<Int>?
    func finish() {
      annotations += signature?.annotations(text) ?? []
      signature = nil
    }
    for line in zone.lines {
      let tokens = text.lines[line].tokens
      if let start = addressee?.lowerBound {
        addressee = start..<text.lines[line].content.upperBound
        annotations.append(lineBreak(text, line))
      } else if signature != nil, zone.isBelowSalute || zone.isLast,
        SignatureFormula.isCourtesy(text, tokens)
      {
        finish()
        addressee = text.lines[line].content
      } else if SignatureFormula.isAttestation(text, tokens) {
        finish()
        annotations.append(
          Annotation(
            text.lines[line].content, .attestation, .high, rule: "signatory",
            because: "words that witnesses sign below"))
      } else if SignatureFormula.signing(text, tokens).upperBound == tokens.upperBound {
        finish()
        signing = line
      } else if let party = partyLine(text, line) {
        finish()
        signature = party
      } else if let open = signature, open.awaitsName,
        let name = nameLine(text, line, zone, found, isAwaited: true)
      {
        signature = open.named(name)
      } else if let name = nameLine(text, line, zone, found, isAwaited: signing != nil) {
        finish()
        signature = signing.map { name.signed(at: $0) } ?? name
        signing = nil
      } else if var open = signature, let part = part(text, line) {
        open.add(line, part)
        signature = open
      } else {
        // What is no part of a signature means that the lines before were none, but for evidence.
        if zone.evidence == nil { annotations = [] } else { finish() }
        signature = nil
        signing = nil
      }
    }
    finish()
    if let addressee { annotations += address(from: addressee, text, found) }
    if !annotations.contains(where: { $0.mark == .signed }) { return [] }
    return annotations
  }

  /// The address that starts with some lines, down to the next block or blank line.
  private func address(
    from range: Range<Int>, _ text: TokenisedText, _ found: Findings
  ) -> [Annotation] {
    var end = range.upperBound
    var annotations: [Annotation] = []
    var line = found.line(at: end - 1) + 1
    while line < text.lines.count, annotations.count < 3, !text.lines[line].isBlank,
      !found.claims(line: line), text.lines[line].content.count <= 60
    {
      annotations.append(lineBreak(text, line))
      end = text.lines[line].content.upperBound
      line += 1
    }
    return annotations + [
      Annotation(
        range.lowerBound..<end, .address, .high, rule: "signatory",
        because: "a courteous form of a name below a signature")
    ]
  }

  private func lineBreak(_ text: TokenisedText, _ line: Int) -> Annotation {
    let start = text.lines[line].content.lowerBound
    return Annotation(
      start..<start, .lineBreak, .high, rule: "signatory", because: "the address goes on")
  }

  /// The signature that starts with a line: NAME, or NAME, Role.
  private func nameLine(
    _ text: TokenisedText, _ number: Int, _ zone: SignatureZone, _ found: Findings, isAwaited: Bool
  ) -> SignatureLines? {
    let line = text.lines[number].tokens
    let signing = SignatureFormula.signing(text, line)
    let end = SignatureFormula.seal(text, line)
    guard signing.upperBound < end else { return nil }
    if state(text, line) != nil { return nil }
    guard let name = SignatoryName(text, signing.upperBound..<end, found, facts) else { return nil }
    let range = text.range(name.tokens.lowerBound, name.tokens.upperBound - 1)
    var rest = name.tokens.upperBound
    if rest < end, text.isMark(rest, "."), text.isAttached(rest) { rest += 1 }
    if rest < end, text.isMark(rest, ",") { rest += 1 }
    if rest < end {
      guard isRole(text, rest..<end) else { return nil }
      let role = text.range(rest, lastWord(text, rest..<end))
      return SignatureLines(
        line: number, name: range, certainty: .high, because: "a name and an office", role: role)
    }
    if let evidence = zone.evidence {
      return SignatureLines(line: number, name: range, certainty: .high, because: evidence)
    }
    if name.isInCapitals {
      return SignatureLines(
        line: number, name: range, certainty: .high,
        because: "a name in capitals, alone below the text")
    }
    if let below = zone.lines.drop(while: { $0 <= number }).first,
      part(text, below).map({ if case .role = $0 { true } else { false } }) ?? false,
      SignatoryName(text, text.lines[below].tokens, found, facts) == nil, name.words <= 4
    {
      return SignatureLines(
        line: number, name: range, certainty: .medium, because: "a name above an office")
    }
    guard isAwaited || (number == zone.lines.last && name.words <= 3) else { return nil }
    return SignatureLines(
      line: number, name: range, certainty: .medium, because: "a name alone on the last line")
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
    let isSeal = SignatureFormula.seal(text, tokens) == tokens.lowerBound
    return isSeal || text.tokens[tokens.lowerBound].isCapital ? .untold : nil
  }

  private func isRole(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    guard text.tokens[tokens.lowerBound].kind != .mark else { return false }
    if tokens.contains(where: { facts.roles.contains(text.tokens[$0].key) }) { return true }
    return SignatoryName.isJustice(text, tokens)
  }

  /// The last token but for closing points and commas.
  private func lastWord(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound, text.isMark(last, ".") || text.isMark(last, ",") { last -= 1 }
    return last
  }

  private func state(_ text: TokenisedText, _ tokens: Range<Int>) -> Facts.State? {
    guard !tokens.isEmpty, tokens.count <= 12 else { return nil }
    return facts.state(named: text.string(text.range(tokens.lowerBound, lastWord(text, tokens))))
  }
}
