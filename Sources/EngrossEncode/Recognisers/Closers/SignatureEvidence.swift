/// What speaks for signatures in some lines.
extension SignatureZone {
  /// Why some lines are signatures, by what they hold and what stands around them; nil for no reason.
  static func evidence(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ before: Int, _ after: Int?,
    _ found: Findings, _ facts: Facts, _ notes: TakenLines
  ) -> String? {
    if notes.salutes.contains(before) { return "below the greeting" }
    if lines.contains(where: { !SignatureFormula.signing(text, text.lines[$0].tokens).isEmpty }) {
      return "the word \"signed\""
    }
    if lines.contains(where: {
      SignatureFormula.seal(text, text.lines[$0].tokens) < text.lines[$0].tokens.upperBound
    }) {
      return "a seal"
    }
    if notes.done.contains(before), lines.count > 1 { return "below the place and date" }
    if SignatureFormula.isTestimony(text, text.lines[before].tokens) {
      return "below an oath or a testimony"
    }
    if lines.contains(where: {
      !SignatureFormula.attestation(text, text.lines[$0].tokens).isEmpty
    }) {
      return "words that witnesses sign below"
    }
    if lines.contains(where: { SignatureFormula.mark(text, text.lines[$0].tokens).count > 1 }) {
      return "a mark in place of a signature"
    }
    if lines.contains(where: {
      text.isMark(text.lines[$0].tokens.upperBound - 1, ":")
        && SignatureFormula.party(text, text.lines[$0].tokens) != nil
        || SignatureFormula.commander(text, text.lines[$0].tokens) != nil
    }) {
      return "a line that says for whom"
    }
    if isOfficeholder(text, lines, before, found, facts) {
      return "a name and an office below the text"
    }
    if lines.count <= 2, SignatureFormula.isPerformative(text, text.lines[before].tokens) {
      return "below the words of one who acts by writing"
    }
    if after == nil, isEnumeration(text, lines, found, facts) {
      return "names alone, with commas between them, at the end"
    }
    if let after {
      if SignatureFormula.isBracketed(text, text.lines[after].tokens),
        TitleCase.holds(text, text.lines[after].tokens)
      {
        return "above a heading"
      }
      if SignatureFormula.isOath(text, text.lines[after].tokens) { return "above an oath" }
      if notes.datelines.contains(after) { return "above the place and date" }
    }
    return nil
  }

  /// Whether three lines or more are one name each, all but the last with a comma after it.
  private static func isEnumeration(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ found: Findings, _ facts: Facts
  ) -> Bool {
    lines.count >= 3
      && lines.dropLast().allSatisfy { text.lastByte(text.lines[$0]) == UInt8(ascii: ",") }
      && lines.allSatisfy {
        let tokens = text.lines[$0].tokens
        return SignatoryName(text, tokens, found, facts)?.tokens.upperBound ?? 0
          >= SignaturePart.lastWord(text, tokens)
      }
  }

  /// Whether a line alone between paragraphs is a name in capitals with an office.
  private static func isOfficeholder(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ before: Int, _ found: Findings,
    _ facts: Facts
  ) -> Bool {
    guard lines.count == 1, let line = lines.first, text.lines[before].tokens.count > 14,
      text.lastByte(text.lines[before]) == UInt8(ascii: "."),
      let name = SignatureLine(text, text.lines[line].tokens, found, facts)
    else { return false }
    return name.isInCapitals && name.hasRole
  }
}
