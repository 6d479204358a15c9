/// Finds annotations that can't stand together: blocks on the same lines, phrases that cross or that
/// may not hold each other.
enum Conflicts {
  /// Two of some annotations that can't stand together; the later of them is the second.
  static func within(_ annotations: [Annotation]) -> (Int, Int)? {
    var genre: Int?
    for (number, annotation) in annotations.enumerated() where annotation.mark.isGenre {
      if let genre { return (genre, number) }
      genre = number
    }
    var found: (Int, Int)?
    sweep(annotations.indices.map { ($0, annotations[$0]) }) { first, second in
      found = found ?? (min(first, second), max(first, second))
    }
    return found
  }

  /// Those of some annotations, by their numbers, that can't stand together with others, and with
  /// which.
  static func between(_ own: [Annotation], _ others: [Annotation]) -> [(own: Int, other: Int)] {
    var found: [(Int, Int)] = []
    if let genre = others.firstIndex(where: \.mark.isGenre) {
      found += own.indices.filter { own[$0].mark.isGenre }.map { ($0, genre) }
    }
    let all =
      own.indices.map { ($0, own[$0]) } + others.indices.map { (own.count + $0, others[$0]) }
    sweep(all) { first, second in
      let (low, high) = (min(first, second), max(first, second))
      if low < own.count, high >= own.count { found.append((low, high - own.count)) }
    }
    return found
  }

  /// Goes through annotations in the order of the text, and tells each pair that conflicts.
  ///
  /// Paragraphs and line breaks never do: the former give way by themselves.
  private static func sweep(
    _ annotations: [(number: Int, annotation: Annotation)], _ tell: (Int, Int) -> Void
  ) {
    let sorted = annotations.filter {
      $0.annotation.mark.isBlock && $0.annotation.rule != Paragraph.rule
        || $0.annotation.mark.isPhrase && !$0.annotation.mark.isPoint
    }.sorted {
      let (left, right) = ($0.annotation.range, $1.annotation.range)
      return (left.lowerBound, -left.upperBound, $0.number)
        < (right.lowerBound, -right.upperBound, $1.number)
    }
    var open: [(number: Int, annotation: Annotation)] = []
    for entry in sorted {
      open.removeAll { $0.annotation.range.upperBound <= entry.annotation.range.lowerBound }
      for other in open where conflict(other.annotation, entry.annotation) {
        tell(other.number, entry.number)
      }
      open.append(entry)
    }
  }

  /// Whether two annotations that overlap can't stand together; the outer one is given first.
  private static func conflict(_ outer: Annotation, _ inner: Annotation) -> Bool {
    switch (outer.mark.isBlock, inner.mark.isBlock) {
    case (true, true): return true
    case (true, false), (false, true):
      // A line that begins a page in the middle of a paragraph is no block of its own.
      return outer.range == inner.range && (outer.mark.isPage || inner.mark.isPage)
    case (false, false):
      if inner.range.upperBound > outer.range.upperBound { return true }
      if outer.range == inner.range {
        return !Resolver.admits(outer.mark, inner.mark) && !Resolver.admits(inner.mark, outer.mark)
      }
      return !Resolver.admits(outer.mark, inner.mark)
    }
  }
}

extension Mark {
  fileprivate var isPage: Bool { if case .pageBreak = self { true } else { false } }

  /// Whether it tells the kind of the whole document.
  var isGenre: Bool { if case .genre = self { true } else { false } }
}
