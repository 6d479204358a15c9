import EngrossModel

/// A token of the compact syntax, and where it starts.
struct CompactToken {
  enum Kind: Equatable {
    /// A name without a colon, a keyword or not.
    case identifier(String)
    /// `\name`: an identifier even if it's spelt like a keyword.
    case quotedIdentifier(String)
    /// `prefix:local`
    case prefixedName(String, String)
    /// `prefix:*`
    case prefixedWildcard(String)
    case literal(String)
    /// One or more lines that start with `##`.
    case documentation(String)
    /// An operator or a bracket.
    case symbol(String)
    case end
  }

  let kind: Kind
  let position: Position

  static let keywords: Set<String> = [
    "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar",
    "include", "inherit", "list", "mixed", "namespace", "notAllowed", "parent", "start", "string",
    "text", "token",
  ]

  /// The token in a message.
  var described: String {
    switch kind {
    case .identifier(let name), .symbol(let name): "\"\(name)\""
    case .quotedIdentifier(let name): "\"\\\(name)\""
    case .prefixedName(let prefix, let local): "\"\(prefix):\(local)\""
    case .prefixedWildcard(let prefix): "\"\(prefix):*\""
    case .literal: "a literal"
    case .documentation: "documentation"
    case .end: "the end of the schema"
    }
  }
}
