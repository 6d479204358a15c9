/// Finds what an editor put in brackets: "[illegible]", "[sic]", "the [second] of May", "[...]".
///
/// Known words tell its kind. Else words in lower case inside a sentence, or a part of a word, are
/// supplied, and a sentence is a comment; a name or a number in brackets stays unmarked.
/// TEI Guidelines, PH, Damage, Supplied Text, and Gaps.
struct BracketedMatter: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A letter of May\nWe saw the [illegible] of the bridge as it fell."
      ~> "the <gap reason=\"illegible\" resp=\"#engross\" cert=\"high\"/><note type=\"editorial\" subtype=\"illegible\" resp=\"#engross\" cert=\"high\">[illegible]</note> of",
    "A letter of May\nWe saw the brige [sic] as it fell that day."
      ~> "<note type=\"editorial\" subtype=\"sic\" resp=\"#engross\" cert=\"high\">[sic]</note>",
    "A letter of May\nWe saw the end [of] the bridge as it fell that day."
      ~> "<supplied reason=\"editorial\" resp=\"#engross\" cert=\"medium\">[of]</supplied>",
    "A letter of May\nWe saw the bridge [...] as it fell that day."
      ~> "<gap reason=\"omitted\" resp=\"#engross\" cert=\"high\"/><seg type=\"ellipsis\"",
    "A letter of May\nWe saw the bridge [Amber] and number [7] as it fell." !~> "<supplied",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      guard text.tokens[index].kind == .mark, text.isMark(index, "[") || text.isMark(index, "*")
      else {
        index += 1
        continue
      }
      if let last = stars(text, index) {
        annotations.append(
          annotation(text, index, last, .ellipsis, .medium, "stars in the place of words"))
        index = last
      } else if text.isMark(index, "["), let last = close(text, index) {
        if let annotation = inserted(text, index, last) { annotations.append(annotation) }
        index = last
      }
      index += 1
    }
    return annotations
  }

  private func annotation(
    _ text: TokenisedText, _ first: Int, _ last: Int, _ kind: EditorialInsertion,
    _ certainty: Annotation.Certainty, _ because: String
  ) -> Annotation {
    Annotation(
      text.range(first, last), .insertion(kind), certainty, rule: "bracketed-matter",
      because: because)
  }

  /// The last of three stars or more with spaces between, among words.
  private func stars(_ text: TokenisedText, _ first: Int) -> Int? {
    guard text.isMark(first, "*"), !text.isAttached(first) else { return nil }
    var last = first
    while text.isMark(last + 1, "*"), !text.isAttached(last + 1), last - first < 12 { last += 1 }
    return last - first >= 2 ? last : nil
  }

  /// The bracket that closes another, at most sixty tokens on and none opened between.
  private func close(_ text: TokenisedText, _ open: Int) -> Int? {
    for index in open + 1..<max(open + 1, min(open + 60, text.tokens.count)) {
      if text.isMark(index, "]") { return index > open + 1 ? index : nil }
      if text.isMark(index, "[") { return nil }
    }
    return nil
  }

  private func inserted(_ text: TokenisedText, _ open: Int, _ close: Int) -> Annotation? {
    let inner = open + 1..<close
    let words = inner.filter { text.tokens[$0].kind != .mark }
    guard let first = words.first else {
      if inner.count == 1, text.isMark(open + 1, "?") {
        return annotation(text, open, close, .uncertain, .high, "a question mark in brackets")
      }
      let isEllipsis = inner.allSatisfy { text.isMark($0, ".") || text.scalar($0) == 0x2026 }
      return isEllipsis
        ? annotation(text, open, close, .ellipsis, .high, "an ellipsis in brackets") : nil
    }
    // "[2 lines illegible]", "[one word illegible]": what is counted comes first.
    for index in words.prefix(4) {
      if let (kind, _) = facts.editorial.insertions.kind(text, at: index),
        index == first || words.count <= 5 && kind != "comment"
      {
        return known(text, open, close, kind)
      }
    }
    if text.tokens[first].kind == .word, !text.isMark(close - 1, "."), words.count <= 6,
      inner.allSatisfy({ text.tokens[$0].kind == .word || text.isMark($0, ",") }),
      isAmongWords(text, open, close)
    {
      return annotation(
        text, open, close, .supplied, .medium, "words in lower case inside a sentence")
    }
    let isSentence =
      text.isMark(close - 1, ".") && words.count >= 4 && text.tokens[first].isCapital
      && words.filter { text.tokens[$0].kind == .word }.count * 2 >= words.count
    return isSentence
      ? annotation(text, open, close, .comment, .medium, "a sentence in brackets") : nil
  }

  private func known(
    _ text: TokenisedText, _ open: Int, _ close: Int, _ kind: String
  ) -> Annotation {
    let insertion: EditorialInsertion =
      switch kind {
      case "sic": .sic
      case "comment": .comment
      default: .gap(reason: kind)
      }
    return annotation(
      text, open, close, insertion, kind == "comment" ? .medium : .high,
      "the words of an editor, \"\(kind)\"")
  }

  /// Whether a word stands beside brackets on their line or around its end.
  private func isAmongWords(_ text: TokenisedText, _ open: Int, _ close: Int) -> Bool {
    let before = open > 0 && text.tokens[open - 1].kind != .mark
    let after = close + 1 < text.tokens.count && text.tokens[close + 1].kind != .mark
    return before || after
  }
}
