/// Finds words that stand twice by a slip: "of the the border", "in the year of / of our Lord".
///
/// Only words that no sentence has twice, one beside the other; in transcripts, where people
/// stammer, none. TEI Guidelines, CO, Apparent Errors.
struct DoubledWord: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "We saw the the bridge of the border in that year."
      ~> "<choice><sic>the the</sic><corr type=\"doubled-word\" resp=\"#engross\" cert=\"high\">the</corr></choice>",
    "We know that that was had had he been there." !~> "<sic",
    "We saw the. The bridge was there, and of, of course, it stood." !~> "<sic",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    if !found.blocks(.speaker).isEmpty { return [] }
    var annotations: [Annotation] = []
    for index in text.tokens.indices.dropLast() {
      let (first, second) = (text.tokens[index], text.tokens[index + 1])
      guard first.key == second.key, second.kind == .word,
        first.kind == .word || first.kind == .capitalised,
        facts.slips.doubled.contains(first.key), isBeside(text, index)
      else { continue }
      annotations.append(
        Annotation(
          text.range(index, index + 1),
          .correction(text.string(first.range), type: "doubled-word"), .high,
          rule: "doubled-word",
          because: "\"\(text.string(first.range))\" stands twice"))
    }
    return annotations
  }

  /// Whether white space of one line, or one line's end, stands between a token and the next.
  private func isBeside(_ text: TokenisedText, _ index: Int) -> Bool {
    let gap = text.bytes[Int(text.tokens[index].end)..<Int(text.tokens[index + 1].start)]
    return !gap.isEmpty && gap.count <= 40
      && gap.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
      && gap.filter { $0 == 0x0A }.count <= 1
  }
}
