import EngrossModel

/// Datatypes and values.
extension CompactParser {
  /// A datatype with what narrows it, or a value, with its datatype or without.
  mutating func datum(_ annotations: Annotations) throws(SchemaError) -> SchemaElement {
    let start = token.position
    var (library, type) = ("", "token")
    switch token.kind {
    case .literal: break
    case .prefixedName(let prefix, let local):
      guard let uri = datatypes[prefix] else {
        throw SchemaError(
          "the datatypes' prefix \"\(prefix)\" isn't declared; \"datatypes \(prefix) = …\" declares it",
          at: start)
      }
      (library, type) = (uri, local)
      try advance()
    default: type = try identifierOrKeyword("a datatype")
    }
    if case .literal = token.kind {
      if let element = annotations.element {
        throw SchemaError("a value takes no annotation that is an element", at: element)
      }
      let value = datum(.value, type, library, at: start)
      tree.setText(try literal("a value in quotes"), of: value)
      return value
    }
    let data = datum(.data, type, library, at: start)
    if isAt("{") { try parameters(of: data) }
    if isAt("-") {
      try exception(of: data)
      if isAt("-") { throw unparenthesised() }
    }
    return data
  }

  private mutating func datum(
    _ kind: SchemaElement.Kind, _ type: String, _ library: String, at start: Position
  ) -> SchemaElement {
    let datum = tree.add(kind, at: start, bindings: bindings)
    tree.set(.type, of: datum, to: type)
    tree.set(.library, of: datum, to: library)
    return datum
  }

  private mutating func parameters(of data: SchemaElement) throws(SchemaError) {
    try expect("{")
    while try !take("}") {
      let annotations = try initialAnnotations()
      if let element = annotations.element {
        throw SchemaError("a parameter takes no annotation that is an element", at: element)
      }
      let parameter = tree.add(.param, at: token.position)
      tree.append(parameter, to: data)
      let name = try identifierOrKeyword("the name of a parameter or \"}\"")
      tree.set(.name, of: parameter, to: name)
      try expect("=")
      tree.setText(try literal("the value of a parameter in quotes"), of: parameter)
    }
  }

  private mutating func exception(of data: SchemaElement) throws(SchemaError) {
    let except = tree.add(.except, at: token.position)
    tree.append(except, to: data)
    try expect("-")
    let left = try nested { parser throws(SchemaError) in
      let annotations = try parser.initialAnnotations()
      let standsAlone = !parser.isAt("(")
      let left = try parser.primary(annotations)
      if standsAlone, parser.leavesOut(left) { throw parser.unparenthesised() }
      return left
    }
    tree.append(left, to: except)
  }
}
