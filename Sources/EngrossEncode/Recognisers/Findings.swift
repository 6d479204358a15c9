/// What has been found in a text so far.
package struct Findings: Sendable {
  package private(set) var annotations: [Annotation] = []
  /// Whether a block has taken a line, or the part of it up to a byte.
  private var isClaimed: [Bool]
  private let lineStarts: [Int]
  /// The corrections, in the order of the text.
  private var corrections: [Annotation] = []

  init(_ text: TokenisedText) {
    isClaimed = Array(repeating: false, count: text.lines.count)
    lineStarts = text.lines.map(\.whole.lowerBound)
  }

  /// Adds annotations; a block that takes a line which another has taken is left out.
  mutating func add(_ new: [Annotation]) {
    let newCorrections = new.filter { if case .correction = $0.mark { true } else { false } }
    if !newCorrections.isEmpty {
      corrections = (corrections + newCorrections)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    for annotation in new {
      if annotation.mark.isBlock {
        let lines =
          line(at: annotation.range.lowerBound)...line(at: annotation.range.upperBound - 1)
        if lines.contains(where: { isClaimed[$0] }) { continue }
        for line in lines { isClaimed[line] = true }
      }
      annotations.append(annotation)
    }
  }

  /// Whether a block has taken a line already.
  func claims(line: Int) -> Bool { isClaimed[line] }

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
