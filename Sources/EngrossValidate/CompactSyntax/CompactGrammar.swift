import EngrossModel

/// The parts of a grammar: definitions, inclusions, divisions.
extension CompactParser {
  /// Where a part stands: an inclusion holds no further inclusion.
  enum Place { case grammar, inclusion }

  /// One part, which may be an annotation.
  mutating func component(
    of holder: SchemaElement, in place: Place, annotations given: Annotations? = nil
  ) throws(SchemaError) {
    let start = token.position
    if given == nil { _ = try initialAnnotations() }
    if case .prefixedName = token.kind, following.kind == .symbol("[") {
      return try annotationElement()
    }
    switch token.kind {
    case .identifier("start"):
      try definition(tree.add(.start, at: start), of: holder)
    case .identifier("div"):
      try advance()
      let division = tree.add(.div, at: start)
      tree.append(division, to: holder)
      try components(of: division, in: place)
    case .identifier("include") where place == .grammar:
      try inclusion(start, of: holder)
    case .identifier(let name) where !CompactToken.keywords.contains(name),
      .quotedIdentifier(let name):
      if following.kind == .symbol("[") {
        return try annotationElement()
      }
      let define = tree.add(.define, at: start)
      tree.set(.name, of: define, to: name)
      try definition(define, of: holder)
    default:
      throw unexpected(
        place == .grammar
          ? "a definition, \"start\", \"div\" or \"include\""
          : "a definition, \"start\" or \"div\"")
    }
  }

  /// Parts in braces.
  mutating func components(
    of holder: SchemaElement, in place: Place
  ) throws(SchemaError) {
    try expect("{")
    try nested { parser throws(SchemaError) in
      while try !parser.take("}") { try parser.component(of: holder, in: place) }
    }
  }

  private mutating func definition(
    _ element: SchemaElement, of holder: SchemaElement
  ) throws(SchemaError) {
    tree.append(element, to: holder)
    try advance()
    switch token.kind {
    case .symbol("="): break
    case .symbol("|="): tree.set(.combine, of: element, to: "choice")
    case .symbol("&="): tree.set(.combine, of: element, to: "interleave")
    default: throw unexpected("\"=\", \"|=\" or \"&=\"")
    }
    try advance()
    tree.append(try pattern(), to: element)
  }

  private mutating func inclusion(
    _ start: Position, of holder: SchemaElement
  ) throws(SchemaError) {
    try advance()
    let include = tree.add(.include, at: start)
    tree.append(include, to: holder)
    tree.set(.href, of: include, to: try literal("the address of a schema in quotes"))
    tree.set(.namespace, of: include, to: try inheritance())
    if isAt("{") { try components(of: include, in: .inclusion) }
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
