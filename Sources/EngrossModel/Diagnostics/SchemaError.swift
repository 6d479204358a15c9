/// Why a schema can't be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// What is wrong with it; its id is `schema.not-usable`.
  public let diagnostic: Diagnostic

  /// The file of the schema that it is in, as it was asked for; nil for the schema's own.
  public var address: String? { diagnostic.file }

  package init(_ message: String, at position: Position? = nil, of address: String? = nil) {
    diagnostic = Diagnostic(
      id: "schema.not-usable", message: message, position: position, in: address)
  }

  /// The same, of the schema's own file.
  package var withoutAddress: SchemaError {
    SchemaError(diagnostic.message, at: diagnostic.position)
  }

  /// The same with the schema's own file named.
  package func inFile(_ path: String) -> SchemaError {
    SchemaError(diagnostic.message, at: diagnostic.position, of: address ?? path)
  }
}
