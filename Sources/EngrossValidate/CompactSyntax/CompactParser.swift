import EngrossModel

/// Reads a schema in the compact syntax into the elements that the XML syntax would have for it
/// (RELAX NG Compact Syntax, 2002, appendix A).
struct CompactParser {
  /// Deeper nesting than this is nobody's schema, and recursion needs an end.
  static let deepest = 200

  private var scanner: CompactScanner
  /// The tree that the schema's elements go into.
  var tree: SchemaTree
  /// The number of what prefixes stand for, once it's declared.
  private(set) var bindings: UInt32 = 0
  private(set) var token: CompactToken
  private(set) var following: CompactToken
  var depth = 0

  /// What `namespace` declares; nil stands for `inherit`.
  var namespaces: [String: String?] = ["xml": Name.xmlNamespace]
  var defaultNamespace: String?
  var datatypes: [String: String] = ["xsd": DatatypeLibrary.xmlSchema.rawValue]

  /// Reads the bytes into a tree, and gives the outermost element.
  static func parse(
    _ bytes: [UInt8], into tree: inout SchemaTree
  ) throws(SchemaError) -> SchemaElement {
    var parser = try CompactParser(bytes, tree)
    // The tree is the parser's alone, so that nothing is copied.
    tree = SchemaTree()
    defer { tree = parser.tree }
    return try parser.schema()
  }

  private init(_ bytes: [UInt8], _ tree: SchemaTree) throws(SchemaError) {
    self.tree = tree
    scanner = try CompactScanner(bytes)
    token = try scanner.next()
    following = try scanner.next()
  }

  private mutating func schema() throws(SchemaError) -> SchemaElement {
    try declarations()
    bindings = tree.number(ofBindings: declaredNamespaces)
    let start = token.position
    let annotations = try initialAnnotations()
    if try startsGrammar() {
      let grammar = tree.add(.grammar, at: start)
      var first: Annotations? = annotations
      while token.kind != .end {
        try component(of: grammar, in: .grammar, annotations: first)
        first = nil
      }
      return grammar
    }
    let pattern = try pattern(annotations: annotations)
    if token.kind != .end { throw unexpected("the end of the schema or an operator") }
    return pattern
  }

  /// Whether what follows belongs to a grammar rather than to a single pattern.
  private func startsGrammar() throws(SchemaError) -> Bool {
    switch token.kind {
    case .end: true
    case .identifier("start"), .identifier("div"), .identifier("include"): true
    case .identifier, .quotedIdentifier:
      ["=", "|=", "&=", "["].contains { following.kind == .symbol($0) }
    case .prefixedName: following.kind == .symbol("[")
    default: false
    }
  }

  // MARK: Tokens

  mutating func advance() throws(SchemaError) {
    token = following
    following = try scanner.next()
  }

  func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

  mutating func take(_ symbol: String) throws(SchemaError) -> Bool {
    guard isAt(symbol) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(SchemaError) {
    guard try take(symbol) else { throw unexpected("\"\(symbol)\"") }
  }

  mutating func takeKeyword(_ keyword: String) throws(SchemaError) -> Bool {
    guard token.kind == .identifier(keyword) else { return false }
    try advance()
    return true
  }

  /// One sentence: what was found, what was expected.
  func unexpected(_ expected: String) -> SchemaError {
    SchemaError("found \(token.described) where \(expected) is expected", at: token.position)
  }

  mutating func nested<Result>(
    _ read: (inout CompactParser) throws(SchemaError) -> Result
  ) throws(SchemaError) -> Result {
    if depth == Self.deepest {
      throw SchemaError("the schema nests deeper than \(Self.deepest)", at: token.position)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// A literal, of one segment or of several between `~`.
  mutating func literal(_ what: String) throws(SchemaError) -> String {
    guard case .literal(var text) = token.kind else { throw unexpected(what) }
    try advance()
    while try take("~") {
      guard case .literal(let segment) = token.kind else {
        throw unexpected("a literal after \"~\"")
      }
      text += segment
      try advance()
    }
    return text
  }

  /// A name that may be spelt like a keyword.
  mutating func identifierOrKeyword(_ what: String) throws(SchemaError) -> String {
    switch token.kind {
    case .identifier(let name), .quotedIdentifier(let name):
      try advance()
      return name
    default: throw unexpected(what)
    }
  }
}
