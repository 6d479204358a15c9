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
      var value = SchemaElement("value", at: start)
      value.attributes = ["type": type, "datatypeLibrary": library]
      value.namespaces = bindings
      value.text = try literal("a value in quotes")
      return value
    }
    var data = SchemaElement("data", at: start)
    data.attributes = ["type": type, "datatypeLibrary": library]
    data.namespaces = bindings
    if isAt("{") { data.children = try parameters() }
    if isAt("-") {
      data.children.append(try exception())
      if isAt("-") { throw unparenthesised() }
    }
    return data
  }

  private mutating func parameters() throws(SchemaError) -> [SchemaElement] {
    try expect("{")
    var parameters: [SchemaElement] = []
    while try !take("}") {
      let annotations = try initialAnnotations()
      if let element = annotations.element {
        throw SchemaError("a parameter takes no annotation that is an element", at: element)
      }
      var parameter = SchemaElement("param", at: token.position)
      parameter.attributes["name"] = try identifierOrKeyword("the name of a parameter or \"}\"")
      try expect("=")
      parameter.text = try literal("the value of a parameter in quotes")
      parameters.append(parameter)
    }
    return parameters
  }

  private mutating func exception() throws(SchemaError) -> SchemaElement {
    var except = SchemaElement("except", at: token.position)
    try expect("-")
    except.children = [
      try nested { parser throws(SchemaError) in
        let annotations = try parser.initialAnnotations()
        let standsAlone = !parser.isAt("(")
        let left = try parser.primary(annotations)
        if standsAlone, left.leavesOut { throw parser.unparenthesised() }
        return left
      }
    ]
    return except
  }
}
