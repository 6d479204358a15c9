/// Something that a check finds, in the place of an attribute.
struct CheckFinding {
  let kind: String
  let message: String
  /// The element's node, and the attribute's name as written.
  let node: Int
  let attribute: String
  /// How many bytes after the value's start the place is.
  var inset = 0
  /// The node of an element that belongs to the matter, its attribute, and how.
  var related: (node: Int, attribute: String, message: String)?
}

/// A pointer into another document: `letter.xml#p3`.
struct OutwardPointer {
  let address: String
  let fragment: String
  let node: Int
  let attribute: String
  let inset: Int
}
