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
    guard let head = found.blocks(.head).first else { return [] }
    let tokens = text.tokens.indices.filter { head.range.contains(Int(text.tokens[$0].start)) }
    guard let first = tokens.first, let last = tokens.last else { return [] }
    var best: (start: Int, length: Int, genre: Facts.Genre)?
    for genre in facts.genres {
      for cue in genre.cues {
        guard
          let start = (first...last).first(where: { start in
            start + cue.count - 1 <= last
              && cue.indices.allSatisfy { text.tokens[start + $0].key == cue[$0] }
          })
        else { continue }
        if let best, (best.start, -best.length) <= (start, -cue.count) { continue }
        best = (start, cue.count, genre)
      }
    }
    guard let best else { return [] }
    let range = text.range(best.start, best.start + best.length - 1)
    return [
      Annotation(
        range, .genre(best.genre.id), best.start == first ? .high : .medium, rule: "genre",
        because: "\"\(text.string(range))\" in the title")
    ]
  }
}
