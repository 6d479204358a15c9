/// Tells the kind of a document from its title: "Joint Statement on …".
///
/// The phrase nearest to the title's start wins, the longer one of two that start together.
/// TEI Guidelines, HD, The Text Classification.
struct GenreOfDocument: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Treaty of Friendship\n\nThis is a text that says so."
      ~> "<div type=\"document\" subtype=\"treaty\"",
    "On friendship of All\n\nThis is a text that says so." ~> "<div type=\"document\" xml:id",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    if found.genre != nil { return [] }
    let title = found.blocks(.head).first.flatMap { head in
      let first = text.lines[found.line(at: head.range.lowerBound)].tokens.lowerBound
      let last = text.lines[found.line(at: head.range.upperBound - 1)].tokens.upperBound
      return genre(text, first..<last, because: "in the title")
    }
    if let title, title.certainty == .high { return [title] }
    for reference in found.blocks(.preliminary(type: "reference")) {
      let tokens = text.lines[found.line(at: reference.range.lowerBound)].tokens
      if let genre = genre(text, tokens, because: "on the line of its number") { return [genre] }
    }
    if let title { return [title] }
    for line in text.filledLines.prefix(12) where text.lines[line].tokens.count <= 12 {
      let tokens = text.lines[line].tokens
      if let genre = genre(text, tokens, because: "on a line of its own", startsLine: true) {
        return [genre]
      }
    }
    return letter(found)
  }

  /// The genre whose phrase stands first among some tokens.
  private func genre(
    _ text: TokenisedText, _ tokens: Range<Int>, because: String, startsLine: Bool = false
  ) -> Annotation? {
    // The nearest to the start is told first; of those that start together, the longest.
    for start in startsLine ? tokens.prefix(2) : tokens {
      guard let cues = facts.genreCues[text.tokens[start].key],
        let cue = cues.first(where: {
          $0.stands(in: text, at: start, before: tokens.upperBound)
        })
      else { continue }
      let range = text.range(start, start + cue.keys.count - 1)
      return Annotation(
        range, .genre(cue.genre.id),
        start == tokens.lowerBound && !startsLine ? .high : .medium, rule: "genre",
        because: "\"\(text.string(range))\" \(because)")
    }
    return nil
  }

  /// What has a greeting at its start and one at its end is a letter.
  private func letter(_ found: Findings) -> [Annotation] {
    guard let opening = found.blocks(.openingSalute).first,
      !found.blocks(.closingSalute).isEmpty
    else { return [] }
    return [
      Annotation(
        opening.range, .genre("letter"), .medium, rule: "genre",
        because: "a greeting at the start and one at the end")
    ]
  }
}
