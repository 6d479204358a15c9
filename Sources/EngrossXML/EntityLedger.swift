import CLibXML2

/// Counts what entities would put into a document, before it's put there.
///
/// "Billion laughs" and its quadratic cousin both ask for far more text than they hold. An entity's
/// size when all is expanded is computed once, from its declaration, without expanding anything.
struct EntityLedger {
  enum Verdict { case allowed, tooMuch, loop }

  private let limit: Int
  private let deepest: Int
  private var spent = 0
  private var sizes: [UnsafeMutableRawPointer: Int] = [:]

  init(_ limits: Limits) {
    limit = limits.expansion
    deepest = limits.entityDepth
  }

  /// Books bytes that the document itself doesn't hold.
  mutating func spend(_ bytes: Int) -> Verdict {
    // A reference costs time even where its entity is empty.
    spent = min(spent + bytes + 16, Int.max / 4)
    return spent > limit ? .tooMuch : .allowed
  }

  /// Books one reference to an entity.
  mutating func reference(
    to entity: xmlEntityPtr, in context: UnsafeMutablePointer<xmlParserCtxt>
  ) -> Verdict {
    guard let size = size(of: entity, in: context, depth: 0) else { return .loop }
    return spend(size.bytes)
  }

  /// The size of an entity's text with all references expanded; nil when it refers to itself or
  /// goes deeper than allowed.
  ///
  /// Kept only when all that it refers to is declared: libxml2 asks while declarations are still
  /// coming in, and a later one would change it.
  private mutating func size(
    of entity: xmlEntityPtr, in context: UnsafeMutablePointer<xmlParserCtxt>, depth: Int
  ) -> (bytes: Int, isFinal: Bool)? {
    if depth > deepest { return nil }
    if let known = sizes[UnsafeMutableRawPointer(entity)] { return (known, true) }
    guard let content = entity.pointee.content else { return (0, true) }
    // Safe: content is a NUL-terminated string of `length` bytes, owned by the document, and only
    // read here.
    let text = UnsafeBufferPointer(start: content, count: Int(entity.pointee.length))
    var total = text.count
    var isFinal = true
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      let start = index + 1
      while index < text.count && text[index] != UInt8(ascii: ";") { index += 1 }
      guard start < index, text[start] != UInt8(ascii: "#") else { continue }
      guard let inner = xmlSAX2GetEntity(context, Array(text[start..<index]) + [0]) else {
        isFinal = false
        continue
      }
      guard let size = size(of: inner, in: context, depth: depth + 1) else { return nil }
      total = min(total + size.bytes, Int.max / 4)
      isFinal = isFinal && size.isFinal
    }
    if isFinal { sizes[UnsafeMutableRawPointer(entity)] = total }
    return (total, isFinal)
  }
}
