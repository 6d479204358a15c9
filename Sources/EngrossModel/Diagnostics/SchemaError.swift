/// Why a schema can't be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// What is wrong with it; its id is `schema.not-usable`.
  public let diagnostic: Diagnostic

  package init(_ message: String, at position: Position? = nil, in file: String? = nil) {
    diagnostic = Diagnostic(
      id: "schema.not-usable", message: message, position: position, in: file)
  }

  /// The same with the file that its position is in.
  package func inFile(_ path: String) -> SchemaError {
    SchemaError(diagnostic.message, at: diagnostic.position, in: diagnostic.file ?? path)
  }
}
