/// Validates XML documents against TEI schemas; made once, used for any number of documents.
public struct DocumentValidator: Sendable {
  /// Uses the bundled customisation of TEI: RELAX NG, W3C XML Schema and Schematron.
  public init() throws(SchemaError) {
  }

  /// Uses one schema in place of the bundled ones.
  ///
  /// - Parameter schema: the bytes of a `.rng`, `.xsd`, `.sch` or `.dtd` file.
  /// - Parameter path: its path: the ending tells the language; what it includes is found from here.
  public init(schema: [UInt8], path: String) throws(SchemaError) {
  }

  /// Everything that is wrong with a document, in the order of its lines; empty when it's valid.
  ///
  /// What isn't well-formed XML gives one diagnostic, with an id that starts with `xml.`.
  public func validate(_ bytes: [UInt8]) -> [Diagnostic] {
    []
  }
}

/// Why a schema can't be used.
public struct SchemaError: Error, Sendable, Hashable {
  /// What is wrong with it.
  public let diagnostic: Diagnostic

  /// Makes an error.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
