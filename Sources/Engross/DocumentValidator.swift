@_exported import EngrossModel
import EngrossValidate

/// Validates XML documents against TEI schemas; made once, used for any number of documents, from
/// many tasks at once.
public struct DocumentValidator: Sendable {
  private let validator: Validator

  /// Uses the bundled customisation of TEI: RELAX NG, W3C XML Schema and Schematron.
  public init() { validator = Validator() }

  /// Uses one schema in place of the bundled ones.
  ///
  /// - Parameter schema: the bytes of a `.rng`, `.xsd`, `.sch` or `.dtd` file.
  /// - Parameter path: its path: the ending tells the language; what it includes is found from here.
  /// - Throws: `SchemaError` when the schema can't be used.
  public init(schema: [UInt8], path: String) throws(SchemaError) {
    validator = try Validator(schema: schema, path: path)
  }

  /// Everything that is wrong with a document, in the order of its lines; empty when it's valid.
  ///
  /// What isn't well-formed XML gives one diagnostic, with an id that starts with `xml.`.
  public func validate(_ bytes: [UInt8]) -> [Diagnostic] { validator.diagnostics(of: bytes) }
}
