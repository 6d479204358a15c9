import EngrossModel
import EngrossXML

/// The schemas that judge a document together, compiled; one thread uses a set at a time.
final class SchemaSet {
  /// Judges by the bundled RELAX NG.
  private var engine: RelaxNGEngine?
  private var relaxNG: RelaxNGSchema?
  private var xmlSchema: XMLSchema?
  private var schematron: SchematronSchema?
  private var documentType: DocumentType?
  private var vocabulary = Vocabulary()
  /// The language of a user's schema; nil for the bundled ones.
  private let language: SchemaLanguage?

  /// Reads the bundled schemas, all but the XML Schema: it costs more than all else, and is the same
  /// grammar; so it's compiled for the first document that isn't valid.
  ///
  /// The RELAX NG is judged by our own engine: libxml2's doubles its work with each optional
  /// attribute of an element (measured: 12 attributes, 40 ms), and so never ends on some documents.
  init() throws(SchemaError) {
    language = nil
    let grammar = try Self.document(BundledSchemas.relaxNG, path: "engross.rng")
    vocabulary = Vocabulary(of: grammar)
    engine = try RelaxNGEngine(schema: BundledSchemas.relaxNG, path: "engross.rng")
    schematron = try Self.compile(Self.document(BundledSchemas.schematron, path: "engross.sch"))
  }

  /// Compiles one schema of a user's.
  init(_ bytes: [UInt8], path: String, language: SchemaLanguage?) throws(SchemaError) {
    guard let language = language ?? SchemaLanguage(path: path) else {
      throw SchemaError(
        "\"\(path)\" isn't a schema by its name; that ends with .rng, .rnc, .xsd, .sch, .isosch or .dtd"
      )
    }
    self.language = language
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
    case .documentType, .relaxNGCompact: break
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
      guard var reason = error.reason else {
        throw SchemaError("the schema can't be used; libxml2 doesn't say why")
      }
      let position =
        error.offset.map { SourceMap(document.source.utf8).position(at: $0) }
        ?? error.line.flatMap { $0 > 0 ? Position(line: $0, column: 1) : nil }
      while reason.last == "." || reason.last == " " { reason.removeLast() }
      throw SchemaError("the schema can't be used: \(reason)", at: position)
    }
  }

  private func xmlSchemaFindings(_ document: LibXMLDocument, _ wording: Wording) -> [Finding] {
    if xmlSchema == nil, language == nil {
      // The bundled schema compiles, or a test fails; RELAX NG's own words do without it.
      xmlSchema = try? Self.compile(
        Self.document(BundledSchemas.xmlSchema, path: SchemaFiles.bundledXMLSchema))
    }
    guard let xmlSchema else { return [] }
    let reading = XMLSchemaReading(wording: wording, source: document.source.utf8) {
      xmlSchema.accepts($0, after: $1, in: document)
    }
    return reading.findings(xmlSchema.complaints(about: document))
  }

  /// Two forms of one grammar: RELAX NG judges, and XML Schema says what's wrong.
  private func bundledFindings(
    _ engine: RelaxNGEngine, _ document: LibXMLDocument, _ wording: Wording
  ) -> [Finding] {
    // What libxml2 has read, our reader reads too.
    guard let tree = try? XMLReader().parse(document.source) else { return [] }
    guard let fault = engine.fault(in: tree) else { return [] }
    let findings = xmlSchemaFindings(document, wording)
    if !findings.isEmpty { return findings }
    // XML Schema lets any element be the outermost; in all else the two agree, or a test fails.
    var name: String?
    if case .elementNotAllowed(let element) = fault.kind { name = element.local }
    return [wording.misplaced(name, offset: fault.offset)]
  }

  /// What is wrong with a document, in its order.
  func diagnostics(of document: LibXMLDocument) -> [Diagnostic] {
    let bytes = document.source.utf8
    let wording = Wording(vocabulary: vocabulary)
    var grammar: [Finding] = []
    if let engine {
      grammar = bundledFindings(engine, document, wording)
    } else if let relaxNG {
      let complaints = relaxNG.complaints(about: document)
      grammar = RelaxNGReading(wording: wording, source: bytes).findings(complaints)
    } else {
      grammar = xmlSchemaFindings(document, wording)
    }
    if let documentType {
      grammar = DocumentTypeReading(wording: wording, source: bytes).findings(
        documentType.complaints(about: document))
    }
    let rules = SchematronReading().findings(schematron?.complaints(about: document) ?? [])
    let merged = Merging(duplicates: document.duplicateIdentifiers, hasRules: schematron != nil)
      .merge(grammar: grammar, rules: rules)
    if merged.isEmpty { return [] }
    return Report(bytes).diagnostics(
      merged.map { ($0.isRule ? "sch" : language?.rawValue ?? "rng", $0.finding) })
  }
}
