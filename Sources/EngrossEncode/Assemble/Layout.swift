/// Orders a document's blocks so that the division is one that TEI allows.
///
/// A division starts with openers and a head, has its text, and ends with a closer. A block that a
/// recogniser put elsewhere becomes a paragraph: markup is dropped, never text.
enum Layout {
  static func blocks(_ annotations: [Annotation]) -> [Block] {
    let sorted = annotations.filter { $0.mark.isBlock && !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let isText = { (annotation: Annotation) in annotation.mark == .paragraph }
    guard let first = sorted.firstIndex(where: isText), let last = sorted.lastIndex(where: isText)
    else { return withoutText(sorted) }
    var hasHead = false
    return sorted.enumerated().map { index, annotation in
      let place = place(annotation.mark, isBefore: index < first, isAfter: index > last)
      if place == .head, hasHead { return Block(annotation: annotation, place: .text) }
      if place == .head { hasHead = true }
      return Block(annotation: annotation, place: place)
    }
  }

  /// A closer needs a text before it: without one, all but head and notes is text.
  private static func withoutText(_ sorted: [Annotation]) -> [Block] {
    sorted.map { annotation in
      switch annotation.mark {
      case .note: Block(annotation: annotation, place: .note)
      default: Block(annotation: annotation, place: .text)
      }
    }
  }

  private static func place(_ mark: Mark, isBefore: Bool, isAfter: Bool) -> Block.Place {
    switch mark {
    case .note: .note
    case .head where isBefore: .head
    case .byline where isBefore, .openingSalute where isBefore, .dateline where isBefore: .opener
    case .signed where isAfter, .closingSalute where isAfter, .dateline where isAfter: .closer
    default: .text
    }
  }
}
