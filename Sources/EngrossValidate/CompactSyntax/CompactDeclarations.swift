import EngrossModel

/// The declarations at the head of a schema, and what prefixes stand for by them.
extension CompactParser {
  mutating func declarations() throws(SchemaError) {
    var declared: Set<String> = []
    var types: Set<String> = []
    var hasDefault = false
    while true {
      // `namespace = …` and the like define a pattern only where the name is quoted.
      let start = token.position
      if try takeKeyword("namespace") {
        let prefix = try identifierOrKeyword("a prefix")
        try declare(prefix, at: start, isNew: declared.insert(prefix).inserted)
      } else if token.kind == .identifier("default"), following.kind == .identifier("namespace") {
        try advance()
        try advance()
        if hasDefault { throw SchemaError("the default namespace is declared twice", at: start) }
        hasDefault = true
        try declareDefault(at: start, &declared)
      } else if try takeKeyword("datatypes") {
        let prefix = try identifierOrKeyword("a prefix")
        if !types.insert(prefix).inserted {
          throw SchemaError("the datatypes' prefix \"\(prefix)\" is declared twice", at: start)
        }
        try expect("=")
        let uri = try literal("the URI of a datatype library in quotes")
        if prefix == "xsd", uri != DatatypeLibrary.xmlSchema.rawValue {
          throw SchemaError(
            "the prefix \"xsd\" stands for \"\(DatatypeLibrary.xmlSchema.rawValue)\" always",
            at: start)
        }
        datatypes[prefix] = uri
      } else {
        return
      }
    }
  }

  private mutating func declareDefault(
    at start: Position, _ declared: inout Set<String>
  ) throws(SchemaError) {
    var prefix: String?
    if !isAt("=") { prefix = try identifierOrKeyword("a prefix or \"=\"") }
    if let prefix {
      try declare(prefix, at: start, isNew: declared.insert(prefix).inserted)
      defaultNamespace = namespaces[prefix] ?? nil
    } else {
      try expect("=")
      defaultNamespace = try namespaceURI()
      try check(defaultNamespace, at: start)
    }
  }

  private mutating func declare(
    _ prefix: String, at start: Position, isNew: Bool
  ) throws(SchemaError) {
    if !isNew { throw SchemaError("the prefix \"\(prefix)\" is declared twice", at: start) }
    if prefix == "xmlns" { throw SchemaError("the prefix \"xmlns\" can't be declared", at: start) }
    try expect("=")
    let uri = try namespaceURI()
    if (prefix == "xml") != (uri == Name.xmlNamespace) {
      throw SchemaError(
        "the prefix \"xml\" and the namespace \"\(Name.xmlNamespace)\" belong to each other",
        at: start)
    }
    try check(uri, at: start)
    namespaces[prefix] = .some(uri)
  }

  private func check(_ uri: String?, at start: Position) throws(SchemaError) {
    if uri == "http://www.w3.org/2000/xmlns" || uri == "http://www.w3.org/2000/xmlns/" {
      throw SchemaError("the namespace \"\(uri ?? "")\" is that of declarations", at: start)
    }
  }

  private mutating func namespaceURI() throws(SchemaError) -> String? {
    if try takeKeyword("inherit") { return nil }
    return try literal("the URI of a namespace in quotes, or \"inherit\",")
  }

  /// What a prefix stands for; nil for `inherit`.
  func namespace(of prefix: String, at position: Position) throws(SchemaError) -> String? {
    guard let namespace = namespaces[prefix] else {
      let near = Spelling(words: namespaces.keys.sorted()).nearest(to: prefix)
      throw SchemaError(
        "the prefix \"\(prefix)\" isn't declared"
          + (near.map { "; did you mean \"\($0)\"?" } ?? "; \"namespace \(prefix) = …\" declares it"),
        at: position)
    }
    return namespace
  }

  /// The prefixes as the values of a schema see them.
  var declaredNamespaces: [String: String] {
    var bindings = namespaces.compactMapValues { $0 }
    bindings[""] = defaultNamespace
    return bindings
  }
}
