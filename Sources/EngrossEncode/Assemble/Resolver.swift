/// Decides between annotations that overlap, so that what is left nests.
///
/// A correction stays whatever crosses it, and of two others that cross the one that starts first; of two with the same bytes, both stay, the
/// outer kind outside; inside a correction nothing stays; a date holds no date.
enum Resolver {
  /// The phrases of a document, outer before inner, in the order of the text.
  static func phrases(_ annotations: [Annotation]) -> [Annotation] {
    let sorted = annotations.filter(\.mark.isPhrase).sorted { left, right in
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      if left.range.isEmpty != right.range.isEmpty { return left.range.isEmpty }
      if left.range.upperBound != right.range.upperBound {
        return left.range.upperBound > right.range.upperBound
      }
      return rank(left.mark) < rank(right.mark)
    }
    var kept: [Annotation] = []
    // The places in `kept` of those that are open.
    var open: [Int] = []
    for annotation in sorted {
      while let last = open.last, kept[last].range.upperBound <= annotation.range.lowerBound {
        open.removeLast()
      }
      // What gives a block its parts must stay: phrases give way.
      if annotation.mark.isPart {
        while let last = open.last, !kept[last].mark.isPart {
          kept.remove(at: last)
          open.removeLast()
        }
      }
      if case .correction = annotation.mark {
        while let last = open.last, kept[last].range.upperBound < annotation.range.upperBound {
          if case .correction = kept[last].mark { break }
          if kept[last].mark.isPart { break }
          kept.remove(at: last)
          open.removeLast()
        }
      }
      if let outer = open.last.map({ kept[$0] }) {
        if annotation.range.upperBound > outer.range.upperBound { continue }
        if !admits(outer.mark, annotation.mark) { continue }
      }
      kept.append(annotation)
      if !annotation.range.isEmpty { open.append(kept.count - 1) }
    }
    return kept
  }

  private static func rank(_ mark: Mark) -> Int {
    switch mark {
    case .runInList: -2
    case .runInItem, .cell: -1
    case .correction: 2
    case .date: 1
    case .docAuthor: -1
    default: 0
    }
  }

  /// Whether one mark may stand inside another.
  static func admits(_ outer: Mark, _ inner: Mark) -> Bool {
    switch (outer, inner) {
    case (_, .lineBreak), (_, .wordBreak), (_, .pageBreak): true
    case (.correction, _): false
    case (_, .correction): true
    case (.runInItem, .runInList), (.runInItem, .runInItem), (.runInItem, .cell): false
    case (.runInItem, _): true
    case (.runInList, .runInItem): true
    case (.cell, .runInList), (.cell, .runInItem), (.cell, .cell): false
    case (.cell, _): true
    case (.stageDirection, .noteReference): false
    case (.stageDirection, _): true
    case (.persName, .insertion), (.placeName, .insertion), (.date, .insertion): true
    case (.persName, .noteReference), (.placeName, .noteReference): true
    case (.docAuthor, .persName), (.orgName, .placeName), (.roleName, .placeName): true
    default: false
    }
  }
}
