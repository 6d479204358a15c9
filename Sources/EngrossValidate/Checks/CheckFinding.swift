/// Something that a check finds, in the place of an attribute.
struct CheckFinding {
  let kind: String
  let message: String
  /// The byte offset of the element's `<`, and the attribute's name as written.
  let offset: Int
  let attribute: String
  /// How many bytes after the value's start the place is.
  var inset = 0
  /// The byte offset of an element that belongs to the matter, its attribute, and how.
  var related: (offset: Int, attribute: String, message: String)?
}

/// A pointer into another document: `letter.xml#p3`.
struct OutwardPointer {
  let address: String
  let fragment: String
  let offset: Int
  let attribute: String
  let inset: Int
}
