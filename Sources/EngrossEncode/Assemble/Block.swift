/// A part of the document that takes whole lines, and where it stands in the division.
struct Block {
  /// Where TEI lets it stand (TEI Guidelines, DS, Elements Common to All Divisions).
  enum Place {
    /// Before the text of a division, inside an opener.
    case opener
    /// Before the text of a division, beside its opener.
    case head
    case text
    /// After the text of a division, inside a closer.
    case closer
    /// After the text of a division, beside its closer.
    case end
    /// Anywhere.
    case note
  }

  let annotation: Annotation
  let place: Place

  var range: Range<Int> { annotation.range }
}

/// An element that holds blocks.
enum Container: Equatable {
  case part
  case division(Division)
  case opener, closer, list, speech
  case item(label: String)

  /// Whether a note between blocks is put inside, not after.
  var holdsNotes: Bool {
    switch self {
    case .part, .division, .speech: true
    case .opener, .closer, .list, .item: false
    }
  }
}
