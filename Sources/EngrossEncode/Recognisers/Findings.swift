/// What has been found in a text so far.
package struct Findings: Sendable {
  package private(set) var annotations: [Annotation] = []
  /// For each line the offset up to which a block has taken it; that of its start when none has.
  private var taken: [Int]
  private let lineStarts: [Int]
  /// The lines on which a page begins in the middle of a paragraph.
  private var pagesInside: Set<Int> = []
  private var pages: Set<Int> = []
  /// The corrections, in the order of the text.
  private var corrections: [Annotation] = []

  init(_ text: TokenisedText) {
    lineStarts = text.lines.map(\.whole.lowerBound)
    taken = lineStarts
  }

  /// Adds annotations; a block that takes what another has taken is left out.
  mutating func add(_ new: [Annotation]) {
    let newCorrections = new.filter { if case .correction = $0.mark { true } else { false } }
    if !newCorrections.isEmpty {
      corrections = (corrections + newCorrections)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    for annotation in new {
      if case .pageBreak(let page) = annotation.mark {
        let number = line(at: annotation.range.lowerBound)
        pages.insert(number)
        if page.isInside { pagesInside.insert(number) }
      }
      if annotation.mark.isBlock {
        let lines =
          line(at: annotation.range.lowerBound)...line(at: annotation.range.upperBound - 1)
        if taken[lines.lowerBound] > annotation.range.lowerBound { continue }
        if lines.dropFirst().contains(where: { claims(line: $0) }) { continue }
        for line in lines { taken[line] = annotation.range.upperBound }
      }
      annotations.append(annotation)
    }
  }

  /// Whether a block has taken a line already, or the start of it.
  func claims(line: Int) -> Bool { taken[line] > lineStarts[line] }

  /// Whether a line says that a page begins.
  func isPage(line: Int) -> Bool { pages.contains(line) }

  /// Whether a page begins, on a line, in the middle of a paragraph.
  func beginsPage(line: Int) -> Bool { pagesInside.contains(line) }

  /// Whether any page does so.
  var hasPagesInside: Bool { !pagesInside.isEmpty }

  /// The tokens of a line that no block has taken; such as follow a heading on its line.
  func rest(of number: Int, in text: TokenisedText) -> Range<Int> {
    let tokens = text.lines[number].tokens
    if !claims(line: number) { return tokens }
    var first = tokens.upperBound
    while first > tokens.lowerBound, Int(text.tokens[first - 1].start) >= taken[number] {
      first -= 1
    }
    return first..<tokens.upperBound
  }

  /// The dates, in the order of the text.
  var dates: [Annotation] {
    annotations.filter { if case .date = $0.mark { true } else { false } }
  }

  /// The blocks of a kind.
  func blocks(_ mark: Mark) -> [Annotation] { annotations.filter { $0.mark == mark } }

  /// The number of the line that holds a byte.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The corrections among some tokens.
  func corrections(in text: TokenisedText, _ tokens: Range<Int>) -> ArraySlice<Annotation> {
    if tokens.isEmpty || corrections.isEmpty { return [] }
    let range = text.range(tokens.lowerBound, tokens.upperBound - 1)
    var low = 0
    var high = corrections.count
    while low < high {
      let middle = (low + high) / 2
      if corrections[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return corrections[low...].prefix { $0.range.lowerBound < range.upperBound }
  }
}
