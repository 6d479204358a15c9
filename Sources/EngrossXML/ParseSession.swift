import CLibXML2
import EngrossModel

/// The context that libxml2 parses in; `_private` holds our session unretained.
typealias ParserContext = UnsafeMutablePointer<xmlParserCtxt>

/// One parse: what libxml2's callbacks share, and the first fault that they met.
///
/// After a fault the context's `disableSAX` is set, so the rest is skipped over without events.
/// `xmlStopParser` would be quicker, but it frees the input that libxml2's scanners still point into.
class ParseSession {
  final let limits: Limits
  /// The context of the document; an entity's content is parsed in contexts of its own.
  final let main: ParserContext
  private(set) final var fault: Found?
  /// Whether there is a fault; asked for each event, so it reads libxml2's flag.
  final var hasFailed: Bool { main.pointee.disableSAX != 0 }
  /// The byte offsets of the open elements' start tags, outermost first.
  final var open: [Int] { openTags.value }
  private final let openTags = Cell<[Int]>([])
  /// How many elements are open.
  final var depth: Int { openTags.value.count }
  /// Identifiers that an earlier element has: the byte offset of the later one.
  private(set) final var duplicates: [Int] = []
  final var ledger: EntityLedger

  /// A fault as found: its place is still a byte offset.
  struct Found {
    var id: String
    var message: String
    var offset: Int
    var note: (message: String, offset: Int)?
  }

  init(main: ParserContext, limits: Limits) {
    self.main = main
    self.limits = limits
    ledger = EntityLedger(limits)
  }

  /// The session of a context, for use inside a callback.
  static func of(_ context: UnsafeMutableRawPointer?) -> (ParserContext, ParseSession)? {
    // Safe: `userData` is the context itself (libxml2's own default, which nested contexts repeat),
    // and the session outlives the parse that calls back.
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = context.pointee._private
    else { return nil }
    return (context, Unmanaged<ParseSession>.fromOpaque(session).takeUnretainedValue())
  }

  /// How far the parser has read the document, in bytes.
  final var offset: Int {
    // Safe: `cur` and `base` point into one buffer while the context has an input.
    guard let input = main.pointee.inputTab?.pointee else { return 0 }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  /// The byte offset of the last `<` before the place that the parser has read to.
  final var tagOffset: Int { last(UInt8(ascii: "<")) }

  /// Whether the parser tells a text before it goes over it, as it does with some.
  final func isAhead(_ text: UnsafePointer<xmlChar>) -> Bool {
    main.pointee.inputTab?.pointee?.pointee.cur == text
  }

  /// The byte offset of a comment or processing instruction that the parser has just read, from the
  /// length of what stands in it; its start may have left the parser's memory.
  final func offset(ofMarkup length: Int) -> Int { max(offset - length, 0) }

  /// The byte offset of the entity reference that the parser has just read.
  final var referenceOffset: Int {
    main.pointee.inSubset == 0 ? last(UInt8(ascii: "&")) : offset
  }

  private final func last(_ byte: UInt8) -> Int {
    guard let input = main.pointee.inputTab?.pointee else { return 0 }
    // Safe: goes back from `cur` but never before `base`; libxml2 keeps a tag's bytes while it
    // reads the tag, and no attribute value holds a literal `<`.
    var cursor = input.pointee.cur!
    let base = input.pointee.base!
    if cursor.pointee == byte, cursor > base { cursor -= 1 }
    while cursor > base && cursor.pointee != byte { cursor -= 1 }
    return Int(input.pointee.consumed) + (cursor - base)
  }

  final func fail(
    _ id: String, _ message: String, at offset: Int? = nil, note: (String, Int)? = nil
  ) {
    if fault == nil {
      fault = Found(
        id: id, message: message, offset: offset ?? self.offset,
        note: note.map { (message: $0.0, offset: $0.1) })
    }
    main.pointee.wellFormed = 0
    main.pointee.disableSAX = 1
  }

  /// Checks an element that opens; false when the parse has failed.
  final func enter(
    _ context: ParserContext, offset: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    count: Int, defaulted: Int
  ) -> Bool {
    if hasFailed {
      context.pointee.disableSAX = 1
      return false
    }
    openTags.value.append(offset)
    if openTags.value.count > limits.depth {
      fail(
        "xml.too-deep", "elements stand inside one another \(limits.depth) deep; no more is read",
        at: offset)
      return false
    }
    if count > limits.attributeCount {
      fail("xml.too-many-attributes", limits.tooManyAttributes, at: offset)
      return false
    }
    for index in 0..<count {
      // Safe: libxml2 passes five pointers an attribute: name, prefix, namespace, value, its end.
      let length = attributes![index * 5 + 4]! - attributes![index * 5 + 3]!
      if length > limits.attributeLength {
        let name = String(xml: attributes![index * 5]!)
        fail(
          "xml.attribute-too-long",
          "the value of @\(name) has \(length) bytes; \(limits.attributeLength) are read",
          at: offset)
        return false
      }
      if index >= count - defaulted, ledger.spend(length) != .allowed {
        failExpansion(at: offset)
        return false
      }
    }
    return true
  }

  final func leave() { if !openTags.value.isEmpty { openTags.value.removeLast() } }

  final func noteDuplicate() { duplicates.append(tagOffset) }
}
