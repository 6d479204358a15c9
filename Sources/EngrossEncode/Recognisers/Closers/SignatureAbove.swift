/// What stands above a name and belongs to its signature: a party, an office.
extension SignatureReader {
  /// The party that a line above a name says: "For the Government of X:", "For X" where it's the first.
  func partyAbove(_ line: Int) -> SignatureLines? {
    let tokens = text.lines[line].tokens
    if let party = partyAboveBy(line) { return party }
    guard let party = SignatureFormula.party(text, tokens), startsWithParty != false,
      !tokens.dropLast().contains(where: { text.isMark($0, ":") })
    else { return nil }
    let range = text.range(party.lowerBound, SignaturePart.lastWord(text, party))
    guard
      text.isMark(tokens.upperBound - 1, ":")
        || text.tokens[tokens.lowerBound + 1].key == Token.key("behalf")
        || SignaturePart.state(text, party, facts) != nil
        || party.contains(where: { facts.organisations.contains(text.tokens[$0].key) })
    else { return nil }
    return SignatureLines(party: range, line: line)
  }

  /// The party on a line below which "by" and a name stand: "The Republic of X / by ANNA BERG".
  private func partyAboveBy(_ line: Int) -> SignatureLines? {
    let tokens = text.lines[line].tokens
    guard let next, text.tokens[tokens.lowerBound].isCapital,
      SignatureFormula.party(text, tokens) != nil
        || text.tokens[tokens.lowerBound].key == Token.key("the")
        || text.isMark(text.lines[next].tokens.lowerBound + 1, ":")
        || SignaturePart.state(text, tokens, facts) != nil
        || tokens.contains(where: { facts.organisations.contains(text.tokens[$0].key) }),
      text.tokens[text.lines[next].tokens.lowerBound].key == Token.key("by"),
      SignatureFormula.attestation(text, text.lines[next].tokens).isEmpty,
      SignatureLine(text, text.lines[next].tokens, found, facts) != nil
    else { return nil }
    let party = SignatureFormula.party(text, tokens) ?? tokens
    let range = text.range(party.lowerBound, SignaturePart.lastWord(text, party))
    return SignatureLines(party: range, line: line)
  }

  /// The office on a line above the name, where no name stands above: "The Minister of State,".
  func officeAbove(_ line: Int) -> SignatureLines? {
    let tokens = text.lines[line].tokens
    guard signature == nil, zone.evidence != nil || zone.isLast, let next,
      text.lastByte(text.lines[line]) == UInt8(ascii: ","), isRole(tokens),
      SignatureLine(text, tokens, found, facts) == nil,
      let name = SignatureLine(text, text.lines[next].tokens, found, facts), name.parts.isEmpty
    else { return nil }
    let range = text.range(tokens.lowerBound, SignaturePart.lastWord(text, tokens))
    return SignatureLines(office: range, line: line)
  }
}
