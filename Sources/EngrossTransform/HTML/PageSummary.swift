/// What an index says of one page.
public struct PageSummary: Sendable {
  /// One inference, as the index counts it.
  struct Entry: Sendable {
    let number: Int
    let line: Int
    let element: String
    let description: String
    let certainty: PageMark.Certainty
    let rule: String
    let reason: String
    let words: String
    let codePoints: Range<Int>?
  }

  /// What the document is called.
  public let name: String
  let title: String
  let entries: [Entry]

  init(name: String, title: String, marks: [PageMark], lines: [Int]) {
    self.name = name
    self.title = title
    entries = marks.enumerated().map { number, mark in
      Entry(
        number: number + 1, line: lines[number], element: mark.element,
        description: mark.description, certainty: mark.certainty, rule: mark.rule,
        reason: mark.reason, words: mark.words, codePoints: mark.codePoints)
    }
  }
}
