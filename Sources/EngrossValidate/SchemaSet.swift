import EngrossModel
import EngrossXML

/// Schemas that libxml2 has compiled, which judge a document together; one thread uses a set at a
/// time.
final class SchemaSet {
  private var relaxNG: RelaxNGSchema?
  private var xmlSchema: XMLSchema?
  private var schematron: SchematronSchema?
  private var documentType: DocumentType?
  private var vocabulary = Vocabulary()
  /// What the ids of a grammar's findings start with.
  private let prefix: String

  /// Reads the bundled Schematron; our own engine judges by the bundled RELAX NG.
  init() throws(SchemaError) {
    prefix = SchemaLanguage.relaxNG.rawValue
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
    case .relaxNGCompact: throw SchemaError("libxml2 doesn't read the compact syntax")
    case .relaxNG, .xmlSchema, .schematron: break
    }
    let document = try Self.document(bytes, path: path)
    vocabulary = Vocabulary(of: document)
    switch language {
    case .relaxNG: relaxNG = try Self.compile(document)
    case .xmlSchema: xmlSchema = try Self.compile(document)
    default: schematron = try Self.compile(document)
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

  /// What is wrong with a document, in its order, with what a grammar has found of it already.
  func diagnostics(of document: LibXMLDocument, beside found: [Finding]) -> [Diagnostic] {
    let grammar = found + grammarFindings(document)
    let rules = SchematronReading().findings(schematron?.complaints(about: document) ?? [])
    let merged = Merging(duplicates: document.duplicateIdentifiers)
      .merge(grammar: grammar, rules: rules)
    if merged.isEmpty { return [] }
    return Report(document.source.utf8).diagnostics(
      merged.map { ($0.isRule ? "sch" : prefix, $0.finding) })
  }

  private func grammarFindings(_ document: LibXMLDocument) -> [Finding] {
    let source = document.source.utf8
    let wording = Wording(vocabulary: vocabulary)
    if let relaxNG {
      let complaints = relaxNG.complaints(about: document)
      return RelaxNGReading(wording: wording, source: source).findings(complaints)
    }
    if let xmlSchema {
      let reading = XMLSchemaReading(wording: wording, source: source) {
        xmlSchema.accepts($0, after: $1, in: document)
      }
      return reading.findings(xmlSchema.complaints(about: document))
    }
    if let documentType {
      return DocumentTypeReading(wording: wording, source: source).findings(
        documentType.complaints(about: document))
    }
    return []
  }
}
