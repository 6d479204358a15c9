import EngrossModel

/// An element of a schema in RELAX NG's XML syntax, whichever syntax the schema is written in.
struct SchemaElement: Sendable {
  /// The local name in RELAX NG's namespace.
  let name: String
  /// Where it starts.
  let position: Position
  /// The attributes in no namespace, by their names.
  var attributes: [String: String] = [:]
  var children: [SchemaElement] = []
  /// The text of a `name`, a `value` or a `param`, as written.
  var text = ""
  /// What prefixes stand for in the names and values of the element, the default one by "".
  var namespaces: [String: String] = [:]

  init(_ name: String, at position: Position) {
    self.name = name
    self.position = position
  }
}
