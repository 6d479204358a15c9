/// Finds one slipped letter in a name that is spelt in one way alone: "United State of America".
///
/// All other words of the name must be there, and the slipped word must have four letters or more.
/// TEI Guidelines, CO, Apparent Errors.
struct KnownPhrase: Recogniser {
  /// A phrase, with the keys of its words, and which of them a word of the text is.
  private struct Candidate: Sendable {
    let words: [String]
    let keys: [UInt64]
    let offset: Int
  }

  /// The phrases by their first words, and by their second for where the first is the wrong one.
  private let starts: WordTable<[Candidate]>

  init(facts: Facts) {
    var starts: [UInt64: [Candidate]] = [:]
    for phrase in facts.phrases {
      let keys = phrase.map { Token.key($0) }
      for offset in 0..<min(2, phrase.count) {
        starts[keys[offset], default: []].append(
          Candidate(words: phrase, keys: keys, offset: offset))
      }
    }
    self.starts = WordTable(starts)
  }

  static let examples: [Example] = [
    "Signed for The United State of America on that day."
      ~> "<choice><sic>State</sic><corr type=\"slip\" resp=\"#engross\" cert=\"high\">States</corr></choice>",
    "The United States of America and every State of America." !~> "<sic",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    for index in text.tokens.indices {
      guard text.tokens[index].isAny(.phrase), text.tokens[index].isCapital,
        let candidates = starts[text.tokens[index].key]
      else {
        continue
      }
      for candidate in candidates {
        if let slip = slip(text, at: index - candidate.offset, candidate),
          candidate.offset == 0 || slip.word == 0
        {
          annotations.append(slip.annotation)
          break
        }
      }
    }
    return annotations
  }

  private func slip(
    _ text: TokenisedText, at start: Int, _ candidate: Candidate
  ) -> (annotation: Annotation, word: Int)? {
    let phrase = candidate.words
    guard start >= 0, start + phrase.count <= text.tokens.count, phrase.count >= 3 else {
      return nil
    }
    var wrong: Int?
    for (offset, key) in candidate.keys.enumerated()
    where text.tokens[start + offset].key != key {
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
