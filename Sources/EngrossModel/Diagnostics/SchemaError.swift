/// Why a schema can't be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// What is wrong with it; its id is `schema.not-usable`.
  public let diagnostic: Diagnostic

  package init(_ message: String, at position: Position? = nil) {
    diagnostic = Diagnostic(id: "schema.not-usable", message: message, position: position)
  }
}
