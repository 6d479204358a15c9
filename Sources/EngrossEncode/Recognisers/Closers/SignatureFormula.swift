/// The fixed words around signatures: "(Signed)", "/s/", "[SEAL]", "Attest:", "In witness whereof".
enum SignatureFormula {
  private static func keys(_ words: String...) -> WordSet { WordSet(words) }

  private static let signing = keys("signed", "sgd", "sd")
  private static let between = keys("by", "s", "and", "sealed")
  private static let seals = keys("seal", "l", "ls", "s")
  private static let attesting = keys(
    "attest", "attested", "teste", "test", "witness", "witnesses", "witnessed", "countersigned",
    "approved", "attesting")
  private static let courtesies = keys(
    "mr", "mrs", "miss", "ms", "messrs", "hon", "honorable", "honourable", "esq", "madame", "mme",
    "rev",
    "reverend", "excellency", "sir", "dr")
  private static let testimony = keys(
    "sworn", "subscribed", "whereof", "undersigned", "testimony", "hereunto", "duly")
  private static let presence = keys("signed", "presence", "attested", "done")
  private static let oath = keys("sworn", "subscribed", "personally", "affirmed", "acknowledged")

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

  /// The first token of "[L.S.]", "(SEAL)" or "[SEAL.]" that ends a line, else the line's end.
  static func seal(_ text: TokenisedText, _ line: Range<Int>) -> Int {
    guard !line.isEmpty else { return line.upperBound }
    var last = line.upperBound - 1
    if text.tokens[last].key == Token.key("seal"), line.count > 2 { return last }
    if text.isMark(last, ".") { last -= 1 }
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
      (start + 1..<last).allSatisfy({
        text.tokens[$0].kind == .mark || seals.contains(text.tokens[$0].key)
      })
    else { return line.upperBound }
    return start
  }

  /// Whether a line stands in brackets as a whole and is no seal: a heading or a note.
  static func isBracketed(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    text.isMark(line.lowerBound, "[") && seal(text, line) == line.upperBound
      && signing(text, line).isEmpty
      && (text.isMark(line.upperBound - 1, "]") || text.isMark(line.upperBound - 2, "]"))
  }

  /// Whether a line says that witnesses follow, or in whose presence one signs.
  static func isAttestation(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    guard line.count <= 16 else { return false }
    let first = text.tokens[line.lowerBound].key
    if attesting.contains(first) { return line.count <= 8 }
    return text.holds(["in", "presence", "of"], in: line)
      || text.holds(["in", "the", "presence", "of"], in: line)
      || text.holds(["by", "the", "president"], in: line.prefix(3))
  }

  /// Whether a line names somebody as letters address people: "Miss Anna Berg", "The Honorable …".
  static func isCourtesy(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    line.prefix(3).contains { courtesies.contains(text.tokens[$0].key) }
  }

  /// Whether the words before signatures are those of an oath or of a testimony.
  static func isTestimony(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    line.count <= 14 && line.contains { presence.contains(text.tokens[$0].key) }
      || line.prefix(14).contains { testimony.contains(text.tokens[$0].key) }
      || line.suffix(30).contains { testimony.contains(text.tokens[$0].key) }
  }

  /// Whether a line starts what is sworn below a signature.
  static func isOath(_ text: TokenisedText, _ line: Range<Int>) -> Bool {
    line.prefix(3).contains { oath.contains(text.tokens[$0].key) }
      || text.tokens[line.lowerBound].key == Token.key("i") && text.isMark(line.lowerBound + 1, ",")
  }
}
