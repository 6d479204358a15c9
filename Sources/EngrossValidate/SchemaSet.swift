import EngrossModel
import EngrossXML

/// The schemas that judge a document together, compiled; one thread uses a set at a time.
final class SchemaSet {
  private var relaxNG: RelaxNGSchema?
  private var xmlSchema: XMLSchema?
  private var schematron: SchematronSchema?
  private var documentType: DocumentType?
  private var vocabulary = Vocabulary()
  private let prefix: String

  /// Compiles the bundled schemas.
  init() throws(SchemaError) {
    prefix = "rng"
    let grammar = try Self.document(BundledSchemas.relaxNG, path: "engross.rng")
    vocabulary = Vocabulary(of: grammar)
    relaxNG = try Self.compile(grammar)
    xmlSchema = try Self.compile(
      Self.document(BundledSchemas.xmlSchema, path: SchemaFiles.bundledXMLSchema))
    schematron = try Self.compile(Self.document(BundledSchemas.schematron, path: "engross.sch"))
  }

  /// Compiles one schema of a user's.
  init(_ bytes: [UInt8], path: String) throws(SchemaError) {
    guard let language = SchemaLanguage(path: path) else {
      throw SchemaError(
        "\"\(path)\" isn't a schema by its name; that ends with .rng, .xsd, .sch or .dtd")
    }
    prefix = language.rawValue
    if language == .documentType {
      do {
        documentType = try DocumentType(bytes)
      } catch {
        throw SchemaError("this isn't a document type definition that can be read")
      }
      return
    }
    let document = try Self.document(bytes, path: path)
    vocabulary = Vocabulary(of: document)
    switch language {
    case .relaxNG: relaxNG = try Self.compile(document)
    case .xmlSchema: xmlSchema = try Self.compile(document)
    case .schematron: schematron = try Self.compile(document)
    case .documentType: break
    }
  }

  private static func document(_ bytes: [UInt8], path: String) throws(SchemaError) -> LibXMLDocument
  {
    do {
      return try LibXMLDocument(bytes, path: path)
    } catch {
      throw SchemaError(
        "the schema can't be read: \(error.diagnostic.message)", at: error.diagnostic.position)
    }
  }

  private static func compile<Schema: CompiledSchema>(
    _ document: LibXMLDocument
  ) throws(SchemaError) -> Schema {
    do {
      return try Schema(document)
    } catch {
      if let address = error.refused.first {
        throw SchemaError("the schema refers to \(address), and nothing is read from the network")
      }
      guard let first = error.complaints.first else {
        throw SchemaError("the schema can't be used; libxml2 doesn't say why")
      }
      let position =
        first.offset.map { SourceMap(document.source.utf8).position(at: $0) }
        ?? (first.line > 0 ? Position(line: first.line, column: 1) : nil)
      var reason = first.text.split(separator: "\n").first.map(String.init) ?? ""
      while reason.last == "." || reason.last == " " { reason.removeLast() }
      throw SchemaError("the schema can't be used: \(reason)", at: position)
    }
  }

  /// What is wrong with a document, in its order.
  func diagnostics(of document: LibXMLDocument) -> [Diagnostic] {
    let bytes = document.source.utf8
    let wording = Wording(vocabulary: vocabulary)
    var grammar =
      xmlSchema.map {
        XMLSchemaReading(wording: wording, source: bytes)
          .findings($0.complaints(about: document))
      } ?? []
    if grammar.isEmpty, let relaxNG {
      // Two forms of one grammar: the XML Schema says it better, so RELAX NG speaks where it can't.
      grammar = RelaxNGReading(wording: wording, source: bytes)
        .findings(relaxNG.complaints(about: document))
    }
    if let documentType {
      grammar = DocumentTypeReading(wording: wording, source: bytes).findings(
        documentType.complaints(about: document))
    }
    let rules = SchematronReading().findings(schematron?.complaints(about: document) ?? [])
    let merged = Merging(duplicates: document.duplicateIdentifiers, hasRules: schematron != nil)
      .merge(grammar: grammar, rules: rules)
    if merged.isEmpty { return [] }
    return Report(bytes).diagnostics(merged.map { ($0.isRule ? "sch" : prefix, $0.finding) })
  }
}
