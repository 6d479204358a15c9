/// What stands below or beside a name.
enum SignaturePart {
  private static let degrees = Formulas.words("degree")
  private static let titleLabels = Formulas.words("title-label")
  private static let nameLabels = Formulas.words("name-label")
  private static let namesakes = Formulas.words("namesake")

  /// What a line below a name holds: an office, a state, an organisation, or what isn't told.
  static func read(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> SignatureLines.Part? {
    if let labelled = labelled(text, tokens) { return labelled }
    // "(Secretary of State)"
    if let inside = insideBrackets(text, tokens), isRole(text, inside, facts) {
      return .role(text.range(inside.lowerBound, lastWord(text, inside)))
    }
    // "(Anna Berg)", typed below the hand.
    if let inside = insideBrackets(text, tokens), text.tokens[inside.lowerBound].isCapital,
      state(text, inside, facts) == nil
    {
      return .untold
    }
    if let party = SignatureFormula.commander(text, tokens) {
      return .organisation(text.range(party.lowerBound, lastWord(text, party)))
    }
    let range = text.range(tokens.lowerBound, lastWord(text, tokens))
    if text.tokens[tokens.lowerBound].key == Token.key("of"), tokens.count > 1 {
      return .roleGoesOn(range)
    }
    if let party = SignatureFormula.party(text, tokens), !isRole(text, tokens, facts) {
      return .organisation(text.range(party.lowerBound, lastWord(text, party)))
    }
    if state(text, tokens, facts) != nil { return .organisation(range) }
    if isRole(text, tokens, facts) {
      let behalf = text.holds(["behalf"], in: tokens.prefix(2))
      let office = behalf ? SignatureFormula.party(text, tokens) : nil
      return .role(office.map { text.range($0.lowerBound, lastWord(text, $0)) } ?? range)
    }
    if tokens.contains(where: { facts.organisations.contains(text.tokens[$0].key) }) {
      return .organisation(range)
    }
    let isSeal = SignatureFormula.seal(text, tokens) == tokens.lowerBound
    return isSeal || text.tokens[tokens.lowerBound].isCapital ? .untold : nil
  }

  /// What a line of a printed form holds: "Title: President", "Name: Anna Berg".
  private static func labelled(
    _ text: TokenisedText, _ tokens: Range<Int>
  ) -> SignatureLines.Part? {
    guard tokens.count >= 3, text.isMark(tokens.lowerBound + 1, ":"),
      titleLabels.contains(text.tokens[tokens.lowerBound].key)
    else {
      return text.isMark(tokens.lowerBound + 1, ":")
        && nameLabels.contains(text.tokens[tokens.lowerBound].key) ? .untold : nil
    }
    let rest = tokens.lowerBound + 2..<tokens.upperBound
    return .role(text.range(rest.lowerBound, lastWord(text, rest)))
  }

  /// What stands on the line of a name, after it: "President", "(Norway)", "for Norway",
  /// "Envoy, Republic of Ilse"; nil for other words.
  static func beside(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> [SignatureLines.Part]? {
    let inside = insideBrackets(text, tokens)
    let isBracketed = inside != nil
    let tokens = inside ?? tokens
    guard !tokens.isEmpty else { return nil }
    if isDegrees(text, tokens) { return [.untold] }
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

  /// Whether some tokens are no more than degrees and orders: "D.D., LL.D."
  private static func isDegrees(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    var letters: [UInt8] = []
    for index in tokens {
      if text.isMark(index, ".") || text.isMark(index, "&") { continue }
      guard !text.isMark(index, ",") else {
        guard degrees.contains(Token.key(String(decoding: letters, as: UTF8.self))) else {
          return false
        }
        letters = []
        continue
      }
      guard text.tokens[index].isCapital, text.tokens[index].count <= 4 else { return false }
      letters += text.bytes[text.tokens[index].range]
    }
    return degrees.contains(Token.key(String(decoding: letters, as: UTF8.self)))
  }

  static func isRole(_ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts) -> Bool {
    guard let first = tokens.first, text.tokens[first].kind != .mark else { return false }
    if isNamesake(text, tokens, facts) { return false }
    return tokens.contains(where: { isOffice(text, $0, facts) })
      || SignatoryName.isJustice(text, tokens)
  }

  /// Whether a word names an office, of one or of several: "Envoy", "Commissioners".
  static func isOffice(_ text: TokenisedText, _ index: Int, _ facts: Facts) -> Bool {
    let token = text.tokens[index]
    if facts.roles.contains(token.key) { return true }
    guard token.count > 5, text.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s") else {
      return false
    }
    return facts.roles.contains(text.key(token.range.dropLast()))
  }

  /// Whether two words are a person's name though one of them is an office too: "Prince Hall",
  /// "Neville Chamberlain".
  static func isNamesake(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    guard words.count == 2, words[1] == words[0] + 1,
      words.allSatisfy({ text.tokens[$0].isCapital && text.tokens[$0].count > 2 })
    else { return false }
    let (first, second) = (text.tokens[words[0]], text.tokens[words[1]])
    if namesakes.contains(first.key), facts.gazetteer.givenNames.contains(first.key) {
      return !isOffice(text, words[1], facts) && !facts.organisations.contains(second.key)
    }
    return namesakes.contains(second.key) && facts.gazetteer.givenNames.contains(first.key)
      && !facts.roles.contains(first.key)
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

  /// The tokens between the round brackets that enclose all of some tokens; nil without them.
  static func insideBrackets(_ text: TokenisedText, _ tokens: Range<Int>) -> Range<Int>? {
    guard tokens.count > 2, text.isMark(tokens.lowerBound, "("),
      text.isMark(lastMark(text, tokens), ")"), lastMark(text, tokens) > tokens.lowerBound + 1
    else { return nil }
    return tokens.lowerBound + 1..<lastMark(text, tokens)
  }

  private static func lastMark(_ text: TokenisedText, _ tokens: Range<Int>) -> Int {
    text.isMark(tokens.upperBound - 1, ".") ? tokens.upperBound - 2 : tokens.upperBound - 1
  }
}
