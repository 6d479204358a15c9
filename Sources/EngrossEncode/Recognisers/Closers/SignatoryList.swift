/// Finds the lists of those who sign together, below a label that says so: "Signatories:", then a
/// name with its affiliation a line, or an organisation a line.
///
/// Three lines or more, down to the first that is neither. Persons are told by given names and
/// initials, organisations by their nouns; a list that shows neither is left alone, and so are names
/// below "Signed" alone, which are signatures as others. TEI Guidelines, DS, Openers and Closers.
struct SignatoryList: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "An open letter\n\nThis is a text that says so, and so say all of us here.\n\nSignatories\n\nAnna Berg, Founder and director at Lamps, prize winner and professor at Gant\nOla Lund, Author\nAnna Lund, Institute of Wicks"
      ~> "Anna Berg</persName>, <roleName resp=\"#engross\" cert=\"high\">Founder and director at Lamps, prize winner and professor at Gant</roleName></signed>",
    "A joint statement\n\nThis is a text that says so, and so say all of us here.\n\nSigned:\n\nLamps International\nCommittee for Wicks\nKeepers Without Borders (KWB)"
      ~> "<signed><orgName ref=\"#org-3\" resp=\"#engross\" cert=\"high\">Keepers Without Borders (KWB)</orgName></signed>",
    "A report\n\nThis is a text that says so, and so say all of us here.\n\nThe keepers\n\nAnna Berg, Lamp House\nOla Lund, Mill\nAnna Lund, Ferry"
      !~> "<signed",
    "A report\n\nThis is a text that says so, and so say all of us here.\n\nSignatories:\n\nThey were many.\nThey came from afar.\nThey went home."
      !~> "<signed",
  ]

  private static let labels = Formulas.words("signatories")
  private static let others = Formulas.words("signatories-word")

  /// What a line of a list holds.
  private struct Entry {
    let line: Int
    /// The tokens of the name that the line starts with; nil where it starts with none.
    let name: Range<Int>?
    /// The tokens after the name and a comma.
    let affiliation: Range<Int>
    let isPerson: Bool
    let isOrganisation: Bool
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var isAfterText = false
    var annotations: [Annotation] = []
    var position = 0
    while position < filled.count {
      let label = filled[position]
      position += 1
      if text.lines[label].tokens.count > 10 { isAfterText = true }
      guard isAfterText, !found.claims(line: label), isLabel(text, text.lines[label].tokens) else {
        continue
      }
      var entries: [Entry] = []
      while position < filled.count, let entry = entry(text, filled[position], found) {
        entries.append(entry)
        position += 1
      }
      annotations += list(text, label, entries)
    }
    return annotations
  }

  private func isLabel(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let words = text.isMark(tokens.upperBound - 1, ":") ? tokens.dropLast() : tokens
    return !words.isEmpty && words.count <= 7 && text.tokens[tokens.lowerBound].isCapital
      && words.contains { Self.labels.contains(text.tokens[$0].key) }
      && words.allSatisfy {
        Self.labels.contains(text.tokens[$0].key) || Self.others.contains(text.tokens[$0].key)
      }
  }

  private func entry(_ text: TokenisedText, _ line: Int, _ found: Findings) -> Entry? {
    let tokens = text.lines[line].tokens
    guard !found.claims(line: line), tokens.count <= 70, text.tokens[tokens.lowerBound].isCapital,
      SignatureFormula.party(text, tokens) == nil,
      SignatureFormula.attestation(text, tokens).isEmpty
    else { return nil }
    let first = text.tokens[tokens.lowerBound]
    let isOrganisation = tokens.contains { facts.organisations.contains(text.tokens[$0].key) }
    if let name = SignatoryName(text, tokens, found, facts)?.tokens,
      name.upperBound == tokens.upperBound || text.isMark(name.upperBound, ",")
    {
      let start = min(name.upperBound + 1, tokens.upperBound)
      return Entry(
        line: line, name: name, affiliation: start..<tokens.upperBound,
        isPerson: first.count == 1 || facts.gazetteer.givenNames[first.key] != nil,
        isOrganisation: isOrganisation)
    }
    guard tokens.count <= 20, TitleCase.holds(text, tokens),
      text.lastByte(text.lines[line]) != UInt8(ascii: ".")
    else { return nil }
    return Entry(
      line: line, name: nil, affiliation: tokens.upperBound..<tokens.upperBound, isPerson: false,
      isOrganisation: isOrganisation)
  }

  private func list(_ text: TokenisedText, _ label: Int, _ entries: [Entry]) -> [Annotation] {
    guard entries.count >= 3 else { return [] }
    let persons = entries.count { $0.isPerson }
    let isOfPersons = persons * 2 >= entries.count && entries.allSatisfy { $0.name != nil }
    if isOfPersons, !entries.contains(where: { !$0.affiliation.isEmpty }) { return [] }
    guard isOfPersons || persons == 0 && entries.contains(where: \.isOrganisation) else {
      return []
    }
    return [annotation(text.lines[label].content, .attestation)]
      + entries.flatMap { entry -> [Annotation] in
        let content = text.lines[entry.line].content
        let signed = annotation(content, .signed(role: nil))
        guard isOfPersons, let name = entry.name else {
          let tokens = text.lines[entry.line].tokens
          return [
            signed,
            annotation(
              text.range(tokens.lowerBound, SignaturePart.lastWord(text, tokens)), .orgName),
          ]
        }
        return [
          signed, annotation(text.range(name.lowerBound, name.upperBound - 1), .persName),
        ] + affiliation(text, entry)
      }
  }

  /// The office or the organisation beside a name.
  private func affiliation(_ text: TokenisedText, _ entry: Entry) -> [Annotation] {
    guard !entry.affiliation.isEmpty else { return [] }
    let range = text.range(
      entry.affiliation.lowerBound, SignaturePart.lastWord(text, entry.affiliation))
    return [
      annotation(
        range,
        SignaturePart.isRole(text, entry.affiliation, facts) || !entry.isOrganisation
          ? .roleName : .orgName)
    ]
  }

  private func annotation(_ range: Range<Int>, _ mark: Mark) -> Annotation {
    Annotation(
      range, mark, .high, rule: "signatory-list",
      because: "below a label that says that those who sign follow")
  }
}
