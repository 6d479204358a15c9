import CLibXML2
import EngrossModel

/// A parse that tells a receiver its events.
final class EventSession: ParseSession {
  private let receiver: any EventReceiver
  private let names = Cell(NameTable())
  private let attributes = Cell(EventAttributes())
  private let cursor: Cell<PositionCursor>
  /// The positions of the outer open elements' start tags, which are behind the cursor.
  private let openPositions = Cell<[Position]>([])
  private var count = 0
  /// The offset at which the event told last ends, and the next text begins.
  private var lastEnd = 0

  /// - Parameter document: all of it, where it's there; else `append` brings its parts.
  init(
    main: ParserContext, limits: Limits, receiver: any EventReceiver, document: [UInt8] = []
  ) {
    self.receiver = receiver
    cursor = Cell(PositionCursor(document))
    super.init(main: main, limits: limits)
  }

  /// Takes the next bytes that the parser is given.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    cursor.value.append(bytes.span)
    if cursor.value.isFull { advance() }
  }

  /// Takes the cursor on to where the parser is; the elements that it passes are those still open.
  private func advance() {
    // A tag or text that is being read may yet be asked for.
    _ = position(at: min(lastEnd, offset))
  }

  fileprivate func number(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?
  ) -> Int {
    Int(
      names.value.number(local, namespace, prefix) { name in
        receiver.name(count, is: name)
        count += 1
        return UInt32(count - 1)
      })
  }

  fileprivate func bind(_ bindings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, count: Int) {
    for index in 0..<count {
      // Safe: two pointers a binding, NUL-terminated or nil, that live until the callback returns.
      let (prefix, namespace) = (bindings[index * 2], bindings[index * 2 + 1])
      receiver.bind(
        prefix.map(String.init(xml:)) ?? "", to: namespace.map(String.init(xml:)) ?? "")
    }
  }

  fileprivate func open(
    _ name: Int, _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, offset: Int
  ) {
    attributes.value.removeAll()
    for index in 0..<count {
      // Safe: five pointers an attribute, whose value is from the fourth up to the fifth.
      let part = parts! + index * 5
      let value = UnsafeBufferPointer(start: part[3], count: part[4]! - part[3]!)
      attributes.value.append(number(part[0]!, part[2], part[1]), value.span)
    }
    // The parser stands before the tag's end.
    lastEnd = self.offset + 1
    receiver.open(name, attributes.value, at: offset)
  }

  fileprivate func close() {
    lastEnd = self.offset
    receiver.close(at: tagOffset)
    leave()
    if openPositions.value.count > depth { openPositions.value.removeLast() }
  }

  /// A text; `skipping` counts the bytes of markup before it.
  fileprivate func text(
    _ start: UnsafePointer<xmlChar>, _ count: Int, in context: ParserContext, skipping: Int = 0
  ) {
    // An entity's text stands where the entity is referred to.
    let begin = context == main ? lastEnd + skipping : referenceOffset
    let after = isAhead(start) && context == main ? offset + count : offset
    lastEnd = after - (skipping == 0 ? 0 : 3)
    // Safe: libxml2 passes `count` bytes that live until the callback returns.
    receiver.text(UnsafeBufferPointer(start: start, count: count).span, at: begin)
    lastEnd = after
  }

  fileprivate func comment(_ text: UnsafePointer<xmlChar>?) {
    let bytes = Self.bytes(text)
    lastEnd = offset
    receiver.comment(bytes.span, at: offset(ofMarkup: bytes.count + 7))
  }

  fileprivate func instruction(
    _ target: UnsafePointer<xmlChar>?, _ text: UnsafePointer<xmlChar>?
  ) {
    let bytes = Self.bytes(text)
    lastEnd = offset
    let target = target.map { String(xml: $0) } ?? ""
    let length = target.utf8.count + (bytes.isEmpty ? 0 : bytes.count + 1) + 4
    receiver.instruction(target, bytes.span, at: offset(ofMarkup: length))
  }

  private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
    // Safe: a NUL-terminated string that lives until the callback returns.
    UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0)
  }

  /// The position of a fault's offset: an open element's, or one that the cursor reaches.
  func positionOfFault(at offset: Int) -> Position {
    if let index = open.firstIndex(of: offset), index < openPositions.value.count {
      return openPositions.value[index]
    }
    return cursor.value.peek(at: offset)
  }

  /// The offset of the first byte that isn't UTF-8 between the last event and an offset.
  func firstInvalidByte(before end: Int) -> Int? { cursor.value.firstInvalidByte(before: end) }
}

extension EventSession {
  fileprivate func position(at offset: Int) -> Position {
    // The cursor never goes back, so the open elements that it passes get their positions now.
    let open = open
    while openPositions.value.count < open.count, open[openPositions.value.count] <= offset {
      let start = open[openPositions.value.count]
      openPositions.value.append(cursor.value.position(at: start))
    }
    return cursor.value.position(at: offset)
  }

  fileprivate var startTag: [UInt8] {
    guard let input = main.pointee.inputTab?.pointee else { return [] }
    let length = offset - tagOffset
    // Safe: libxml2 keeps a tag's bytes while it tells of it; `cur` is past its last attribute.
    return Array(UnsafeBufferPointer(start: input.pointee.cur - length, count: length))
  }

  /// The places of a session. The session owns its receiver, which may keep these: were they the session
  /// itself, neither would ever go.
  private final class Places: EventPlaces {
    /// Safe: places are asked for during an event only, which the session tells.
    private unowned(unsafe) let session: EventSession

    init(_ session: EventSession) { self.session = session }

    var end: Int { session.lastEnd }
    func position(at offset: Int) -> Position { session.position(at: offset) }
    var startTag: [UInt8] { session.startTag }
  }

  func start() { receiver.start(Places(self)) }
}

extension xmlSAXHandler {
  /// Handlers that tell an `EventSession`; libxml2's own keep what they need of the document type.
  mutating func tellEvents() {
    startElementNs = {
      context, local, prefix, namespace, bindingCount, bindings, count, defaulted, attributes in
      guard let local, let (context, session) = EventSession.ofEvents(context) else { return }
      let offset = session.tagOffset
      let attributes = attributes.map { UnsafeMutablePointer(mutating: $0) }
      guard
        session.enter(
          context, offset: offset, attributes: attributes, count: Int(count),
          defaulted: Int(defaulted))
      else { return }
      if let bindings, bindingCount > 0 { session.bind(bindings, count: Int(bindingCount)) }
      let name = session.number(local, namespace, prefix)
      session.open(name, attributes, count: Int(count), offset: offset)
    }
    endElementNs = { context, _, _, _ in
      guard let (_, session) = EventSession.ofEvents(context), !session.hasFailed else { return }
      session.close()
    }
    let text: charactersSAXFunc = { context, text, count in
      guard let text, let (context, session) = EventSession.ofEvents(context), !session.hasFailed
      else { return }
      session.text(text, Int(count), in: context)
    }
    characters = text
    cdataBlock = { context, text, count in
      guard let text, let (context, session) = EventSession.ofEvents(context), !session.hasFailed
      else { return }
      session.text(text, Int(count), in: context, skipping: "<![CDATA[".utf8.count)
    }
    // The same function for both spares libxml2 the question whether text is blank.
    ignorableWhitespace = text
    comment = { context, text in
      guard let (context, session) = EventSession.ofEvents(context), !session.hasFailed,
        context.pointee.inSubset == 0
      else { return }
      session.comment(text)
    }
    processingInstruction = { context, target, text in
      guard let (context, session) = EventSession.ofEvents(context), !session.hasFailed,
        context.pointee.inSubset == 0
      else { return }
      session.instruction(target, text)
    }
    reference = nil
  }
}

extension EventSession {
  /// The session of a context whose handlers were set by `tellEvents`.
  fileprivate static func ofEvents(_ context: UnsafeMutableRawPointer?) -> (
    ParserContext, EventSession
  )? {
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = context.pointee._private
    else { return nil }
    // Safe: these handlers are only ever set together with an `EventSession`.
    return (context, Unmanaged<EventSession>.fromOpaque(session).takeUnretainedValue())
  }
}
