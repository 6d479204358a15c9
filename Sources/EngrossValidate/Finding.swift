import EngrossModel

/// One thing wrong with a document as a schema sees it, before it's decided whether to say it.
struct Finding {
  /// The part of the element that is meant.
  enum Place { case element, attributeName, attributeValue }

  /// The diagnostic's id without the schema language's prefix.
  var kind: String
  var message: String
  /// The byte offset of the start tag that is pointed at.
  var offset: Int
  var place = Place.element
  /// The attribute's name as written, for the two other places.
  var attribute = ""
  var expected: [String] = []
  /// The byte offset of the parent's start tag: one mistake is often found at both.
  var parent: Int?
}
