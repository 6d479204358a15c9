import CLibXML2
import EngrossModel

/// Owns a parser context of libxml2 whose input is a whole document in memory.
final class ParserInput {
  let context: ParserContext

  init(_ source: XMLSource) throws(XMLFault) {
    LibXML.start()
    // Safe: libxml2 copies the bytes and ends its copy with a NUL, so they may go after the call.
    let made = source.utf8.withUnsafeBytes { bytes in
      xmlCreateMemoryParserCtxt(bytes.baseAddress, Int32(bytes.count))
    }
    guard let made else { throw source.fault("xml.out-of-memory", "there is no memory to read it") }
    context = made
    context.useOptions()
  }

  deinit {
    // Safe: nothing keeps the context or its document; `takeDocument` empties `myDoc`.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Parses all of the document; throws the first fault.
  func run(_ session: ParseSession, over source: XMLSource) throws(XMLFault) {
    // Safe: the session lives until the parse is over, and `_private` is emptied before it goes.
    context.pointee._private = Unmanaged.passUnretained(session).toOpaque()
    let result = withExtendedLifetime(session) {
      LibXML.silently { xmlParseDocument(context) }
    }
    context.pointee._private = nil
    if let found = session.fault {
      // libxml2 has many names for bytes that aren't UTF-8, after which nothing else counts.
      if let offset = source.firstInvalidByte(before: found.offset + 4) {
        throw source.fault(
          "xml.encoding", XMLSource.notUTF8Message,
          at: offset)
      }
      throw source.fault(found)
    }
    guard result == 0, context.pointee.wellFormed == 1 else {
      throw source.fault("xml.not-well-formed", "this isn't well-formed XML")
    }
  }

  /// Hands over the document that libxml2 built; the caller frees it.
  func takeDocument() -> xmlDocPtr? {
    defer { context.pointee.myDoc = nil }
    return context.pointee.myDoc
  }
}

extension ParserContext {
  /// Sets the options and handlers that every parse has.
  func useOptions() {
    // NONET: no network. NOENT: an entity's text stands where it's referred to. IGNORE_ENC: the
    // bytes are UTF-8 by now, whatever they declare. HUGE: `Limits` has the limits.
    let options = [
      XML_PARSE_NONET, XML_PARSE_NOENT, XML_PARSE_HUGE, XML_PARSE_IGNORE_ENC, XML_PARSE_BIG_LINES,
      XML_PARSE_NOCDATA,
    ]
    xmlCtxtUseOptions(self, options.reduce(0) { $0 | Int32(bitPattern: $1.rawValue) })
    pointee.sax.pointee.guardEntitiesAndErrors()
  }
}
