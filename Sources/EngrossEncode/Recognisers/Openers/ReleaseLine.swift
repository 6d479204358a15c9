/// Finds lines above a text that say who may read it and when: "FOR IMMEDIATE RELEASE", "EMBARGOED
/// UNTIL 6:00 P.M.", "TOP SECRET", and the office that gives it out.
///
/// The line stands among the first and says nothing else. TEI Guidelines, DS, Openers and Closers.
struct ReleaseLine: Recogniser {
  static let examples: [Example] = [
    "FOR IMMEDIATE RELEASE\n\nOffice of the Press Secretary\n\nOn bridges and tolls\n\nThis is a text that says so."
      ~> "<opener><seg type=\"release\">FOR IMMEDIATE RELEASE</seg>\n\n<seg type=\"office\">",
    "TOP SECRET\n\nOn bridges and tolls\n\nThis is a text that says so."
      ~> "<seg type=\"classification\">",
    "FOR IMMEDIATE RELEASE\nContact: Anna Berg, 12-34\n\nOn bridges and tolls\n\nThis is a text that says so."
      ~> "<seg type=\"contact\">Contact: <persName",
    "Distr.\nGENERAL\nORIGINAL: ENGLISH\n\nOn bridges and tolls\n\nThis is a text that says so."
      ~> "<seg type=\"distribution\">GENERAL</seg>",
    "Secret Bridges\n\nThis is a text that says so." !~> "<seg",
  ]

  private static let classifications = Formulas.words("classification")
  private static let contacts = Formulas.words("contact")
  private static let distributions = Formulas.words("distribution")
  private static let releases = Formulas.words("release")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var isReleased = false
    var distribution: Int?
    return filled.prefix(12).dropLast().compactMap { line in
      guard !found.claims(line: line),
        let type = type(text, text.lines[line], isReleased)
          ?? (isDistribution(text, text.lines[line], isBelow: line - 1 == distribution)
            ? "distribution" : nil)
      else { return nil }
      if type == "distribution" { distribution = line }
      if type == "release" || type == "embargo" { isReleased = true }
      return Annotation(
        text.lines[line].content, .preliminary(type: type), .high, rule: "release-line",
        because: "words that say who may read it, or who gives it out")
    }
  }

  /// Whether a line is a label of the United Nations' documents, "Distr." or "ORIGINAL: ENGLISH", or
  /// the word in capitals below the former.
  private func isDistribution(_ text: TokenisedText, _ line: Line, isBelow: Bool) -> Bool {
    let first = line.tokens.lowerBound
    guard line.tokens.count <= 4 else { return false }
    if isBelow { return line.tokens.count == 1 && text.tokens[first].kind == .capitals }
    return Self.distributions.contains(text.tokens[first].key)
      && (text.isMark(first + 1, ":") || text.isMark(first + 1, ".") && line.tokens.count <= 2)
  }

  private func type(_ text: TokenisedText, _ line: Line, _ isReleased: Bool) -> String? {
    let tokens = line.tokens
    guard tokens.count <= 16 else { return nil }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    guard let first = words.first else { return nil }
    if words.allSatisfy({
      Self.classifications.contains(text.tokens[$0].key) && text.tokens[$0].kind == .capitals
    }) {
      return "classification"
    }
    let key = text.tokens[first].key
    if Self.contacts.contains(key), text.isMark(first + 1, ":") { return "contact" }
    if key == Token.key("embargoed") || key == Token.key("embargo")
      || text.holds(["hold", "for", "release"], in: tokens)
    {
      return "embargo"
    }
    if key == Token.key("for"),
      words.contains(where: { text.tokens[$0].key == Token.key("release") }),
      words.dropFirst().contains(where: { Self.releases.contains(text.tokens[$0].key) })
    {
      return "release"
    }
    let isOffice =
      text.holds(["press", "secretary"], in: tokens) || text.holds(["press", "office"], in: tokens)
      || isReleased && key == Token.key("office")
    return isOffice && text.tokens[first].isCapital && words.count <= 8 && key != Token.key("by")
      && text.lastByte(line) != UInt8(ascii: ".")
      && words.contains { text.tokens[$0].key == Token.key("office") }
      ? "office" : nil
  }
}
