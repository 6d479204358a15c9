/// Finds the author above the date at the head of a text: "William J. Clinton" over "May 06, 1997".
///
/// Sure, since a personal name alone on the first line and a date alone on the second is how
/// published papers head their texts. Where the text has a dateline of its own, with the place, the
/// date above belongs to the byline. Without the date it takes nothing.
/// TEI Guidelines, DS, Openers and Closers.
struct AuthorLine: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Anna M. Berg\nMay 06, 1997\n\nOn bridges\nThis is a text that says so."
      ~> "<byline><docAuthor><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">Anna M. Berg</persName></docAuthor></byline>\n<opener><dateline>",
    "Anna M. Berg\nMay 06, 1997\n\nOn bridges\nThis is a text that says so.\nANNA M. BERG\nCASTLE ILSE,\nMay 6, 1997."
      ~> "</docAuthor>\n<lb/><date when=\"1997-05-06\" resp=\"#engross\" cert=\"high\">May 06, 1997</date></byline>",
    "Anna M. Berg\nThis is a text that says so." !~> "<byline",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    guard let first = text.lines.firstIndex(where: { !$0.isBlank }), !found.claims(line: first),
      first + 1 < text.lines.count, !text.lines[first + 1].isBlank,
      let name = PersonalName(text, text.lines[first].tokens, found, facts),
      name.last == text.lines[first].tokens.upperBound - 1
    else { return [] }
    let below = text.lines[first + 1].content
    let isDated = found.blocks(.dateline).first?.range == below
    guard isDated || !found.claims(line: first + 1) && found.dates.first?.range == below else {
      return []
    }
    let range = text.lines[first].content
    func annotation(_ range: Range<Int>, _ mark: Mark) -> Annotation {
      Annotation(
        range, mark, .high, rule: "author-line", because: "a personal name alone above the date")
    }
    return [annotation(range, .docAuthor), annotation(range, .persName)]
      + (isDated
        ? [annotation(range, .byline)]
        : [
          annotation(range.lowerBound..<below.upperBound, .byline),
          annotation(below.lowerBound..<below.lowerBound, .lineBreak),
        ])
  }
}
