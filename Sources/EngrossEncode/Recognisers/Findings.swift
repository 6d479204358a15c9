/// What has been found in a text so far.
package struct Findings: Sendable {
  package private(set) var annotations: [Annotation] = []
  /// For each line the offset up to which a block has taken it; that of its start when none has.
  private var taken: [Int]
  /// For each line the offset from which a block has taken its tail, and where the text before that
  /// ends; none for most.
  private var tails: [Int: (start: Int, end: Int)] = [:]
  /// Those that are blocks, in the order in which they were found.
  private var blocks: [Annotation] = []
  /// The dates, in the order of the text.
  private(set) var dates: [Annotation] = []
  /// The id of the document's genre; nil when nothing tells it.
  private(set) var genre: String?
  private let lineStarts: [Int]
  private let text: TokenisedText
  /// The lines on which a page begins in the middle of a paragraph.
  private var pagesInside: Set<Int> = []
  private var pages: Set<Int> = []
  /// The places of the dates among all annotations and among the dates, by where they start.
  private var datePlaces: [Int: (all: Int, dates: Int)] = [:]
  /// The corrections, in the order of the text.
  private var corrections: [Annotation] = []

  init(_ text: TokenisedText) {
    self.text = text
    lineStarts = text.lines.map(\.whole.lowerBound)
    taken = lineStarts
  }

  /// Adds annotations; a block that takes what another has taken is left out.
  mutating func add(_ new: [Annotation]) {
    if new.isEmpty { return }
    if new.contains(where: { if case .correction = $0.mark { true } else { false } }) {
      let newCorrections = new.filter { if case .correction = $0.mark { true } else { false } }
      corrections = (corrections + newCorrections)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    // Annotations come in the order of the text for the most part.
    var near = 0
    for annotation in new {
      if case .pageBreak(let page) = annotation.mark {
        let number = line(at: annotation.range.lowerBound)
        pages.insert(number)
        if page.isInside { pagesInside.insert(number) }
      }
      guard annotation.mark.isBlock else {
        note(annotation)
        continue
      }
      let first = line(at: annotation.range.lowerBound, near: near)
      let lines = first...line(at: annotation.range.upperBound - 1, near: first)
      near = lines.upperBound
      if taken[lines.lowerBound] > annotation.range.lowerBound { continue }
      if lines.dropFirst().contains(where: { claims(line: $0) }) { continue }
      // A page begins in running text alone.
      if hasPagesInside, !annotation.mark.isText, lines.contains(where: beginsPage) { continue }
      let block = takeTail(annotation, lines.lowerBound) ?? take(annotation, lines)
      annotations.append(block)
      blocks.append(block)
    }
  }

  private mutating func note(_ annotation: Annotation) {
    if case .date = annotation.mark {
      // A later reading, which knows the document's date, takes the place of the first.
      if let place = datePlaces[annotation.range.lowerBound] {
        annotations[place.all] = annotation
        dates[place.dates] = annotation
        return
      }
      datePlaces[annotation.range.lowerBound] = (annotations.count, dates.count)
    }
    annotations.append(annotation)
    switch annotation.mark {
    case .date: dates.append(annotation)
    case .genre(let id): genre = genre ?? id
    default: break
    }
  }

  /// Takes the lines of a block, down to what has been taken of the last one's tail.
  private mutating func take(_ annotation: Annotation, _ lines: ClosedRange<Int>) -> Annotation {
    var range = annotation.range
    if let tail = tails[lines.upperBound], range.upperBound > tail.end, range.lowerBound < tail.end
    {
      range = range.lowerBound..<tail.end
    }
    for line in lines { taken[line] = range.upperBound }
    return annotation.over(range)
  }

  /// Takes the tail of a line for a block that starts in it, behind text that no block has taken.
  private mutating func takeTail(_ annotation: Annotation, _ line: Int) -> Annotation? {
    let start = annotation.range.lowerBound
    guard start > text.lines[line].content.lowerBound, !claims(line: line),
      let last = text.lastToken(on: line, before: start)
    else {
      return nil
    }
    if tails[line] == nil { tails[line] = (start, Int(text.tokens[last].end)) }
    return annotation
  }

  /// Whether a block has taken the end of a line whose start is free: a signature run on to a text.
  func claimsTail(ofLine line: Int) -> Bool { tails[line] != nil }

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
    var tokens = text.lines[number].tokens
    if let tail = tails[number], let last = text.lastToken(on: number, before: tail.start) {
      tokens = tokens.lowerBound..<last + 1
    }
    if !claims(line: number) { return tokens }
    var first = tokens.upperBound
    while first > tokens.lowerBound, Int(text.tokens[first - 1].start) >= taken[number] {
      first -= 1
    }
    return first..<tokens.upperBound
  }

  /// The annotations of a kind.
  func blocks(_ mark: Mark) -> [Annotation] {
    (mark.isBlock ? blocks : annotations).filter { $0.mark == mark }
  }

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

  /// The number of the line that holds a byte, most likely a given one or one of the next.
  private func line(at offset: Int, near number: Int) -> Int {
    guard lineStarts[number] <= offset else { return line(at: offset) }
    for number in number..<min(number + 8, lineStarts.count)
    where number + 1 == lineStarts.count || lineStarts[number + 1] > offset {
      return number
    }
    return line(at: offset)
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
