import EngrossModel

/// Patterns: what may stand in an element.
extension CompactParser {
  /// A pattern, as far as it goes.
  mutating func pattern(annotations: Annotations? = nil) throws(SchemaError) -> SchemaElement {
    let start = token.position
    let standsAlone = !isAt("(")
    let first = try particle(annotations: annotations)
    guard case .symbol(let symbol) = token.kind, let kind = Self.operators[symbol] else {
      return first
    }
    if standsAlone, leavesOut(first) { throw unparenthesised() }
    let combined = tree.add(kind, at: start)
    tree.append(first, to: combined)
    while try take(symbol) {
      let standsAlone = !isAt("(")
      let next = try particle()
      if standsAlone, leavesOut(next) { throw unparenthesised() }
      tree.append(next, to: combined)
    }
    if case .symbol(let other) = token.kind, Self.operators[other] != nil {
      throw SchemaError(
        "\"\(symbol)\" and \"\(other)\" stand side by side; parentheses say which comes first",
        at: token.position)
    }
    return combined
  }

  private static let operators: [String: SchemaElement.Kind] = [
    ",": .group, "|": .choice, "&": .interleave,
  ]
  private static let repetitions: [String: SchemaElement.Kind] = [
    "?": .optional, "*": .zeroOrMore, "+": .oneOrMore,
  ]

  /// A pattern with the sign behind it that says how often.
  private mutating func particle(
    annotations given: Annotations? = nil
  ) throws(SchemaError) -> SchemaElement {
    let annotations = if let given { given } else { try initialAnnotations() }
    let start = token.position
    let standsAlone = !isAt("(")
    let inner = try primary(annotations)
    var isFollowed = try followingAnnotations()
    guard case .symbol(let symbol) = token.kind, let kind = Self.repetitions[symbol] else {
      try check(isFollowed)
      return inner
    }
    if standsAlone, leavesOut(inner) { throw unparenthesised() }
    try advance()
    let repeated = tree.add(kind, at: start)
    tree.append(inner, to: repeated)
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
      let pattern = tree.add(token.kind == .identifier("list") ? .list : .mixed, at: start)
      try advance()
      tree.append(try braced(), to: pattern)
      return pattern
    case .identifier("empty"): return try word(.empty)
    case .identifier("text"): return try word(.text)
    case .identifier("notAllowed"): return try word(.notAllowed)
    case .identifier("parent"):
      try advance()
      return try reference(.parentRef, at: start)
    case .identifier("external"):
      try advance()
      let external = tree.add(.externalRef, at: start)
      tree.set(.href, of: external, to: try literal("the address of a schema in quotes"))
      tree.set(.namespace, of: external, to: try inheritance())
      return external
    case .identifier("grammar"):
      try advance()
      let grammar = tree.add(.grammar, at: start)
      try components(of: grammar, in: .grammar)
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
    case .identifier, .quotedIdentifier: return try reference(.ref, at: start)
    default: throw unexpected("a pattern")
    }
  }

  /// A pattern of one word.
  private mutating func word(_ kind: SchemaElement.Kind) throws(SchemaError) -> SchemaElement {
    let start = token.position
    try advance()
    return tree.add(kind, at: start)
  }

  /// `element name { … }` or `attribute name { … }`
  private mutating func named() throws(SchemaError) -> SchemaElement {
    let isAttribute = token.kind == .identifier("attribute")
    let pattern = tree.add(isAttribute ? .attribute : .element, at: token.position)
    try advance()
    tree.append(try nameClass(isAttribute: isAttribute), to: pattern)
    tree.append(try braced(), to: pattern)
    return pattern
  }

  private mutating func braced() throws(SchemaError) -> SchemaElement {
    try expect("{")
    let inner = try nested { parser throws(SchemaError) in try parser.pattern() }
    guard try take("}") else { throw unexpected("\"}\" or an operator") }
    return inner
  }

  private mutating func reference(
    _ kind: SchemaElement.Kind, at start: Position
  ) throws(SchemaError) -> SchemaElement {
    let reference = tree.add(kind, at: start)
    switch token.kind {
    case .identifier(let name) where !CompactToken.keywords.contains(name),
      .quotedIdentifier(let name):
      tree.set(.name, of: reference, to: name)
    default: throw unexpected("the name of a definition")
    }
    try advance()
    return reference
  }

  /// Whether it's a datatype with values left out.
  func leavesOut(_ element: SchemaElement) -> Bool {
    tree.kind(element) == .data && tree.lastChild(element).map(tree.kind) == .except
  }
}
