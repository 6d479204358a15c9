/// Lines that follow one another and could all be parts of signatures, and what speaks for it.
struct SignatureZone {
  /// The lines, by number.
  let lines: [Int]
  /// Why these are signatures; nil when nothing but their shape says so.
  let evidence: String?
  /// Whether the document ends after them, notes left aside.
  let isLast: Bool
  /// Whether a greeting stands before them.
  let isBelowSalute: Bool
  /// Whether the document has a greeting at its start.
  let isLetter: Bool
  /// Whether one word may be a name here: below a greeting, and where a genre is signed so.
  let mayBeShort: Bool
  /// Whether its one line is a surname that the title has too: "The Ambassador (Berg) to …".
  let isNamedAbove: Bool
  /// Whether the document starts with a place and a date, or with the labels of a memorandum.
  let isDespatch: Bool
  /// How sure the evidence is.
  let certainty: Annotation.Certainty
}

extension SignatureZone {
  /// All zones of a text.
  static func all(in text: TokenisedText, _ found: Findings, _ facts: Facts) -> [SignatureZone] {
    let filled = text.filledLines
    let notes = TakenLines(text, found)
    let signing = found.genre.flatMap { id in facts.genres.first { $0.id == id }?.signing }
    let isLetter = !found.blocks(.openingSalute).isEmpty
    var end = filled.count
    while end > 0, notes.endsDocument(filled[end - 1], found) { end -= 1 }
    var zones: [SignatureZone] = []
    var index = 0
    // Above the text no one signs.
    var isAfterText = false
    while index < end {
      guard isPart(text, filled[index], found, facts) else {
        if text.lines[filled[index]].tokens.count >= 8,
          !found.claims(line: filled[index])
            || notes.isText(filled[index])
        {
          isAfterText = true
        }
        index += 1
        continue
      }
      let first = index
      while index < end, isPart(text, filled[index], found, facts) { index += 1 }
      let before = first > 0 ? filled[first - 1] : nil
      let after = index < filled.count ? filled[index] : nil
      guard let before, isAfterText || notes.salutes.contains(before) || index == end else {
        continue
      }
      let isLast = index == end
      let isBelowSalute = notes.salutes.contains(before)
      let evidence = evidence(text, filled[first..<index], before, after, found, facts, notes)
      let isSigned =
        evidence == nil && isLast && signing == .names
        && isList(text, filled[first..<index], found, facts)
      if isLast, evidence == nil, signing == .unsigned, !isLetter,
        !isOfficer(text, filled[first..<index], found, facts)
      {
        continue
      }
      zones.append(
        SignatureZone(
          lines: Array(filled[first..<index]),
          evidence: isSigned ? "names alone at the end of what is signed" : evidence,
          isLast: isLast, isBelowSalute: isBelowSalute, isLetter: isLetter,
          mayBeShort: isBelowSalute || isLast && (signing == .surname || isLetter),
          isNamedAbove: isLast && isNamedAbove(text, filled[first..<index], found),
          isDespatch: isLast && isDespatch(text, filled, found),
          certainty: isSigned ? .medium : .high))
    }
    return zones
  }

  /// Whether all of some lines are names, and so may be a list of those who signed.
  private static func isList(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ found: Findings, _ facts: Facts
  ) -> Bool {
    lines.allSatisfy {
      SignatureLine(text, text.lines[$0].tokens, found, facts) != nil
        || SignatureFormula.isPlacement(text, text.lines[$0].tokens)
    }
  }

  private static func isDespatch(
    _ text: TokenisedText, _ filled: [Int], _ found: Findings
  ) -> Bool {
    let top = filled[min(9, filled.count - 1)]
    return ["to", "from"].contains { !found.blocks(.preliminary(type: $0)).isEmpty }
      || found.blocks(.dateline).first.map { dateline in
        found.line(at: dateline.range.lowerBound) <= top
          && found.annotations.contains {
            $0.mark == .placeName && dateline.range.contains($0.range.lowerBound)
          }
      } ?? false
  }

  /// Whether the one line of a zone is one word that stands in the document's title too, as telegrams
  /// and notes are signed in editions: "Berg", below "The Ambassador (Berg) to the Minister".
  private static func isNamedAbove(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ found: Findings
  ) -> Bool {
    guard lines.count == 1, let line = lines.first, let head = found.blocks(.head).first,
      text.lines[line].tokens.count <= 2
    else { return false }
    let key = text.tokens[text.lines[line].tokens.lowerBound].key
    let title = text.lines[found.line(at: head.range.lowerBound)].tokens
    return title.contains { index in
      text.tokens[index].key == key && text.tokens[index].isCapital
        && (text.isMark(index - 1, "(") && text.isMark(index + 1, ")")
          || facts(index, before: title.upperBound))
    }
    // "Mr. Berg to Mr. Lund": who writes stands before "to".
    func facts(_ index: Int, before end: Int) -> Bool {
      index + 1 < end && text.tokens[index + 1].key == Token.key("to")
    }
  }

  /// Whether few lines are one name in capitals or with initials and the office of that one, as
  /// minutes are signed.
  private static func isOfficer(
    _ text: TokenisedText, _ lines: ArraySlice<Int>, _ found: Findings, _ facts: Facts
  ) -> Bool {
    guard lines.count <= 4, let first = lines.first,
      let name = SignatureLine(text, text.lines[first].tokens, found, facts)
    else { return false }
    if name.hasRole { return true }
    guard lines.count >= 2 else { return false }
    let below = text.lines[lines[lines.startIndex + 1]].tokens
    return name.isInCapitals && SignaturePart.isRole(text, below, facts)
  }

  /// Whether a line could be part of a signature: few words, capitalised but for "of" and the like.
  private static func isPart(
    _ text: TokenisedText, _ number: Int, _ found: Findings, _ facts: Facts
  ) -> Bool {
    if found.claims(line: number) { return false }
    let line = text.lines[number]
    if SignatureFormula.isBracketed(text, line.tokens) {
      return SignatureFormula.isPlacement(text, line.tokens)
    }
    guard line.tokens.count <= 26 else { return false }
    if let comma = line.tokens.first(where: { text.isMark($0, ",") }),
      SignatureFormula.isAlias(text, comma + 1..<line.tokens.upperBound),
      SignatureLine(text, line.tokens, found, facts) != nil
    {
      return true
    }
    guard line.content.count <= 120 else { return false }
    if !SignatureFormula.attestation(text, line.tokens).isEmpty { return true }
    let isParty = SignatureFormula.party(text, line.tokens) != nil
    if SignatureFormula.commander(text, line.tokens) != nil { return true }
    if isOffice(text, line, facts) || isOfficer(text, line, found, facts) { return true }
    let signed = SignatureFormula.signing(text, line.tokens).upperBound
    return line.tokens.allSatisfy { index in
      let token = text.tokens[index]
      return switch token.kind {
      case .capitals, .capitalised: true
      case .mark:
        !text.isMark(index, ";")
          && (!text.isMark(index, ":") || isParty || index <= line.tokens.lowerBound + 1
            || index == line.tokens.upperBound - 1 || index < signed)
      case .word:
        token.count <= 3 || facts.roles.contains(token.key) || token.key == Token.key("affairs")
          || SignatureFormula.isWord(token) || text.isMark(index - 1, "-")
          || text.isMark(index + 1, "-")
      case .number, .mixed: false
      }
    }
  }
}

extension SignatureZone {
  /// Whether a line is a name and an office that has no capitals: "Jno. Lund, capt. comm'd't".
  private static func isOfficer(
    _ text: TokenisedText, _ line: Line, _ found: Findings, _ facts: Facts
  ) -> Bool {
    guard line.tokens.count <= 16,
      let comma = line.tokens.dropFirst(2).first(where: { text.isMark($0, ",") }),
      line.tokens.upperBound - comma <= 9,
      // Most lines with a comma name no office, not even that of "J. P." or one behind a label: they
      // aren't read.
      line.tokens.contains(where: {
        SignaturePart.isOffice(text, $0, facts) || text.isMark($0, ":")
          || [Token.key("j"), Token.key("jp")].contains(text.tokens[$0].key)
      }),
      let name = SignatureLine(text, line.tokens, found, facts)
    else { return false }
    return name.hasRole
  }

  /// Whether a line is an office with its country or people: "Commissioner of the Republic to the
  /// tribes west of it".
  private static func isOffice(_ text: TokenisedText, _ line: Line, _ facts: Facts) -> Bool {
    guard line.tokens.count <= 18, text.tokens[line.tokens.lowerBound].isCapital,
      line.tokens.prefix(3).contains(where: { facts.roles.contains(text.tokens[$0].key) }),
      line.tokens.allSatisfy({
        !text.isMark($0, ";") && (text.tokens[$0].kind != .number || text.tokens[$0].count <= 2)
      })
    else { return false }
    let words = line.tokens.filter {
      text.tokens[$0].kind == .word && text.tokens[$0].count > 3
        && !facts.roles.contains(text.tokens[$0].key)
    }
    return words.count <= 3 && !text.holds(["the"], in: line.tokens.prefix(1))
  }
}
