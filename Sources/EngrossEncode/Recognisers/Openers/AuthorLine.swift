/// Finds the author above the date at the head of a text: "William J. Clinton" over "May 06, 1997".
///
/// Sure, since a personal name alone on the first line and a date alone on the second is how
/// published papers head their texts. Without the date it takes nothing.
/// TEI Guidelines, DS, Openers and Closers.
struct AuthorLine: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Anna M. Berg\nMay 06, 1997\n\nOn bridges\nThis is a text that says so."
      ~> "<opener><byline><docAuthor><persName ref=\"#person-1\"",
    "Anna M. Berg\nThis is a text that says so." !~> "<byline",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    guard let first = text.lines.firstIndex(where: { !$0.isBlank }), !found.claims(line: first),
      first + 1 < text.lines.count,
      let dateline = found.blocks(.dateline).first,
      found.line(at: dateline.range.lowerBound) == first + 1,
      let name = PersonalName(text, text.lines[first].tokens, found, facts),
      name.last == text.lines[first].tokens.upperBound - 1
    else { return [] }
    let because = "a personal name alone above the date"
    let range = text.lines[first].content
    return [
      Annotation(range, .byline, .high, rule: "author-line", because: because),
      Annotation(range, .persName, .high, rule: "author-line", because: because),
    ]
  }
}
