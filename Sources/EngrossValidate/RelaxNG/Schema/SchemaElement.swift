import EngrossModel

/// An element of a schema in RELAX NG's XML syntax, whichever syntax the schema is written in.
struct SchemaElement: Sendable {
  /// The local name in RELAX NG's namespace.
  let name: String
  /// Where it starts.
  let position: Position
  /// The attributes in no namespace, by their names.
  var attributes = SchemaAttributes()
  var children: [SchemaElement] = []
  /// The text of a `name`, a `value` or a `param`, as written.
  var text = ""
  /// What prefixes stand for in the names and values of the element, the default one by "".
  var namespaces: [String: String] = [:]
  /// The base URI that the element itself sets (XML Base).
  var base: String?
  /// Where an element of another vocabulary stands inside.
  var foreign: Position?

  init(_ name: String, at position: Position) {
    self.name = name
    self.position = position
  }
}

/// The few attributes of an element of a schema: a list, as most have one and a dictionary costs more
/// than all else of reading (measured).
struct SchemaAttributes: Sendable, Sequence, ExpressibleByDictionaryLiteral {
  private var pairs: [(key: String, value: String)] = []

  init() {}

  init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { ($0, $1) }
  }

  subscript(key: String) -> String? {
    get {
      for pair in pairs where pair.key == key { return pair.value }
      return nil
    }
    set {
      pairs.removeAll { $0.key == key }
      if let newValue { pairs.append((key, newValue)) }
    }
  }

  /// Adds one whose key isn't there yet.
  mutating func add(_ key: String, _ value: String) { pairs.append((key, value)) }

  func makeIterator() -> IndexingIterator<[(key: String, value: String)]> {
    pairs.makeIterator()
  }
}
