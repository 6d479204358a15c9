/// What has been found in a text so far.
package struct Findings: Sendable {
  package private(set) var annotations: [Annotation] = []
  private var isClaimed: [Bool]
  private let lineStarts: [Int]
  /// Where the corrections stand among the annotations.
  private(set) var correctionIndex: [Int] = []

  init(_ text: TokenisedText) {
    isClaimed = Array(repeating: false, count: text.lines.count)
    lineStarts = text.lines.map(\.whole.lowerBound)
  }

  /// Adds annotations; a block that takes a line which another has taken is left out.
  mutating func add(_ new: [Annotation]) {
    for annotation in new {
      if annotation.mark.isBlock {
        let lines =
          line(at: annotation.range.lowerBound)...line(at: annotation.range.upperBound - 1)
        if lines.contains(where: { isClaimed[$0] }) { continue }
        for line in lines { isClaimed[line] = true }
      }
      if case .correction = annotation.mark { correctionIndex.append(annotations.count) }
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
}
