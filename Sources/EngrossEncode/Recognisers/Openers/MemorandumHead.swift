/// Finds the labelled lines at the head of a memorandum: "TO: The Minister", "FROM: …", "SUBJECT: …".
///
/// Two labels or more, each at its line's start with a colon, among the first lines; what stands
/// indented below goes on with the line. One label alone is none.
/// TEI Guidelines, DS, Openers and Closers.
struct MemorandumHead: Recogniser {
  static let examples: [Example] = [
    "MEMORANDUM\n\nTO:       The Minister\nFROM:     The Survey\nSUBJECT:  Where Gant Island is\n\nYou asked where it is."
      ~> "<opener><seg type=\"to\">TO:       The Minister</seg>\n<seg type=\"from\">",
    "MEMORANDUM FOR ALL KEEPERS\n\nSUBJECT: Lamps and wicks\n\nThis is a text that says so."
      ~> "<seg type=\"subject\">SUBJECT: Lamps and wicks</seg>",
    "Notes on the day\nTO: this is a word.\nAnd that is a text that says so." !~> "<seg",
  ]

  private static let labels = Formulas.words("memorandum-label")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var heads = 0
    var open: (line: Int, type: String)?
    var last = 0
    func close() {
      guard let head = open else { return }
      let range = text.lines[head.line].content.lowerBound..<text.lines[last].content.upperBound
      annotations.append(
        Annotation(
          range, .preliminary(type: head.type), .high, rule: "memorandum-head",
          because: "a label as memoranda have them"))
      open = nil
    }
    for line in text.filledLines.prefix(25) {
      if found.claims(line: line) {
        close()
        continue
      }
      if let type = label(text, text.lines[line].tokens) {
        close()
        open = (line, type)
        heads += 1
        last = line
      } else if open != nil, line == last + 1, isIndented(text, line) {
        let start = text.lines[line].content.lowerBound
        annotations.append(
          Annotation(
            start..<start, .lineBreak, .high, rule: "memorandum-head",
            because: "it stands indented below a label"))
        last = line
      } else {
        close()
        if heads > 0, text.lines[line].tokens.count > 30 { break }
      }
    }
    close()
    let isAlone =
      annotations.first.map { isSubject(text, $0, found) && isBelowMemorandum(text, $0) } ?? false
    return heads >= 2 || isAlone ? annotations : []
  }

  /// Whether a label is "SUBJECT", in capitals, which one memorandum has alone.
  private func isSubject(_ text: TokenisedText, _ head: Annotation, _ found: Findings) -> Bool {
    let first = text.tokens[text.lines[found.line(at: head.range.lowerBound)].tokens.lowerBound]
    return first.kind == .capitals && first.key == Token.key("subject")
  }

  /// Whether a line above starts with the word "memorandum".
  private func isBelowMemorandum(_ text: TokenisedText, _ head: Annotation) -> Bool {
    text.filledLines.prefix(12).contains {
      text.lines[$0].content.upperBound <= head.range.lowerBound
        && text.tokens[text.lines[$0].tokens.lowerBound].key == Token.key("memorandum")
    }
  }

  /// The label at a line's start, in lower case.
  private func label(_ text: TokenisedText, _ tokens: Range<Int>) -> String? {
    guard tokens.count >= 3, tokens.count <= 60, text.tokens[tokens.lowerBound].isCapital,
      Self.labels.contains(text.tokens[tokens.lowerBound].key),
      text.isMark(tokens.lowerBound + 1, ":")
        || text.isMark(tokens.lowerBound + 2, ":")
          && text.tokens[tokens.lowerBound + 1].key == Token.key("for")
    else { return nil }
    return text.string(text.tokens[tokens.lowerBound].range).lowercased()
  }

  private func isIndented(_ text: TokenisedText, _ line: Int) -> Bool {
    text.lines[line].content.lowerBound - text.lines[line].whole.lowerBound >= 3
      || text.bytes[text.lines[line].whole.lowerBound] == 0x09
  }
}
