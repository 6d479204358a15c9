/// Finds words that a space divides: "trans formation".
///
/// Only where the first part is no word by itself and the two make a known one; both stand on one
/// line with one space between. TEI Guidelines, CO, Apparent Errors.
struct DividedWord: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "We saw the trans formation of the border in that year."
      ~> "<choice><sic>trans formation</sic><corr type=\"divided-word\" resp=\"#engross\" cert=\"high\">transformation</corr></choice>",
    "They govern mental states under standing orders." !~> "<sic>under",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    for index in text.tokens.indices.dropLast() {
      let (first, second) = (text.tokens[index], text.tokens[index + 1])
      guard first.isAny(.dividedWord), first.kind == .word || first.kind == .capitalised,
        second.kind == .word,
        second.start == first.end + 1, text.bytes[Int(first.end)] == 0x20,
        facts.dividedWords.contains(Token.key(first.key, second.key))
      else { continue }
      let word = text.string(first.range) + text.string(second.range)
      annotations.append(
        Annotation(
          text.range(index, index + 1), .correction(word, type: "divided-word"), .high,
          rule: "divided-word",
          because: "\"\(text.string(first.range))\" is no word by itself"))
    }
    return annotations
  }
}
