import CLibXML2
import EngrossModel

/// A parse that builds our tree from the events.
final class TreeSession: ParseSession {
  private let tree = Cell(TreeBuilder())
  private let elements = Cell(NameTable())
  private let attributes = Cell(NameTable())

  var builder: TreeBuilder {
    _read { yield tree.value }
    _modify { yield &tree.value }
  }

  func element(
    _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?, offset: Int
  ) {
    let number = elements.value.number(local, namespace, prefix) { tree.value.number($0) }
    tree.value.open(number: number, offset: offset)
  }

  /// Adds an attribute from the five pointers that libxml2 passes for it.
  func attribute(_ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
    let number = attributes.value.number(parts[0]!, parts[2], parts[1]) {
      tree.value.attributeNumber($0)
    }
    // Safe: `parts[3]` up to `parts[4]` is the value, which lives until the callback returns.
    let value = UnsafeBufferPointer(start: parts[3], count: parts[4]! - parts[3]!)
    let range = tree.value.append(value)
    tree.value.attribute(number: number, range: range)
  }

  func text(_ start: UnsafePointer<xmlChar>, _ count: Int) {
    tree.value.text(
      // Safe: libxml2 passes `count` bytes that live until the callback returns.
      UnsafeBufferPointer(start: start, count: count),
      offset: isAhead(start) ? offset : max(offset - count, 0))
  }

  func leaf(
    _ kind: NodeKind, target: UnsafePointer<xmlChar>? = nil, _ text: UnsafePointer<xmlChar>?
  ) {
    let target = target.map { String(xml: $0) }
    let name = target.map { tree.value.number(Name(local: $0)) }
    // Safe: a NUL-terminated string that lives until the callback returns.
    let bytes = UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0)
    let range = tree.value.append(bytes)
    let length =
      target.map { $0.utf8.count + (bytes.isEmpty ? 0 : bytes.count + 1) + 4 } ?? bytes.count + 7
    tree.value.leaf(kind, name: name ?? 0, range: range, offset: offset(ofMarkup: length))
  }
}

extension xmlSAXHandler {
  /// Handlers that build our tree; libxml2's own keep what they need of the document type alone.
  mutating func buildTree() {
    startElementNs = { context, local, prefix, namespace, _, _, count, defaulted, attributes in
      guard let local, let (context, session) = TreeSession.ofTree(context) else { return }
      let offset = session.tagOffset
      let attributes = attributes.map { UnsafeMutablePointer(mutating: $0) }
      guard
        session.enter(
          context, offset: offset, attributes: attributes, count: Int(count),
          defaulted: Int(defaulted))
      else { return }
      session.element(local, prefix, namespace, offset: offset)
      for index in 0..<Int(count) { session.attribute(attributes! + index * 5) }
    }
    endElementNs = { context, _, _, _ in
      guard let (_, session) = TreeSession.ofTree(context), !session.hasFailed else { return }
      session.builder.close()
      session.leave()
    }
    let text: charactersSAXFunc = { context, text, count in
      guard let text, let (_, session) = TreeSession.ofTree(context), !session.hasFailed
      else { return }
      session.text(text, Int(count))
    }
    characters = text
    cdataBlock = text
    // The same function for both spares libxml2 the question whether text is blank.
    ignorableWhitespace = text
    comment = { context, text in
      guard let (context, session) = TreeSession.ofTree(context), !session.hasFailed,
        context.pointee.inSubset == 0
      else { return }
      session.leaf(.comment, text)
    }
    processingInstruction = { context, target, text in
      guard let (context, session) = TreeSession.ofTree(context), !session.hasFailed,
        context.pointee.inSubset == 0
      else { return }
      session.leaf(.processingInstruction, target: target, text)
    }
    reference = nil
  }
}

extension TreeSession {
  /// The session of a context whose handlers were set by `buildTree`.
  static func ofTree(_ context: UnsafeMutableRawPointer?) -> (ParserContext, TreeSession)? {
    guard let context = context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let session = context.pointee._private
    else { return nil }
    // Safe: these handlers are only ever set together with a `TreeSession`.
    return (context, Unmanaged<TreeSession>.fromOpaque(session).takeUnretainedValue())
  }
}
