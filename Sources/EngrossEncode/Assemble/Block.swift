/// A part of the document that takes whole lines, and where it stands in the division.
struct Block {
  /// The container that TEI puts it in (TEI Guidelines, DS, Elements Common to All Divisions).
  enum Place {
    case opener, head, text, closer, note
  }

  let annotation: Annotation
  let place: Place

  var range: Range<Int> { annotation.range }
}
