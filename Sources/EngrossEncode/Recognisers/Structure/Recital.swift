/// Finds the recitals of a preamble and the words that enact what follows: "WHEREAS …", "NOW,
/// THEREFORE, I …".
///
/// A paragraph that starts with the word, written as such documents write it. TEI Guidelines, DS,
/// Prefatory Matter; CO, Anonymous Blocks.
struct Recital: Recogniser {
  static let examples: [Example] = [
    "A proclamation of that day\nWHEREAS it is so; and\nWhereas it was so before;\nNOW, THEREFORE, I say that it is so."
      ~> "<ab type=\"recital\">WHEREAS it is so; and</ab>\n<ab type=\"recital\">Whereas",
    "A proclamation of that day\nWHEREAS it is so;\nNow, therefore, be it resolved that it is so."
      ~> "<ab type=\"enactment\">Now, therefore,",
    "A notice to all\nNow it is so.\nThis is so whereas that was not." !~> "<ab",
  ]

  private static let formulas: [[UInt64]] = [
    "now therefore", "therefore be it resolved", "be it resolved", "be it enacted",
    "resolved by", "resolved that", "be it therefore resolved", "be it known",
  ].map { $0.split(separator: " ").map { Token.key($0) } }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let lines = FlowingLines(text, found, rule: "recital")
    var annotations: [Annotation] = []
    var isPreamble = false
    for number in text.lines.indices where !text.lines[number].isBlank {
      let rest = found.rest(of: number, in: text)
      guard rest.count >= 4, let type = type(text, rest, isPreamble) else { continue }
      if type == "recital" { isPreamble = true }
      let (last, breaks) = lines.block(from: number)
      let range = Int(text.tokens[rest.lowerBound].start)..<text.lines[last].content.upperBound
      annotations.append(
        Annotation(
          range, .anonymousBlock(type: type), .high, rule: "recital",
          because: "it starts with \"\(text.string(text.tokens[rest.lowerBound].range))\""))
      annotations += breaks
    }
    return annotations
  }

  /// Whether tokens start a recital or an enactment, the latter only where "Whereas" came before or
  /// its words are capitals.
  private func type(_ text: TokenisedText, _ tokens: Range<Int>, _ isPreamble: Bool) -> String? {
    let first = text.tokens[tokens.lowerBound]
    guard first.isCapital else { return nil }
    if first.key == Token.key("whereas") { return "recital" }
    let words = tokens.prefix(10).filter { text.tokens[$0].kind != .mark }
    for formula in Self.formulas where formula.count <= words.count {
      if formula.indices.allSatisfy({ text.tokens[words[$0]].key == formula[$0] }) {
        let isFormal = first.kind == .capitals || text.tokens[words[1]].isCapital
        return isPreamble || isFormal ? "enactment" : nil
      }
    }
    return nil
  }
}
