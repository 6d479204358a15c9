/// The fixed words around signatures: "(Signed)", "/s/", "[SEAL]", "Attest:", "In witness whereof".
enum SignatureFormula {
  private static let signing = Formulas.words("signing")
  private static let between = Formulas.words("signing-goes-on")
  private static let seals = Formulas.words("seal")
  private static let attesting = Formulas.words("attesting")
  private static let courtesies = Formulas.words("courtesy")
  private static let placements = Formulas.words("placement")
  private static let esquires = Formulas.words("esquire")
  private static let testimony = Formulas.words("testimony")
  private static let presence = Formulas.words("presence")
  private static let oath = Formulas.words("oath")
  private static let marks = Formulas.words("mark")
  private static let performatives = Formulas.words("performative")
  private static let parties = Formulas.words("party")
  private static let partiesGoOn = Formulas.words("party-goes-on")
  private static let orders = Formulas.words("order")
  private static let sovereigns = Formulas.words("sovereign")
  private static let words = WordSet(
    keys: ["signing", "seal", "mark", "party-goes-on"].flatMap { Formulas.words($0).keys })
  private static let aliases = Formulas.words("alias")

  /// The tokens of "(Signed)", "(Sgd.)", "/s/", "(Signed by)" at the start of a line; empty for none.
  static func signing(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int> {
    var index = line.lowerBound
    var isSigning = false
    if text.isMark(index, "/"), index + 2 < line.upperBound,
      text.tokens[index + 1].key == Token.key("s"), text.isMark(index + 2, "/")
    {
      return index..<(index + 3)
    }
    while index < line.upperBound {
      let token = text.tokens[index]
      if token.kind == .mark || between.contains(token.key) && isSigning {
        if text.isMark(index, "(") && isSigning { break }
      } else if signing.contains(token.key) {
        isSigning = true
      } else {
        break
      }
      index += 1
    }
    return isSigning ? line.lowerBound..<index : line.lowerBound..<line.lowerBound
  }

  /// The tokens before a name: "(Signed)", "[L.S.]", "By:", "her X mark"; empty for none.
  static func beforeName(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int> {
    var index = signing(text, line).upperBound
    // "✠ ANNA", as bishops sign.
    if index < line.upperBound, isCross(text, index) { index += 1 }
    if text.isMark(index, "[") || text.isMark(index, "(") {
      var end = index + 1
      while end < line.upperBound, end - index < 7, isSealWord(text, end) { end += 1 }
      if end - index > 2, end < line.upperBound,
        text.isMark(end - 1, "]") || text.isMark(end - 1, ")") || text.isMark(end - 1, ".")
      {
        index = end
      }
    }
    if index < line.upperBound, text.tokens[index].key == Token.key("by") {
      index += text.isMark(index + 1, ":") ? 2 : 1
      // "By: /s/ Anna Berg"
      if index < line.upperBound { index = signing(text, index..<line.upperBound).upperBound }
    }
    let mark = self.mark(text, index..<line.upperBound)
    return line.lowerBound..<(mark.lowerBound == index ? mark.upperBound : index)
  }

  /// Whether a token is the cross before a bishop's name.
  static func isCross(_ text: TokenisedText, _ index: Int) -> Bool {
    [0x2720, 0x2020, 0x271D, 0x271E].contains(text.scalar(index))
      || text.isMark(index, "+")
  }

  private static func isSealWord(_ text: TokenisedText, _ index: Int) -> Bool {
    text.tokens[index].kind == .mark || seals.contains(text.tokens[index].key)
  }

  /// The tokens of "her X mark" in a line, its brackets included; empty at the line's end for none.
  static func mark(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int> {
    guard let first = line.first(where: { marks.contains(text.tokens[$0].key) }) else {
      return line.upperBound..<line.upperBound
    }
    var last = first
    var isCross = false
    while last < line.upperBound,
      text.tokens[last].kind == .mark || marks.contains(text.tokens[last].key)
    {
      if text.tokens[last].key == Token.key("mark") { isCross = true }
      last += 1
    }
    guard isCross else { return line.upperBound..<line.upperBound }
    let isBracketed =
      first > line.lowerBound && (text.isMark(first - 1, "(") || text.isMark(first - 1, "["))
    return (isBracketed ? first - 1 : first)..<last
  }

  /// The first token of "[L.S.]", "(SEAL)" or "[SEAL.]" that ends a line, else the line's end.
  static func seal(_ text: TokenisedText, _ line: Range<Int>) -> Int {
    guard !line.isEmpty else { return line.upperBound }
    var last = line.upperBound - 1
    if text.isMark(last, "."), line.count > 2 { last -= 1 }
    if text.tokens[last].key == Token.key("seal"), line.count > 2 { return last }
    guard last > line.lowerBound, text.isMark(last, "]") || text.isMark(last, ")") else {
      return line.upperBound
    }
    var start = last - 1
    while start > line.lowerBound, last - start < 6, !text.isMark(start, "["),
      !text.isMark(start, "(")
    {
      start -= 1
    }
    guard text.isMark(start, "[") || text.isMark(start, "("), start + 1 < last,
      (start + 1..<last).allSatisfy({ isSealWord(text, $0) })
    else { return line.upperBound }
    return start
  }

  /// Whether a line stands in brackets as a whole and is no seal: a heading or a note.
  static func isBracketed(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    text.isMark(line.lowerBound, "[") && seal(text, line) == line.upperBound
      && signing(text, line).isEmpty
      && (text.isMark(line.upperBound - 1, "]")
        || text.isMark(line.upperBound - 2, "]") && text.tokens[line.upperBound - 1].kind == .mark)
  }

  /// The words at a line's start that say that witnesses follow, or by whose order one signs; empty
  /// for none. They are the whole line, but for a witness named on it: "Witness A. Berg".
  static func attestation(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int> {
    let none = line.lowerBound..<line.lowerBound
    guard line.count <= 16 else { return none }
    let first = text.tokens[line.lowerBound].key
    if attesting.contains(first) {
      var end = line.lowerBound + 1
      while end < line.upperBound, text.tokens[end].kind != .capitalised,
        text.tokens[end].kind != .capitals
      {
        end += 1
      }
      return line.lowerBound..<end
    }
    // "By the President: ANNA BERG"
    if first == Token.key("by"), let colon = line.prefix(8).first(where: { text.isMark($0, ":") }),
      colon + 1 < line.upperBound,
      line.prefix(while: { $0 < colon }).contains(where: {
        sovereigns.contains(text.tokens[$0].key)
      })
    {
      return line.lowerBound..<colon + 1
    }
    let isOrder =
      first == Token.key("by") && (line.count <= 7 || text.isMark(line.upperBound - 1, ":"))
      && line.prefix(7).contains { orders.contains(text.tokens[$0].key) }
    let isPresence =
      text.holds(["in", "presence", "of"], in: line)
      || text.holds(["in", "the", "presence", "of"], in: line)
      || text.holds(["by", "the", "president"], in: line.prefix(3)) && line.count <= 8
      || line.count <= 7 && text.holds(["by", "the"], in: line.prefix(2))
        && [",", ":"].contains(where: { text.isMark(line.upperBound - 1, $0) })
        && line.dropFirst(2).contains { sovereigns.contains(text.tokens[$0].key) }
    return isOrder || isPresence ? line : none
  }

  /// Whether a line names somebody as letters address people: "Miss Anna Berg", "The Honorable …",
  /// "A. Berg Esq".
  static func isCourtesy(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    func isCourteous(_ index: Int) -> Bool {
      let token = text.tokens[index]
      return courtesies.contains(token.key) && token.isCapital && token.count > 1
    }
    return (line.count <= 7 ? line[...] : line.prefix(3)).contains(where: isCourteous)
      || line.count <= 24 && line.contains { esquires.contains(text.tokens[$0].key) }
  }

  /// The party that "For the Government of X", "On behalf of X:" names; nil when a line isn't such.
  static func party(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int>? {
    if let party = commander(text, line) { return party }
    guard line.count >= 2, parties.contains(text.tokens[line.lowerBound].key) else { return nil }
    var index = line.lowerBound + 1
    while index < line.upperBound, partiesGoOn.contains(text.tokens[index].key) { index += 1 }
    let isBehalf =
      text.tokens[line.lowerBound].key == Token.key("for") || index > line.lowerBound + 2
    guard index < line.upperBound, text.tokens[index].isCapital, isBehalf else { return nil }
    return index..<line.upperBound
  }

  /// The one whom "By command and in behalf of the Emperor" names; nil when a line isn't such.
  static func commander(_ text: TokenisedText, _ line: Range<Int>) -> Range<Int>? {
    guard text.tokens[line.lowerBound].key == Token.key("by"),
      line.dropFirst().prefix(3).contains(where: { orders.contains(text.tokens[$0].key) }),
      let behalf = line.prefix(8).first(where: { text.tokens[$0].key == Token.key("behalf") })
    else { return nil }
    let party = (behalf + 1..<line.upperBound).drop { partiesGoOn.contains(text.tokens[$0].key) }
    return party.isEmpty ? nil : party.startIndex..<line.upperBound
  }

  /// Whether tokens start another name of the same person: "or the White Plume".
  static func isAlias(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.count >= 2 && aliases.contains(text.tokens[tokens.lowerBound].key)
  }

  /// Whether a line says where on the page the signatures stand, and is none: "[left column]",
  /// "Turn over".
  static func isPlacement(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    if line.count <= 5,
      line.allSatisfy({
        text.tokens[$0].kind == .mark || placements.contains(text.tokens[$0].key)
      }), line.contains(where: { text.tokens[$0].kind != .mark })
    {
      return true
    }
    return line.count <= 6 && isBracketed(text, line)
      && line.contains { text.tokens[$0].kind == .word && text.tokens[$0].count > 3 }
  }

  /// Whether the words before signatures are those of an oath or of a testimony.
  static func isTestimony(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    line.count <= 14 && line.contains { presence.contains(text.tokens[$0].key) }
      || line.prefix(14).contains { testimony.contains(text.tokens[$0].key) }
      || line.suffix(30).contains { testimony.contains(text.tokens[$0].key) }
  }

  /// Whether a line is of one who acts by what he writes: "I hereby transfer", "Received of Mr. Berg".
  static func isPerformative(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    let first = text.tokens[line.lowerBound].key
    return first == Token.key("received")
      || ["i", "we", "know"].contains { first == Token.key($0) }
        && line.prefix(7).contains { performatives.contains(text.tokens[$0].key) }
  }

  /// Whether a line starts what is sworn below a signature.
  static func isOath(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    line.prefix(3).contains { oath.contains(text.tokens[$0].key) }
      || text.tokens[line.lowerBound].key == Token.key("i") && text.isMark(line.lowerBound + 1, ",")
  }

  /// Whether a word may stand in a signature's line though it has no capital.
  static func isWord(_ token: Token) -> Bool {
    words.contains(token.key)
  }
}
