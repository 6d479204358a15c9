/// Finds one slipped letter in a name that is spelt in one way alone: "United State of America".
///
/// All other words of the name must be there, and the slipped word must have four letters or more.
/// TEI Guidelines, CO, Apparent Errors.
struct KnownPhrase: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Signed for The United State of America on that day."
      ~> "<choice><sic>State</sic><corr type=\"slip\" resp=\"#engross\" cert=\"high\">States</corr></choice>",
    "The United States of America and every State of America." !~> "<sic",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    // A phrase with one wrong word still has its first two or its last two words' keys: look for
    // the phrase by its first word, and by its second where the first is the wrong one.
    var starts: [UInt64: [(phrase: [String], offset: Int)]] = [:]
    for phrase in facts.phrases {
      for offset in 0..<min(2, phrase.count) {
        starts[Token.key(phrase[offset]), default: []].append((phrase, offset))
      }
    }
    var annotations: [Annotation] = []
    for index in text.tokens.indices {
      guard text.tokens[index].isCapital, let candidates = starts[text.tokens[index].key] else {
        continue
      }
      for (phrase, offset) in candidates {
        if let slip = slip(text, at: index - offset, phrase), offset == 0 || slip.word == 0 {
          annotations.append(slip.annotation)
          break
        }
      }
    }
    return annotations
  }

  private func slip(
    _ text: TokenisedText, at start: Int, _ phrase: [String]
  ) -> (annotation: Annotation, word: Int)? {
    guard start >= 0, start + phrase.count <= text.tokens.count, phrase.count >= 3 else {
      return nil
    }
    var wrong: Int?
    for (offset, word) in phrase.enumerated()
    where text.tokens[start + offset].key != Token.key(word) {
      guard wrong == nil, text.tokens[start + offset].kind != .mark else { return nil }
      wrong = offset
    }
    guard let wrong, phrase[wrong].utf8.count >= 4 else { return nil }
    let token = text.tokens[start + wrong]
    let printed = text.string(token.range)
    let isCapitals = token.kind == .capitals
    let right = isCapitals ? phrase[wrong].uppercased() : phrase[wrong]
    guard token.isCapital == phrase[wrong].first?.isUppercase,
      EditDistance.isOne(Array(printed.utf8), Array(right.utf8))
    else { return nil }
    return (
      Annotation(
        token.range, .correction(right, type: "slip"), .high, rule: "known-phrase",
        because: "\"\(phrase.joined(separator: " "))\" is spelt in one way"), wrong
    )
  }
}
