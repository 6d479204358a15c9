import EngrossModel

/// Reads XML as events, hostile XML included: nothing outside the bytes is read, and memory doesn't
/// grow with the document.
package struct EventReader: Sendable {
  package var limits: Limits

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// Tells a receiver the document that a stream holds.
  ///
  /// - Throws: `XMLFault`, after the events before it were told; and what the stream throws.
  package func read(_ stream: any ByteStream, to receiver: any EventReceiver) throws {
    if let bytes = stream.whole, bytes.count <= limits.documentLength {
      return try read(bytes, to: receiver)
    }
    try StreamInput(stream, limits: limits, receiver: receiver).run()
  }

  /// Tells a receiver the document that bytes are.
  package func read(_ bytes: [UInt8], to receiver: any EventReceiver) throws(XMLFault) {
    try read(try XMLSource(bytes, limits: limits), to: receiver)
  }

  /// Tells a receiver a document that was decoded before.
  package func read(_ source: XMLSource, to receiver: any EventReceiver) throws(XMLFault) {
    let parse = try ParserInput(source)
    let session = EventSession(
      main: parse.context, limits: limits, receiver: receiver, document: source.utf8)
    parse.context.pointee.sax.pointee.tellEvents()
    session.start()
    try parse.run(session, over: source)
  }
}
