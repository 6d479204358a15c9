/// What one line of a signature says: a name, with an office or a party beside it or not; or names in
/// columns, as a page that was set in columns gives them.
struct SignatureLine {
  private(set) var names: [Range<Int>] = []
  private(set) var parts: [SignatureLines.Part] = []
  private(set) var isInCapitals = true
  private(set) var words = 0
  private(set) var isMarked = false

  /// Reads a line that has a name; nil when it has none.
  init?(
    _ text: TokenisedText, _ line: Range<Int>, _ found: Findings, _ facts: Facts,
    mayBeShort: Bool = false
  ) {
    let columns = Self.columns(text, line)
    for column in columns {
      if read(text, column, found, facts, mayBeShort: mayBeShort && columns.count == 1) {
        continue
      }
      guard columns.count > 1, !names.isEmpty, let part = SignaturePart.read(text, column, facts)
      else { return nil }
      parts.append(part)
    }
    if names.isEmpty { return nil }
  }

  /// What the line's phrases are.
  var phrases: [(range: Range<Int>, mark: Mark)] {
    names.map { ($0, .persName) }
      + parts.compactMap { part in
        switch part {
        case .role(let range): (range, .roleName)
        case .organisation(let range): (range, .orgName)
        case .roleGoesOn, .untold: nil
        }
      }
  }

  /// The tokens between wide gaps.
  static func columns(_ text: TokenisedText, _ line: Range<Int>) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = line.lowerBound
    for index in line.dropFirst() {
      let gap = text.bytes[Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)]
      guard gap.count > 2 || gap.first == 0x09 else { continue }
      columns.append(start..<index)
      start = index
    }
    return columns + [start..<line.upperBound]
  }

  /// Reads the name at the start of some tokens, and what stands beside it.
  private mutating func read(
    _ text: TokenisedText, _ tokens: Range<Int>, _ found: Findings, _ facts: Facts,
    mayBeShort: Bool
  ) -> Bool {
    var tokens = tokens
    let party = SignatureFormula.party(text, tokens)
    if let party, let colon = party.first(where: { text.isMark($0, ":") }), colon > party.lowerBound
    {
      tokens = colon + 1..<tokens.upperBound
    }
    let before = SignatureFormula.beforeName(text, tokens)
    let mark = SignatureFormula.mark(text, before.upperBound..<tokens.upperBound)
    let end = min(SignatureFormula.seal(text, tokens), mark.lowerBound)
    guard before.upperBound < end, SignaturePart.state(text, before.upperBound..<end, facts) == nil,
      let name = SignatoryName(
        text, before.upperBound..<end, found, facts,
        mayBeShort: mayBeShort || !SignatureFormula.signing(text, tokens).isEmpty)
    else { return false }
    var rest = name.tokens.upperBound
    if rest < end, text.isMark(rest, "."), text.isAttached(rest) { rest += 1 }
    if rest < end, text.isMark(rest, ",") { rest += 1 }
    if rest < end {
      guard let beside = SignaturePart.beside(text, rest..<end, facts) else { return false }
      parts += beside
    }
    if let party, party.lowerBound < tokens.lowerBound {
      parts.insert(.organisation(text.range(party.lowerBound, tokens.lowerBound - 2)), at: 0)
    }
    names.append(text.range(name.tokens.lowerBound, name.tokens.upperBound - 1))
    isInCapitals = isInCapitals && name.isInCapitals
    words = max(words, name.words)
    isMarked = isMarked || !mark.isEmpty || SignatureFormula.mark(text, before).count > 1
    return true
  }
}

/// What stands below or beside a name.
enum SignaturePart {
  /// What a line below a name holds: an office, a state, an organisation, or what isn't told.
  static func read(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> SignatureLines.Part? {
    let range = text.range(tokens.lowerBound, lastWord(text, tokens))
    if text.tokens[tokens.lowerBound].key == Token.key("of"), tokens.count > 1 {
      return .roleGoesOn(range)
    }
    if let party = SignatureFormula.party(text, tokens), !isRole(text, tokens, facts) {
      return .organisation(text.range(party.lowerBound, lastWord(text, party)))
    }
    if state(text, tokens, facts) != nil { return .organisation(range) }
    if isRole(text, tokens, facts) { return .role(range) }
    if tokens.contains(where: { facts.organisations.contains(text.tokens[$0].key) }) {
      return .organisation(range)
    }
    let isSeal = SignatureFormula.seal(text, tokens) == tokens.lowerBound
    return isSeal || text.tokens[tokens.lowerBound].isCapital ? .untold : nil
  }

  /// What stands on the line of a name, after it: "President", "(Norway)", "for Norway",
  /// "Envoy, Republic of Ilse"; nil for other words.
  static func beside(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> [SignatureLines.Part]? {
    var tokens = tokens
    let isBracketed =
      text.isMark(tokens.lowerBound, "(") && text.isMark(lastMark(text, tokens), ")")
    if isBracketed { tokens = tokens.lowerBound + 1..<lastMark(text, tokens) }
    guard !tokens.isEmpty else { return nil }
    if SignatureFormula.isAlias(text, tokens) { return [.untold] }
    let range = text.range(tokens.lowerBound, lastWord(text, tokens))
    if let party = SignatureFormula.party(text, tokens), !isRole(text, tokens, facts) {
      return [.organisation(text.range(party.lowerBound, lastWord(text, party)))]
    }
    if isRole(text, tokens, facts) {
      guard let comma = tokens.last(where: { text.isMark($0, ",") }), comma > tokens.lowerBound,
        state(text, comma + 1..<tokens.upperBound, facts) != nil
      else { return [.role(range)] }
      return [
        .role(text.range(tokens.lowerBound, comma - 1)),
        .organisation(text.range(comma + 1, lastWord(text, tokens))),
      ]
    }
    if state(text, tokens, facts) != nil { return [.organisation(range)] }
    if isBracketed, text.tokens[tokens.lowerBound].isCapital { return [.organisation(range)] }
    return tokens.contains { facts.organisations.contains(text.tokens[$0].key) }
      ? [.organisation(range)] : nil
  }

  static func isRole(_ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts) -> Bool {
    guard text.tokens[tokens.lowerBound].kind != .mark else { return false }
    if tokens.contains(where: { facts.roles.contains(text.tokens[$0].key) }) { return true }
    return SignatoryName.isJustice(text, tokens)
  }

  static func state(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> Facts.State? {
    guard !tokens.isEmpty, tokens.count <= 12 else { return nil }
    return facts.state(named: text.string(text.range(tokens.lowerBound, lastWord(text, tokens))))
  }

  /// The last token but for closing points and commas.
  static func lastWord(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound,
      [".", ",", ":", ";"].contains(where: { text.isMark(last, $0) })
    {
      last -= 1
    }
    return last
  }

  private static func lastMark(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    text.isMark(tokens.upperBound - 1, ".") ? tokens.upperBound - 2 : tokens.upperBound - 1
  }
}
