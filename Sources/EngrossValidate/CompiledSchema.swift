import CLibXML2
import EngrossXML

/// A schema that libxml2 has compiled; one thread uses it at a time.
protocol CompiledSchema: AnyObject {
  /// Compiles a schema; throws what libxml2 complains about.
  init(_ document: LibXMLDocument) throws(CompilationError)

  /// What libxml2 says about a document; empty when it's valid.
  func complaints(about document: LibXMLDocument) -> [Complaint]
}

/// A schema that didn't compile.
struct CompilationError: Error {
  /// libxml2's first complaint, and its line and the byte offset of its element, where it has them.
  var reason: String?
  var line: Int?
  var offset: Int?
  /// Addresses that it refers to and that weren't read.
  var refused: [String] = []

  init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  init(_ complaints: Complaints, refused: [String] = []) {
    let first = complaints.all.first
    reason = first.flatMap { $0.text.split(separator: "\n").first.map(String.init) }
    line = first?.line
    offset = first?.offset
    self.refused = refused
  }
}

/// Owns a compiled RELAX NG schema.
final class RelaxNGSchema: CompiledSchema {
  private let schema: xmlRelaxNGPtr

  init(_ document: LibXMLDocument) throws(CompilationError) {
    let complaints = Complaints()
    let (schema, refused): (xmlRelaxNGPtr?, [String]) = complaints.collect {
      // Safe: the parser copies the document and is freed here; the schema refers to neither.
      guard let parser = xmlRelaxNGNewDocParserCtxt(document.pointer) else { return (nil, []) }
      defer { xmlRelaxNGFreeParserCtxt(parser) }
      xmlRelaxNGSetParserStructuredErrors(parser, Complaints.handler, complaints.pointer)
      return SchemaFiles.withAccess { xmlRelaxNGParse(parser) }
    }
    guard let schema else {
      throw CompilationError(complaints, refused: refused)
    }
    self.schema = schema
  }

  deinit { xmlRelaxNGFree(schema) }

  func complaints(about document: LibXMLDocument) -> [Complaint] {
    let complaints = Complaints()
    complaints.collect {
      // Safe: the context lives within this call, as do the collector and the document.
      guard let context = xmlRelaxNGNewValidCtxt(schema) else { return }
      defer { xmlRelaxNGFreeValidCtxt(context) }
      xmlRelaxNGSetValidStructuredErrors(context, Complaints.handler, complaints.pointer)
      xmlRelaxNGValidateDoc(context, document.pointer)
    }
    return complaints.all
  }
}

/// Owns a compiled W3C XML Schema, and the document that it keeps referring to.
final class XMLSchema: CompiledSchema {
  private let schema: xmlSchemaPtr
  private let document: LibXMLDocument

  init(_ document: LibXMLDocument) throws(CompilationError) {
    self.document = document
    let complaints = Complaints()
    let (schema, refused): (xmlSchemaPtr?, [String]) = complaints.collect {
      // Safe: the parser is freed here; the schema refers to the document, which `self` keeps.
      guard let parser = xmlSchemaNewDocParserCtxt(document.pointer) else { return (nil, []) }
      defer { xmlSchemaFreeParserCtxt(parser) }
      xmlSchemaSetParserStructuredErrors(parser, Complaints.handler, complaints.pointer)
      return SchemaFiles.withAccess { xmlSchemaParse(parser) }
    }
    guard let schema else {
      throw CompilationError(complaints, refused: refused)
    }
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  /// Whether an element that has no place would have it with another element before it: then it's
  /// the other that is missing, and this one is right.
  func accepts(_ element: xmlNodePtr, after missing: String, in document: LibXMLDocument) -> Bool {
    // Safe: the document is this thread's alone; the new element goes as it came.
    guard let node = xmlNewDocNode(document.pointer, element.pointee.ns, missing, nil) else {
      return false
    }
    xmlAddPrevSibling(element, node)
    defer {
      xmlUnlinkNode(node)
      xmlFreeNode(node)
    }
    return !complaints(about: document).contains {
      $0.code == XML_SCHEMAV_ELEMENT_CONTENT.rawValue
        && ($0.node == element || $0.node == node && !$0.text.contains("Missing child"))
    }
  }

  func complaints(about document: LibXMLDocument) -> [Complaint] {
    let complaints = Complaints()
    complaints.collect {
      // Safe: the context lives within this call, as do the collector and the document.
      guard let context = xmlSchemaNewValidCtxt(schema) else { return }
      defer { xmlSchemaFreeValidCtxt(context) }
      xmlSchemaSetValidStructuredErrors(context, Complaints.handler, complaints.pointer)
      SchemaFiles.withoutAccess { _ = xmlSchemaValidateDoc(context, document.pointer) }
    }
    return complaints.all
  }
}

/// Owns a compiled Schematron schema, and the document that it keeps referring to.
final class SchematronSchema: CompiledSchema {
  private let schema: xmlSchematronPtr
  private let document: LibXMLDocument

  init(_ document: LibXMLDocument) throws(CompilationError) {
    if let tree = try? XMLReader().parse(document.source),
      let (reason, offset) = SchematronLimits(tree).refusal
    {
      throw CompilationError(reason, at: offset)
    }
    self.document = document
    let complaints = Complaints()
    let (schema, refused): (xmlSchematronPtr?, [String]) = complaints.collect {
      // Safe: the parser is freed here; the schema refers to the document, which `self` keeps.
      guard let parser = xmlSchematronNewDocParserCtxt(document.pointer) else { return (nil, []) }
      defer { xmlSchematronFreeParserCtxt(parser) }
      return SchemaFiles.withAccess { xmlSchematronParse(parser) }
    }
    guard let schema else {
      throw CompilationError(complaints, refused: refused)
    }
    self.schema = schema
  }

  deinit { xmlSchematronFree(schema) }

  func complaints(about document: LibXMLDocument) -> [Complaint] {
    // All rules in one walk is the quick way, but of several patterns that know a node it reports
    // the first; so a document that fails is walked again, once a pattern.
    let quick = XML_SCHEMATRON_OUT_QUIET.rawValue | XML_SCHEMATRON_OUT_ERROR.rawValue
    if walk(document, options: quick).isEmpty { return [] }
    return walk(document, options: XML_SCHEMATRON_OUT_ERROR.rawValue)
  }

  private func walk(_ document: LibXMLDocument, options: UInt32) -> [Complaint] {
    let complaints = Complaints()
    complaints.collect {
      // Safe: the context lives within this call, as do the collector and the document.
      guard let context = xmlSchematronNewValidCtxt(schema, Int32(options)) else { return }
      defer { xmlSchematronFreeValidCtxt(context) }
      xmlSchematronSetValidStructuredErrors(context, Complaints.handler, complaints.pointer)
      xmlSchematronValidateDoc(context, document.pointer)
    }
    return complaints.all
  }
}
