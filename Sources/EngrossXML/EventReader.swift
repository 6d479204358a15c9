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
    try StreamInput(stream, limits: limits, receiver: receiver).run()
  }

  /// Tells a receiver the document that bytes are.
  package func read(_ bytes: [UInt8], to receiver: any EventReceiver) throws(XMLFault) {
    do {
      try read(MemoryStream(bytes), to: receiver)
    } catch let fault as XMLFault {
      throw fault
    } catch {
      preconditionFailure("bytes in memory can be read")
    }
  }
}
