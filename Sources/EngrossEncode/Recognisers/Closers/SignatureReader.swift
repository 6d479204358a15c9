/// Reads the lines of a zone one after the other, as signatures, addresses and the words between.
struct SignatureReader {
  private static let endings = Formulas.words("ending")
  private static let capacities = Formulas.words("capacity")

  let text: TokenisedText
  let zone: SignatureZone
  let found: Findings
  let facts: Facts
  private var annotations: [Annotation] = []
  /// The signature that is open.
  private(set) var signature: SignatureLines?
  /// A line that says "signed" and nothing else, when it came last.
  private var signing: Int?
  /// The address below the signature, when one has begun.
  private var address: AddressBelow?
  private var isWitnessed = false
  /// Whether the first witness has a seal; nil before the first.
  private var witnessesSeal: Bool?
  /// The line of the zone after the one that is read.
  private(set) var next: Int?
  /// Whether most lines of the zone are names, so that one word alone may be one.
  private let isList: Bool
  /// Whether parties stand above their names; nil while neither has been seen.
  private(set) var startsWithParty: Bool?

  init(_ text: TokenisedText, _ zone: SignatureZone, _ found: Findings, _ facts: Facts) {
    self.text = text
    self.zone = zone
    self.found = found
    self.facts = facts
    let names =
      zone.evidence == nil || zone.lines.count < 5
      ? 0
      : zone.lines.count {
        SignatureLine(text, text.lines[$0].tokens, found, facts) != nil
      }
    let isOfShortNames =
      zone.evidence != nil && zone.lines.count >= 3
      && zone.lines.allSatisfy {
        SignatureLine(text, text.lines[$0].tokens, found, facts, mayBeShort: true) != nil
      }
    isList = names >= 4 && names * 10 >= zone.lines.count * 7 || isOfShortNames
  }

  /// The signatures of the zone, and what stands between them; none when it has no signature.
  static func annotations(
    _ text: TokenisedText, _ zone: SignatureZone, _ found: Findings, _ facts: Facts
  ) -> [Annotation] {
    guard zone.isLast || zone.evidence != nil else { return [] }
    var reader = SignatureReader(text, zone, found, facts)
    for (position, line) in zone.lines.enumerated() {
      reader.next = position + 1 < zone.lines.count ? zone.lines[position + 1] : nil
      reader.read(line)
    }
    reader.finish()
    reader.annotations += reader.address?.annotations(text, found) ?? []
    return reader.annotations.contains { $0.mark.isSigned } ? reader.annotations : []
  }

  private mutating func read(_ line: Int) {
    let tokens = text.lines[line].tokens
    if address != nil {
      address?.add(line)
      return
    }
    if signature?.awaitsName == false,
      zone.isBelowSalute || zone.isLast && zone.isLetter || isApart(line),
      AddressBelow.starts(text, tokens, facts)
    {
      finish()
      address = AddressBelow(line)
      return
    }
    if SignatureFormula.isPlacement(text, tokens) {
      finish()
      annotations.append(
        Annotation(
          text.lines[line].content, .attestation, .high, rule: "signatory",
          because: "it says where on the page they signed"))
      return
    }
    let attestation = SignatureFormula.attestation(text, tokens)
    if !attestation.isEmpty {
      return attest(line, attestation)
    }
    if SignatureFormula.signing(text, tokens).upperBound == tokens.upperBound {
      finish()
      signing = line
    } else if let party = partyAbove(line) {
      finish()
      startsWithParty = true
      signature = party
    } else if let office = officeAbove(line) {
      finish()
      signature = office
    } else if let columns = columns(tokens) {
      for part in columns { signature?.add(line, part) }
    } else if startsPart(tokens), let part = SignaturePart.read(text, tokens, facts) {
      signature?.add(line, part)
    } else if let name = name(line, tokens) {
      begin(name)
    } else if signature != nil, !isHeading(tokens),
      let part = SignaturePart.read(text, tokens, facts)
    {
      signature?.add(line, part)
    } else {
      // What is no part of a signature means that the lines before were none, but for evidence.
      if zone.evidence == nil { annotations = [] } else { finish() }
      signature = nil
      signing = nil
    }
  }

  /// Whether a line stands apart below the one signature, which has its office: below a despatch the
  /// address may follow.
  private func isApart(_ line: Int) -> Bool {
    zone.isLast && text.lines[line - 1].isBlank && signature?.hasRole == true
      && !annotations.contains { $0.mark.isSigned }
      && SignatureFormula.isCourtesy(text, text.lines[line].tokens.prefix(1))
  }

  private mutating func begin(_ name: SignatureLines) {
    if startsWithParty == nil { startsWithParty = false }
    if let open = signature, open.awaitsName {
      signature = open.named(name)
      return
    }
    finish()
    signature = signing.map { name.signed(at: $0) } ?? name
    // Who seals below witnesses that don't is the party.
    let isSealed = hasSeal(name.lines.upperBound)
    let isParty = witnessesSeal == false && isSealed
    if isWitnessed, !isParty { signature?.role = "witness" }
    if isWitnessed, witnessesSeal == nil { witnessesSeal = isSealed }
    signing = nil
  }

  private func hasSeal(_ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return SignatureFormula.seal(text, tokens) < tokens.upperBound
  }

  private mutating func finish() {
    annotations += signature?.annotations(text) ?? []
    signature = nil
  }

  /// Takes the words that witnesses sign below, and the witness that the line names.
  private mutating func attest(_ line: Int, _ words: Range<Int>) {
    let tokens = text.lines[line].tokens
    finish()
    if let signing {
      annotations.append(
        Annotation(
          text.lines[signing].content, .attestation, .high, rule: "signatory",
          because: "words that witnesses sign below"))
    }
    signing = nil
    isWitnessed = text.tokens[words.lowerBound].key != Token.key("by")
    if words.upperBound < tokens.upperBound,
      var name = name(line, words.upperBound..<tokens.upperBound)
    {
      if isWitnessed { name.role = "witness" }
      signature = name
      return
    }
    annotations.append(
      Annotation(
        text.lines[line].content, .attestation, .high, rule: "signatory",
        because: "words that witnesses sign below"))
  }

  /// Whether a line below a name starts with an office or a party, and with no name.
  private func startsPart(_ tokens: Range<Int>) -> Bool {
    guard let signature, !signature.awaitsName else { return false }
    if let party = SignatureFormula.party(text, tokens) {
      return !party.contains { text.isMark($0, ":") }
    }
    if signature.hasRole, goesOn(tokens, below: signature) { return true }
    guard !signature.hasRole, SignaturePart.isRole(text, tokens, facts) else { return false }
    let first = text.tokens[tokens.lowerBound]
    if facts.gazetteer.givenNames.contains(first.key) || first.count == 1 { return false }
    if Self.capacities.contains(first.key) { return true }
    if facts.roles.contains(first.key) {
      return tokens.count < 2
        || !facts.gazetteer.givenNames.contains(text.tokens[tokens.lowerBound + 1].key)
    }
    // "J. LUND, / Political Agent": the comma says that the office follows.
    return text.lastByte(text.lines[signature.lines.upperBound]) == UInt8(ascii: ",")
      && !tokens.dropLast().contains { text.isMark($0, ",") }
  }

  /// Whether an office whose line ends in a comma goes on with the next: "Air Marshal, / Air Officer
  /// Commanding".
  private func goesOn(_ tokens: Range<Int>, below signature: SignatureLines) -> Bool {
    let above = text.lines[signature.lines.upperBound]
    return text.lastByte(above) == UInt8(ascii: ",") && isRole(above.tokens)
      && SignatureLine(text, above.tokens, found, facts)?.hasRole != true
      && SignaturePart.isRole(text, tokens, facts)
      && SignatureLine(text, tokens, found, facts)?.hasRole != true
      && facts.gazetteer.givenNames[text.tokens[tokens.lowerBound].key] == nil
  }

  /// Whether a line has a seal or a mark, beside which one word is a name.
  private func hasSign(_ tokens: Range<Int>) -> Bool {
    SignatureFormula.seal(text, tokens) < tokens.upperBound
      || !SignatureFormula.mark(text, tokens).isEmpty
      || !SignatureFormula.beforeName(text, tokens).isEmpty
  }

  /// Whether a line is an office, in brackets or without.
  func isRole(_ tokens: Range<Int>) -> Bool {
    SignaturePart.isRole(text, SignaturePart.insideBrackets(text, tokens) ?? tokens, facts)
  }

  private func isCapitals(_ tokens: Range<Int>) -> Bool {
    text.tokens[tokens.lowerBound].kind == .capitals
  }

  /// Whether a line is one name in capitals below a despatch or an order, as telegrams are signed.
  private func isSurnameAlone(_ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    guard zone.isDespatch, zone.lines.count == 1, words.count == 1, tokens.count <= 2 else {
      return false
    }
    let token = text.tokens[words[0]]
    return token.count > 3 && text.isInCapitals(words[0]) && !Self.endings.contains(token.key)
      && !facts.roles.contains(token.key) && !facts.organisations.contains(token.key)
      && SignaturePart.state(text, tokens, facts) == nil
  }

  /// Whether a line is initials alone: "R. O.-V."
  private func isInitials(_ tokens: Range<Int>) -> Bool {
    tokens.count >= 4 && text.isMark(tokens.lowerBound + 1, ".")
      && tokens.allSatisfy {
        text.tokens[$0].kind == .mark
          || text.tokens[$0].kind == .capitals && text.tokens[$0].count == 1
      }
  }

  /// What the columns of a line below several names hold; nil when it isn't such a line.
  private func columns(_ tokens: Range<Int>) -> [SignatureLines.Part]? {
    guard signature?.isInColumns == true else { return nil }
    let columns = SignatureLine.columns(text, tokens)
    // Other names, below the offices of the first.
    if signature?.hasRole == true, columns.count > 1,
      columns.allSatisfy({
        SignatoryName(text, $0, found, facts) != nil && !SignaturePart.isRole(text, $0, facts)
      })
    {
      return nil
    }
    let parts = columns.map { SignaturePart.read(text, $0, facts) }
    return parts.contains { $0 == nil } ? nil : parts.compactMap(\.self)
  }

  /// Whether a line among signatures that something else tells is one long word in capitals, as
  /// headings are.
  private func isHeading(_ tokens: Range<Int>) -> Bool {
    zone.evidence != nil && tokens.count <= 2 && text.tokens[tokens.lowerBound].kind == .capitals
      && text.tokens[tokens.lowerBound].count > 7
      && !facts.roles.contains(text.tokens[tokens.lowerBound].key)
  }

  /// The signature that starts with a line: NAME, or NAME, Role.
  private func name(_ number: Int, _ tokens: Range<Int>) -> SignatureLines? {
    let isOnly = zone.lines.first == number
    guard
      let line = SignatureLine(
        text, tokens, found, facts,
        mayBeShort: signing != nil || isOnly && zone.isNamedAbove
          || self.signature?.awaitsName == true
          || isOnly && zone.mayBeShort
          || isList && tokens.count <= 2
          || hasSign(tokens)
          || zone.evidence != nil && isCapitals(tokens)
            && SignatureLine.columns(text, tokens).count > 1
          || zone.isBelowSalute && tokens.count <= 2 && isCapitals(tokens)
          || isOnly && zone.isLast && (isInitials(tokens) || isSurnameAlone(tokens)))
    else { return nil }
    func signature(_ certainty: Annotation.Certainty, _ because: String) -> SignatureLines {
      var signature = SignatureLines(
        line: number, names: line.names, certainty: certainty, because: because)
      for part in line.parts { signature.add(number, part) }
      return signature
    }
    if line.hasRole {
      return signature(.high, "a name and an office")
    }
    if let evidence = zone.evidence {
      return signature(line.isInCapitals ? .high : zone.certainty, evidence)
    }
    if line.isMarked { return signature(.high, "a mark in place of a signature") }
    if line.isInCapitals { return signature(.high, "a name in capitals, alone below the text") }
    if !line.parts.isEmpty { return signature(.medium, "a name and for whom") }
    if let below = next, line.words <= 4,
      isRole(text.lines[below].tokens),
      SignatoryName(text, text.lines[below].tokens, found, facts) == nil
        || facts.roles.contains(text.tokens[text.lines[below].tokens.lowerBound].key)
    {
      return signature(.medium, "a name above an office")
    }
    let isAwaited = signing != nil || self.signature?.awaitsName == true
    guard isAwaited || number == zone.lines.last && line.words <= 3 else { return nil }
    return signature(.medium, "a name alone on the last line")
  }
}
