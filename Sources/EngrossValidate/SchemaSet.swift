import EngrossModel
import EngrossXML

/// The schemas that judge a document together, compiled; one thread uses a set at a time.
final class SchemaSet {
  private var relaxNG: RelaxNGSchema?
  private var xmlSchema: XMLSchema?
  private var schematron: SchematronSchema?
  private var documentType: DocumentType?
  private var vocabulary = Vocabulary()
  /// The prefix of the diagnostics' ids.
  private let prefix: String

  /// Reads the bundled rules.
  init() throws(SchemaError) {
    prefix = "rng"
    schematron = try Self.compile(Self.document(BundledSchemas.schematron, path: "engross.sch"))
  }

  /// Compiles one schema of a user's.
  init(_ bytes: [UInt8], path: String, language: SchemaLanguage) throws(SchemaError) {
    prefix = language.rawValue
    switch language {
    case .documentType:
      do {
        documentType = try DocumentType(bytes)
      } catch {
        throw SchemaError("this isn't a document type definition that can be read")
      }
      return
    case .relaxNGCompact:
      throw SchemaError("libxml2 reads RELAX NG in the XML syntax only")
    case .relaxNG, .xmlSchema, .schematron: break
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

  /// What is wrong with a document, in its order, beside what a grammar of our own engine says.
  func diagnostics(of document: LibXMLDocument, beside found: [Finding] = []) -> [Diagnostic] {
    let bytes = document.source.utf8
    let wording = Wording(vocabulary: vocabulary)
    var grammar = found
    if let relaxNG {
      let complaints = relaxNG.complaints(about: document)
      grammar += RelaxNGReading(wording: wording, source: bytes).findings(complaints)
    }
    if let xmlSchema {
      let reading = XMLSchemaReading(wording: wording, source: bytes) {
        xmlSchema.accepts($0, after: $1, in: document)
      }
      grammar += reading.findings(xmlSchema.complaints(about: document))
    }
    if let documentType {
      grammar += DocumentTypeReading(wording: wording, source: bytes).findings(
        documentType.complaints(about: document))
    }
    let rules = SchematronReading().findings(schematron?.complaints(about: document) ?? [])
    let merged = Merging(duplicates: document.duplicateIdentifiers, hasRules: schematron != nil)
      .merge(grammar: grammar, rules: rules)
    if merged.isEmpty { return [] }
    return Report(bytes).diagnostics(merged.map { ($0.isRule ? "sch" : prefix, $0.finding) })
  }
}
