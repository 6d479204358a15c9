import EngrossModel

/// Annotations, which say nothing about what is valid: they are read and checked, and not kept.
extension CompactParser {
  /// What stands before a part of a schema.
  struct Annotations {
    /// Where an element of another vocabulary is among them.
    var element: Position?
  }

  /// Documentation, and one bracket of attributes and elements.
  mutating func initialAnnotations() throws(SchemaError) -> Annotations {
    var annotations = Annotations()
    while case .documentation = token.kind { try advance() }
    if isAt("[") {
      try nested { parser throws(SchemaError) in
        try parser.annotationBody(isNested: false) { annotations.element = $0 }
      }
    }
    return annotations
  }

  /// `>> element [ … ]` any number of times, behind what it annotates.
  mutating func followingAnnotations() throws(SchemaError) -> Position? {
    var first: Position?
    while isAt(">>") {
      first = first ?? token.position
      try advance()
      try annotationElement()
    }
    return first
  }

  /// An element of another vocabulary: its name and its bracket.
  mutating func annotationElement(isNested: Bool = false) throws(SchemaError) {
    let start = token.position
    switch token.kind {
    case .prefixedName(let prefix, _):
      if try namespace(of: prefix, at: start) == SchemaElement.namespace, !isNested {
        throw SchemaError("an annotation can't be in RELAX NG's own namespace", at: start)
      }
    case .identifier, .quotedIdentifier: break
    default: throw unexpected("the name of an annotation")
    }
    try advance()
    guard isAt("[") else { throw unexpected("\"[\" after the name of an annotation") }
    try nested { parser throws(SchemaError) in
      try parser.annotationBody(isNested: true) { _ in }
    }
  }

  /// A bracket: attributes first, then elements; text too inside an annotation's element.
  private mutating func annotationBody(
    isNested: Bool, _ foundElement: (Position) -> Void
  ) throws(SchemaError) {
    try expect("[")
    var attributes: Set<Name> = []
    while following.kind == .symbol("=") {
      try annotationAttribute(isNested: isNested, &attributes)
    }
    while try !take("]") {
      if isNested, case .literal = token.kind {
        _ = try literal("text")
      } else {
        foundElement(token.position)
        try annotationElement(isNested: isNested)
      }
    }
  }

  private mutating func annotationAttribute(
    isNested: Bool, _ seen: inout Set<Name>
  ) throws(SchemaError) {
    let start = token.position
    let name: Name
    switch token.kind {
    case .prefixedName(let prefix, let local):
      let namespace = try namespace(of: prefix, at: start) ?? ""
      if namespace == SchemaElement.namespace, !isNested {
        throw SchemaError("an annotation can't be in RELAX NG's own namespace", at: start)
      }
      name = Name(namespace: namespace, local: local)
    case .identifier(let local), .quotedIdentifier(let local):
      if !isNested || local == "xmlns" {
        throw unexpected("an attribute with a prefix")
      }
      name = Name(namespace: "", local: local)
    default: throw unexpected("the name of an attribute")
    }
    if !seen.insert(name).inserted {
      throw SchemaError("the attribute \(token.described) is given twice", at: start)
    }
    try advance()
    try expect("=")
    _ = try literal("the value of an attribute in quotes")
  }
}
