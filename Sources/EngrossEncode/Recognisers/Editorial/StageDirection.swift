/// Finds what a transcript tells beside the words: "(Applause.)", "[Laughter]".
///
/// In brackets or parentheses, a few words that start with one that says what is heard or seen.
/// TEI Guidelines, DR, Stage Directions.
struct StageDirection: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Remarks of the day\nI see that you are all here. (Laughter.) So am I."
      ~> "here. <stage type=\"business\" resp=\"#engross\" cert=\"high\">(Laughter.)</stage> So",
    "Remarks of the day\nI see that you are all here.\n[Applause]\nSo am I."
      ~> "</p>\n<stage type=\"business\" resp=\"#engross\" cert=\"high\">[Applause]</stage>\n<p",
    "Remarks of the day\nThe laughter (loud as it was that day) did end." !~> "<stage",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    for index in text.tokens.indices {
      guard text.tokens[index].kind == .mark, text.tokens[index].count == 1,
        text.isMark(index, "(") || text.isMark(index, "["), let last = last(text, index),
        let type = facts.editorial.stage[text.tokens[index + 1].key]
      else { continue }
      let line = found.line(at: Int(text.tokens[index].start))
      let isAlone = text.lines[line].tokens == index..<last + 1 && !found.claims(line: line)
      annotations.append(
        Annotation(
          text.range(index, last), isAlone ? .stage(type: type) : .stageDirection(type: type),
          .high, rule: "stage-direction",
          because: "\"\(text.string(text.tokens[index + 1].range))\" in brackets"))
    }
    return annotations
  }

  /// The bracket that closes what a token opens, a few words on.
  ///
  /// In parentheses that start in lower case, a sentence's own words may stand; there all must be
  /// words of the kind.
  private func last(_ text: TokenisedText, _ open: Int) -> Int? {
    let close: Unicode.Scalar = text.isMark(open, "(") ? ")" : "]"
    guard open + 2 < text.tokens.count else { return nil }
    let isStrict = close == ")" && !text.tokens[open + 1].isCapital
    for index in open + 2..<min(open + 8, text.tokens.count) {
      if text.isMark(index, close) { return index }
      let token = text.tokens[index]
      let isKnown =
        token.kind == .mark || token.key == Token.key("and")
        || facts.editorial.stage.contains(token.key)
      if isStrict, !isKnown { return nil }
    }
    return nil
  }
}
