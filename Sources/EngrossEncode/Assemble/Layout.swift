/// Orders a document's blocks so that the division is one that TEI allows.
///
/// A division starts with openers and a head, has its text, and ends with a closer. A block that a
/// recogniser put elsewhere becomes a paragraph: markup is dropped, never text.
enum Layout {
  static func blocks(_ annotations: [Annotation]) -> [Block] {
    let sorted = annotations.filter { $0.mark.isBlock && !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var places: [Block.Place] = sorted.map { $0.mark.isNote ? .note : .text }
    var first = 0
    while first < sorted.count, let place = atStart(sorted[first].mark, places[..<first]) {
      places[first] = place
      first += 1
    }
    var last = sorted.count
    while last > first, let place = atEnd(sorted[last - 1].mark) {
      places[last - 1] = place
      last -= 1
    }
    // A closer needs a text before it: without one, all but notes is text.
    if !places.contains(.text) { places = sorted.map { $0.mark.isNote ? .note : .text } }
    return zip(sorted, places).map { Block(annotation: $0, place: $1) }
  }

  /// Where a block stands before the text; nil when it begins the text.
  private static func atStart(_ mark: Mark, _ before: ArraySlice<Block.Place>) -> Block.Place? {
    switch mark {
    case .note: .note
    case .head: before.contains(.head) ? nil : .head
    case .byline, .openingSalute, .dateline: .opener
    default: nil
    }
  }

  /// Where a block stands after the text; nil when it ends the text.
  private static func atEnd(_ mark: Mark) -> Block.Place? {
    switch mark {
    case .note: .note
    case .signed, .closingSalute, .dateline: .closer
    default: nil
    }
  }
}
