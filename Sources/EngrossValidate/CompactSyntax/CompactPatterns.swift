import EngrossModel

/// Patterns: what may stand in an element.
extension CompactParser {
  /// A pattern, as far as it goes.
  mutating func pattern(annotations: Annotations? = nil) throws(SchemaError) -> SchemaElement {
    let start = token.position
    let standsAlone = !isAt("(")
    let first = try particle(annotations: annotations)
    guard case .symbol(let symbol) = token.kind, let name = Self.operators[symbol] else {
      return first
    }
    if standsAlone, first.leavesOut { throw unparenthesised() }
    var combined = SchemaElement(name, at: start)
    combined.children = [first]
    while try take(symbol) {
      let standsAlone = !isAt("(")
      let next = try particle()
      if standsAlone, next.leavesOut { throw unparenthesised() }
      combined.children.append(next)
    }
    if case .symbol(let other) = token.kind, Self.operators[other] != nil {
      throw SchemaError(
        "\"\(symbol)\" and \"\(other)\" stand side by side; parentheses say which comes first",
        at: token.position)
    }
    return combined
  }

  private static let operators = [",": "group", "|": "choice", "&": "interleave"]
  private static let repetitions = ["?": "optional", "*": "zeroOrMore", "+": "oneOrMore"]

  /// A pattern with the sign behind it that says how often.
  private mutating func particle(
    annotations given: Annotations? = nil
  ) throws(SchemaError) -> SchemaElement {
    let annotations = if let given { given } else { try initialAnnotations() }
    let start = token.position
    let standsAlone = !isAt("(")
    let inner = try primary(annotations)
    var isFollowed = try followingAnnotations()
    guard case .symbol(let symbol) = token.kind, let name = Self.repetitions[symbol] else {
      try check(isFollowed)
      return inner
    }
    if standsAlone, inner.leavesOut { throw unparenthesised() }
    try advance()
    var repeated = SchemaElement(name, at: start)
    repeated.children = [inner]
    isFollowed = try followingAnnotations()
    try check(isFollowed)
    return repeated
  }

  /// At the outermost level nothing stands around that an annotation behind could belong to.
  private func check(_ following: Position?) throws(SchemaError) {
    if let following, depth == 0, token.kind == .end {
      throw SchemaError("an annotation stands behind the whole schema", at: following)
    }
  }

  mutating func primary(_ annotations: Annotations) throws(SchemaError) -> SchemaElement {
    let start = token.position
    switch token.kind {
    case .identifier("element"), .identifier("attribute"): return try named()
    case .identifier("list"), .identifier("mixed"):
      var pattern = SchemaElement(token.kind == .identifier("list") ? "list" : "mixed", at: start)
      try advance()
      pattern.children = [try braced()]
      return pattern
    case .identifier("empty"), .identifier("text"), .identifier("notAllowed"):
      guard case .identifier(let name) = token.kind else {
        return SchemaElement("empty", at: start)
      }
      try advance()
      return SchemaElement(name, at: start)
    case .identifier("parent"):
      try advance()
      return try reference("parentRef", at: start)
    case .identifier("external"):
      try advance()
      var external = SchemaElement("externalRef", at: start)
      external.attributes["href"] = try literal("the address of a schema in quotes")
      external.attributes["ns"] = try inheritance()
      return external
    case .identifier("grammar"):
      try advance()
      var grammar = SchemaElement("grammar", at: start)
      grammar.children = try components(in: .grammar)
      return grammar
    case .symbol("("):
      try advance()
      let inner = try nested { parser throws(SchemaError) in try parser.pattern() }
      try expect(")")
      return inner
    case .identifier("string"), .identifier("token"), .prefixedName, .literal:
      return try datum(annotations)
    case .identifier(let name) where CompactToken.keywords.contains(name):
      throw unexpected("a pattern")
    case .identifier, .quotedIdentifier: return try reference("ref", at: start)
    default: throw unexpected("a pattern")
    }
  }

  /// `element name { … }` or `attribute name { … }`
  private mutating func named() throws(SchemaError) -> SchemaElement {
    let isAttribute = token.kind == .identifier("attribute")
    var pattern = SchemaElement(isAttribute ? "attribute" : "element", at: token.position)
    try advance()
    pattern.children = [try nameClass(isAttribute: isAttribute)]
    pattern.children.append(try braced())
    return pattern
  }

  private mutating func braced() throws(SchemaError) -> SchemaElement {
    try expect("{")
    let inner = try nested { parser throws(SchemaError) in try parser.pattern() }
    guard try take("}") else { throw unexpected("\"}\" or an operator") }
    return inner
  }

  private mutating func reference(
    _ name: String, at start: Position
  ) throws(SchemaError) -> SchemaElement {
    var reference = SchemaElement(name, at: start)
    switch token.kind {
    case .identifier(let name) where !CompactToken.keywords.contains(name),
      .quotedIdentifier(let name):
      reference.attributes["name"] = name
    default: throw unexpected("the name of a definition")
    }
    try advance()
    return reference
  }
}

extension SchemaElement {
  /// Whether it's a datatype with values left out.
  var leavesOut: Bool { name == "data" && children.last?.name == "except" }
}
