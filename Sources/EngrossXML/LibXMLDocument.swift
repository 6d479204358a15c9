import CLibXML2
import EngrossModel

/// A document as libxml2's own tree, for libxml2's validators; it owns the tree.
///
/// An element's `_private` holds the byte offset of its `<` plus one: libxml2's line numbers stop
/// at 65,535, and it keeps no columns.
package final class LibXMLDocument {
  package let pointer: xmlDocPtr
  package let source: XMLSource
  /// The byte offsets of elements whose xml:id an earlier element has.
  package let duplicateIdentifiers: [Int]

  /// - Parameter path: from where what the document refers to is found, should it be a schema.
  package convenience init(
    _ bytes: [UInt8], path: String? = nil, limits: Limits = Limits()
  ) throws(XMLFault) {
    try self.init(XMLSource(bytes, limits: limits), path: path, limits: limits)
  }

  /// The tree of a document that was decoded before.
  package init(
    _ source: XMLSource, path: String? = nil, limits: Limits = Limits()
  ) throws(XMLFault) {
    self.source = source
    let parse = try ParserInput(source)
    let session = ParseSession(main: parse.context, limits: limits)
    parse.context.pointee.sax.pointee.noteOffsets()
    try parse.run(session, over: source)
    guard let document = parse.takeDocument() else {
      throw source.fault("xml.out-of-memory", "there is no memory to read it")
    }
    // Safe: libxml2 frees the copy together with the document.
    if let path { document.pointee.URL = UnsafePointer(xmlStrdup(path)) }
    pointer = document
    duplicateIdentifiers = session.duplicates
  }

  deinit { xmlFreeDoc(pointer) }

  /// The byte offset of the `<` of a node's element: its own, or for anything else its parent's.
  package static func offset(of node: xmlNodePtr?) -> Int? {
    var node = node
    // Safe: the first fields of xmlNode, xmlAttr and xmlDoc are laid out alike up to `doc`
    // (`_private`, `type`, `name`, `children`, `last`, `parent`), and namespaces never get here.
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE, let mark = current.pointee._private {
        return Int(bitPattern: mark) - 1
      }
      node = current.pointee.parent
    }
    return nil
  }
}

extension xmlSAXHandler {
  /// libxml2's own handlers, which build its tree, with the offset of each start tag noted.
  mutating func noteOffsets() {
    startElementNs = {
      context, local, prefix, namespace, bindings, pairs, count, defaulted, attributes in
      guard let (parser, session) = ParseSession.of(context) else { return }
      let offset = session.tagOffset
      guard
        session.enter(
          parser, offset: offset, attributes: attributes.map { UnsafeMutablePointer(mutating: $0) },
          count: Int(count), defaulted: Int(defaulted))
      else { return }
      xmlSAX2StartElementNs(
        context, local, prefix, namespace, bindings, pairs, count, defaulted, attributes)
      // Safe: the element just made is the context's node; `_private` is the application's own.
      parser.pointee.node?.pointee._private = UnsafeMutableRawPointer(bitPattern: offset + 1)
    }
    endElementNs = { context, local, prefix, namespace in
      guard let (_, session) = ParseSession.of(context), !session.hasFailed else { return }
      xmlSAX2EndElementNs(context, local, prefix, namespace)
      session.leave()
    }
  }
}
