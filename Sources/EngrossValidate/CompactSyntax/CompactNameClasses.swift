import EngrossModel

/// Name classes: what an element or an attribute may be called.
extension CompactParser {
  /// A name class, up to its brace.
  mutating func nameClass(isAttribute: Bool) throws(SchemaError) -> SchemaElement {
    let start = token.position
    let names = try basicNameClass(isAttribute: isAttribute)
    if isAt("-"), tree.kind(names) != .name {
      // What is left out binds to all before it, and so can't stand among alternatives.
      let except = tree.add(.except, at: token.position)
      tree.append(except, to: names)
      try advance()
      tree.append(try basicNameClass(isAttribute: isAttribute), to: except)
      if isAt("-") || isAt("|") { throw unparenthesised() }
      return names
    }
    guard isAt("|") else { return names }
    let choice = tree.add(.choice, at: start)
    tree.append(names, to: choice)
    while try take("|") {
      tree.append(try basicNameClass(isAttribute: isAttribute), to: choice)
    }
    if isAt("-") { throw unparenthesised() }
    return choice
  }

  /// What "-" leaves out can't be told without parentheses.
  func unparenthesised() -> SchemaError {
    SchemaError(
      "found \(token.described) beside \"-\"; parentheses say what is left out of what",
      at: token.position)
  }

  private mutating func basicNameClass(
    isAttribute: Bool
  ) throws(SchemaError) -> SchemaElement {
    _ = try initialAnnotations()
    let names: SchemaElement
    switch token.kind {
    case .symbol("*"):
      names = tree.add(.anyName, at: token.position)
      try advance()
    case .prefixedWildcard(let prefix):
      names = tree.add(.nsName, at: token.position)
      tree.set(.namespace, of: names, to: try namespace(of: prefix, at: token.position))
      try advance()
    case .symbol("("):
      try advance()
      names = try nested { parser throws(SchemaError) in
        try parser.nameClass(isAttribute: isAttribute)
      }
      try expect(")")
    default:
      names = try self.name(isAttribute: isAttribute)
    }
    _ = try followingAnnotations()
    return names
  }

  private mutating func name(isAttribute: Bool) throws(SchemaError) -> SchemaElement {
    let name = tree.add(.name, at: token.position)
    switch token.kind {
    case .prefixedName(let prefix, let local):
      tree.set(.namespace, of: name, to: try namespace(of: prefix, at: token.position))
      tree.setText(local, of: name)
    case .identifier(let local), .quotedIdentifier(let local):
      // An attribute without a prefix is in no namespace.
      tree.set(.namespace, of: name, to: isAttribute ? "" : defaultNamespace)
      tree.setText(local, of: name)
    default: throw unexpected("a name, \"prefix:*\" or \"*\"")
    }
    try advance()
    return name
  }
}
