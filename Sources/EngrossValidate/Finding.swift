import EngrossModel

/// One thing wrong with a document as a schema sees it, before it's decided whether to say it.
struct Finding {
  /// The part of the element that is meant, or a byte outside its start tag.
  enum Place {
    case element, attributeName, attributeValue
    case byte(Int)
  }

  /// A place that belongs to the matter.
  struct Note {
    let message: String
    /// The byte offset.
    let offset: Int
  }

  /// The diagnostic's id without the schema language's prefix.
  var kind: String
  var message: String
  /// The byte offset of the start tag that is pointed at.
  var offset: Int
  var place = Place.element
  /// The attribute's name as written, for two of the places.
  var attribute = ""
  var expected: [String] = []
  /// The byte offset of the parent's start tag: one mistake is often found at both.
  var parent: Int?
  var notes: [Note] = []
}
