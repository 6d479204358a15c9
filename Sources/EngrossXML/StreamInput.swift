import CLibXML2
import EngrossModel

/// Owns a parser context of libxml2 that asks for its input piece by piece.
final class StreamInput {
  let context: ParserContext
  private let stream: any ByteStream
  private let limits: Limits
  private var flood: AttributeFlood
  /// What was read and not yet given.
  private var block: [UInt8] = []
  private var given = 0
  private var isAtEnd = false
  /// Whether anything but white space was read.
  private var hasContent = false
  private var session: EventSession?
  /// What reading the stream threw.
  private var failure: (any Error)?

  init(_ stream: any ByteStream, limits: Limits, receiver: any EventReceiver) throws {
    LibXML.start()
    self.stream = stream
    self.limits = limits
    flood = AttributeFlood(limit: limits.attributeCount)
    context = xmlNewParserCtxt()
    context.useOptions()
    context.pointee.sax.pointee.tellEvents()
    session = EventSession(main: context, limits: limits, receiver: receiver)
  }

  deinit {
    // Safe: nothing keeps the context or its document.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Reads all of the stream; throws the first fault, or what the stream throws.
  func run() throws {
    try fillFirst()
    let session = session!
    // Safe: `self` and the session live until the parse is over; the input buffer is freed with the
    // context, and asks `self` only during the parse.
    let buffer = xmlParserInputBufferCreateIO(
      { reader, target, count in
        Unmanaged<StreamInput>.fromOpaque(reader!).takeUnretainedValue().give(target!, Int(count))
      }, nil, Unmanaged.passUnretained(self).toOpaque(), XML_CHAR_ENCODING_NONE)
    guard let buffer, let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
    else { throw fault("xml.out-of-memory", "there is no memory to read it") }
    inputPush(context, input)
    context.pointee._private = Unmanaged.passUnretained(session).toOpaque()
    session.start()
    let result = withExtendedLifetime(self) { LibXML.silently { xmlParseDocument(context) } }
    context.pointee._private = nil
    if let failure { throw failure }
    if let found = session.fault { throw fault(found, session) }
    guard result == 0, context.pointee.wellFormed == 1 else {
      throw fault("xml.not-well-formed", "this isn't well-formed XML")
    }
  }

  /// Reads the first block, which tells the encoding; another encoding than UTF-8 is read and decoded
  /// whole.
  private func fillFirst() throws {
    try refill()
    guard !DeclaredEncoding.isUTF8(DeclaredEncoding.name(in: block)) else { return }
    var all = block
    while !isAtEnd {
      try refill()
      all += block
    }
    block = try DeclaredEncoding.decode(all)
    given = 0
  }

  private func refill() throws {
    given = 0
    var count = 0
    let stream = stream
    var failure: (any Error)?
    block = [UInt8](unsafeUninitializedCapacity: AttributeFlood.block) { buffer, filled in
      do {
        while count < buffer.count {
          let got = try stream.read(
            into: UnsafeMutableRawBufferPointer(
              rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
          if got == 0 { break }
          count += got
        }
      } catch {
        failure = error
      }
      filled = count
    }
    if let failure { throw failure }
    isAtEnd = count < AttributeFlood.block
  }

  /// Gives the parser its next bytes; -1 after a failure.
  private func give(_ target: UnsafeMutablePointer<CChar>, _ count: Int) -> Int32 {
    if given == block.count {
      if isAtEnd { return 0 }
      do {
        try refill()
      } catch {
        failure = error
        return -1
      }
      if block.isEmpty { return 0 }
    }
    let end = min(given + count, block.count)
    block.withUnsafeBufferPointer { bytes in
      let piece = UnsafeBufferPointer(rebasing: bytes[given..<end])
      // Safe: the parser gives room for `count` bytes.
      UnsafeMutableRawPointer(target).copyMemory(from: piece.baseAddress!, byteCount: piece.count)
      session?.append(piece)
      if !hasContent {
        hasContent = !piece.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      }
      if given == 0, let offset = flood.find(in: bytes) {
        session?.fail("xml.too-many-attributes", limits.tooManyAttributes, at: offset)
      }
    }
    defer { given = end }
    if session?.hasFailed == true { return 0 }
    return Int32(end - given)
  }

  private func fault(_ id: String, _ message: String) -> XMLFault {
    XMLFault(Diagnostic(id: id, message: message, position: Position(line: 1, column: 1)))
  }

  private func fault(_ found: ParseSession.Found, _ session: EventSession) -> XMLFault {
    if !hasContent {
      return fault("xml.empty", XMLSource.emptyMessage)
    }
    // libxml2 has many names for bytes that aren't UTF-8, after which nothing else counts.
    if let offset = session.firstInvalidByte(before: found.offset + 4) {
      return XMLFault(
        Diagnostic(
          id: "xml.encoding", message: XMLSource.notUTF8Message,
          position: session.positionOfFault(at: offset)))
    }
    let notes = found.note.map {
      [Diagnostic.Note($0.message, at: session.positionOfFault(at: $0.offset))]
    }
    return XMLFault(
      Diagnostic(
        id: found.id, message: found.message, position: session.positionOfFault(at: found.offset),
        notes: notes ?? []))
  }
}
