import EngrossModel

/// The parts of a grammar: definitions, inclusions, divisions.
extension CompactParser {
  /// Where a part stands: an inclusion holds no further inclusion.
  enum Place { case grammar, inclusion }

  /// One part; none where it's an annotation.
  mutating func component(
    in place: Place, annotations given: Annotations? = nil
  ) throws(SchemaError) -> [SchemaElement] {
    let start = token.position
    if given == nil { _ = try initialAnnotations() }
    if case .prefixedName = token.kind, following.kind == .symbol("[") {
      try annotationElement()
      return []
    }
    switch token.kind {
    case .identifier("start"):
      return [try definition(SchemaElement("start", at: start))]
    case .identifier("div"):
      try advance()
      var division = SchemaElement("div", at: start)
      division.children = try components(in: place)
      return [division]
    case .identifier("include") where place == .grammar:
      return [try inclusion(start)]
    case .identifier(let name) where !CompactToken.keywords.contains(name),
      .quotedIdentifier(let name):
      if following.kind == .symbol("[") {
        try annotationElement()
        return []
      }
      var define = SchemaElement("define", at: start)
      define.attributes["name"] = name
      return [try definition(define)]
    default:
      throw unexpected(
        place == .grammar
          ? "a definition, \"start\", \"div\" or \"include\""
          : "a definition, \"start\" or \"div\"")
    }
  }

  /// Parts in braces.
  mutating func components(in place: Place) throws(SchemaError) -> [SchemaElement] {
    try expect("{")
    return try nested { parser throws(SchemaError) in
      var components: [SchemaElement] = []
      while try !parser.take("}") { components += try parser.component(in: place) }
      return components
    }
  }

  private mutating func definition(
    _ element: SchemaElement
  ) throws(SchemaError) -> SchemaElement {
    var element = element
    try advance()
    switch token.kind {
    case .symbol("="): break
    case .symbol("|="): element.attributes["combine"] = "choice"
    case .symbol("&="): element.attributes["combine"] = "interleave"
    default: throw unexpected("\"=\", \"|=\" or \"&=\"")
    }
    try advance()
    element.children = [try pattern()]
    return element
  }

  private mutating func inclusion(_ start: Position) throws(SchemaError) -> SchemaElement {
    try advance()
    var include = SchemaElement("include", at: start)
    include.attributes["href"] = try literal("the address of a schema in quotes")
    include.attributes["ns"] = try inheritance()
    if isAt("{") { include.children = try components(in: .inclusion) }
    return include
  }

  /// `inherit = prefix`: the namespace that another file's names without one are in.
  mutating func inheritance() throws(SchemaError) -> String? {
    guard token.kind == .identifier("inherit"), following.kind == .symbol("=") else {
      return defaultNamespace
    }
    try advance()
    try advance()
    let position = token.position
    return try namespace(of: try identifierOrKeyword("a prefix"), at: position)
  }
}
