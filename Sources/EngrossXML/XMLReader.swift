import CLibXML2
import EngrossModel

/// Reads XML into a tree, hostile XML included: nothing outside the bytes is read, and time and
/// memory stay proportional to their number.
package struct XMLReader: Sendable {
  package var limits: Limits

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// The document that the bytes are, comments and processing instructions included; an element's
  /// `offset` is that of its `<` in the document's UTF-8 form.
  package func parse(_ bytes: [UInt8]) throws(XMLFault) -> Document {
    let source = try XMLSource(bytes, limits: limits)
    return try parse(source)
  }

  /// The document of a source that was decoded before.
  package func parse(_ source: XMLSource) throws(XMLFault) -> Document {
    let parse = try ParserInput(source)
    let session = TreeSession(main: parse.context, limits: limits)
    session.builder.reserve(bytes: source.utf8.count)
    parse.context.pointee.sax.pointee.buildTree()
    try parse.run(session, over: source)
    // The default handlers have made a document for the entities; it goes with its context.
    return session.builder.take()
  }
}
