/// Finds whom a letter goes to, above its greeting: "The Honorable Anna Berg, / Speaker of the House."
///
/// The lines directly above the first greeting, or above a text that starts with one; the first of
/// them names a person or an office. TEI Guidelines, DS, Openers and Closers.
struct InsideAddress: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Oslo, May 6, 1997\nThe Honorable Anna Berg,\nSpeaker of the House.\nDear Madam:\nThis is a text that says so."
      ~> "Speaker of the House.</addrLine></address>\n<salute>",
    "Oslo, May 6, 1997\nThe PRESIDENT,\nCastle Ilse.\nSIR: This is a text that says so.\nANNA BERG."
      ~> "<address><addrLine>The PRESIDENT,\n<lb/>Castle Ilse.</addrLine></address>",
    "May 6, 1997\n\nThe Honorable Anna Berg\n12 Candle Row\n\nRe: Bridges\n\nDear Madam:\n\nThis is a text that says so."
      ~> "<seg type=\"subject\">Re: Bridges</seg>",
    "On bridges\nDear Madam:\nThis is a text that says so." !~> "<address",
  ]

  private static let greeting = Formulas.words("greeting")
  private static let adjectives = Formulas.words("greeting-adjective")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    guard let salute = greeting(text, filled, found) else { return [] }
    var greeting = salute
    while greeting > 0, salute - greeting < 2, isSubject(text, filled[greeting - 1], found) {
      greeting -= 1
    }
    let subjects = filled[greeting..<salute].map {
      Annotation(
        text.lines[$0].content, .preliminary(type: "subject"), .high, rule: "inside-address",
        because: "a label above the greeting")
    }
    var first = greeting
    while first > 0, greeting - first < 7, isPart(text, filled[first - 1], found),
      first == greeting || filled[first] == filled[first - 1] + 1
    {
      first -= 1
    }
    while first < greeting, !isAddressee(text, text.lines[filled[first]].tokens, found) {
      first += 1
    }
    guard first < greeting, first > 0 || greeting - first > 1 else { return subjects }
    let range =
      text.lines[filled[first]].content
      .lowerBound..<text.lines[filled[greeting - 1]].content
      .upperBound
    let because = "it names whom the greeting below greets"
    return [Annotation(range, .address, .high, rule: "inside-address", because: because)]
      + subjects
      + filled[(first + 1)..<greeting].map {
        let start = text.lines[$0].content.lowerBound
        return Annotation(
          start..<start, .lineBreak, .high, rule: "inside-address", because: "the address goes on")
      }
  }

  /// Whether a line says what a letter is about: "Re: Docket 7".
  private func isSubject(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    let tokens = text.lines[number].tokens
    return !found.claims(line: number) && tokens.count > 2 && tokens.count <= 40
      && text.isMark(tokens.lowerBound + 1, ":")
      && ["re", "subject", "ref", "regarding"].contains {
        Token.key($0) == text.tokens[tokens.lowerBound].key
      }
  }

  /// The place among the filled lines of the first greeting, on its own line or at a text's start.
  private func greeting(_ text: TokenisedText, _ filled: [Int], _ found: Findings) -> Int? {
    let salutes = Set(
      found.blocks(.openingSalute).prefix(1).map { found.line(at: $0.range.lowerBound) })
    return filled.prefix(16).firstIndex { line in
      if found.claims(line: line) { return salutes.contains(line) }
      let tokens = text.lines[line].tokens
      let words = tokens.prefix(8).drop { Self.adjectives.contains(text.tokens[$0].key) }
      guard let first = words.first, Self.greeting.contains(text.tokens[first].key),
        tokens.count > 8
      else { return false }
      return tokens.prefix(8).contains { text.isMark($0, ":") }
    }
  }

  private func isPart(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    let line = text.lines[number]
    guard !found.claims(line: number), line.content.count <= 70, line.tokens.count <= 14 else {
      return false
    }
    return line.tokens.allSatisfy {
      let token = text.tokens[$0]
      return token.kind != .word || token.count <= 3
    }
  }

  /// Whether a line names a person or an office.
  private func isAddressee(
    _ text: TokenisedText, _ tokens: Range<Int>, _ found: Findings
  ) -> Bool {
    if SignatureFormula.isCourtesy(text, tokens) { return true }
    let first = text.tokens[tokens.lowerBound].key
    let hasRole = tokens.contains { facts.roles.contains(text.tokens[$0].key) }
    if hasRole, first == Token.key("the") || first == Token.key("to") || tokens.count <= 6 {
      return true
    }
    return PersonalName(text, tokens, found, facts).map { $0.last >= tokens.upperBound - 2 }
      ?? false
  }
}
