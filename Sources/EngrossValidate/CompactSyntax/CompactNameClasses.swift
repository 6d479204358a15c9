import EngrossModel

/// Name classes: what an element or an attribute may be called.
extension CompactParser {
  /// A name class, up to its brace.
  mutating func nameClass(isAttribute: Bool) throws(SchemaError) -> SchemaElement {
    let start = token.position
    var names = try basicNameClass(isAttribute: isAttribute)
    if isAt("-"), names.name != "name" {
      // What is left out binds to all before it, and so can't stand among alternatives.
      var except = SchemaElement("except", at: token.position)
      try advance()
      except.children = [try basicNameClass(isAttribute: isAttribute)]
      names.children.append(except)
      if isAt("-") || isAt("|") { throw unparenthesised() }
      return names
    }
    guard isAt("|") else { return names }
    var choice = SchemaElement("choice", at: start)
    choice.children = [names]
    while try take("|") { choice.children.append(try basicNameClass(isAttribute: isAttribute)) }
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
    var names: SchemaElement
    switch token.kind {
    case .symbol("*"):
      names = SchemaElement("anyName", at: token.position)
      try advance()
    case .prefixedWildcard(let prefix):
      names = SchemaElement("nsName", at: token.position)
      names.attributes["ns"] = try namespace(of: prefix, at: token.position)
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
    var name = SchemaElement("name", at: token.position)
    switch token.kind {
    case .prefixedName(let prefix, let local):
      name.attributes["ns"] = try namespace(of: prefix, at: token.position)
      name.text = local
    case .identifier(let local), .quotedIdentifier(let local):
      // An attribute without a prefix is in no namespace.
      name.attributes["ns"] = isAttribute ? "" : defaultNamespace
      name.text = local
    default: throw unexpected("a name, \"prefix:*\" or \"*\"")
    }
    try advance()
    return name
  }
}
