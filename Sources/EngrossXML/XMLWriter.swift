import EngrossModel

/// Writes a document as XML 1.0 in UTF-8.
package struct XMLWriter: Sendable {
  package init() {}

  /// The document's bytes: an XML declaration, the tree, a newline at the end.
  package func xml(_ document: Document) -> [UInt8] {
    var writing = Writing(document)
    return document.storage.withUnsafeBufferPointer { writing.write($0) }
  }
}

/// One document on its way out: walks the flat tree once, with a stack of what is open.
private struct Writing: ~Copyable {
  /// What is written of a name: its ranges in `tags`.
  private struct Tag {
    let start: Range<Int>
    let end: Range<Int>
    let attribute: Range<Int>
    let isPrefixed: Bool
  }

  private let document: Document
  private var output: ByteSink
  private var scope: NamespaceScope
  private var open: [(name: Int, end: UInt32, bindings: Int)] = []
  /// `<name`, `</name>` and ` name="` of all names.
  private var tags: [UInt8] = []
  private var places: [Tag] = []

  init(_ document: Document) {
    self.document = document
    output = ByteSink(capacity: document.storage.count + document.nodes.count * 24 + 256)
    scope = NamespaceScope(document.names)
    places.reserveCapacity(document.names.count)
    for name in document.names {
      let start = tags.count
      let qualified = name.qualified
      tags.append(contentsOf: "<".utf8)
      tags.append(contentsOf: qualified.utf8)
      let startEnd = tags.count
      tags.append(contentsOf: "</".utf8)
      tags.append(contentsOf: qualified.utf8)
      tags.append(contentsOf: ">".utf8)
      let endEnd = tags.count
      tags.append(contentsOf: " ".utf8)
      tags.append(contentsOf: qualified.utf8)
      tags.append(contentsOf: "=\"".utf8)
      places.append(
        Tag(
          start: start..<startEnd, end: startEnd..<endEnd, attribute: endEnd..<tags.count,
          isPrefixed: !name.prefix.isEmpty))
    }
  }

  mutating func write(_ storage: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // Safe: the pointers don't leave the closures, and nothing changes the arrays meanwhile.
    let (tags, nodes, attributes) = (tags, document.nodes, document.attributes)
    tags.withUnsafeBufferPointer { tags in
      nodes.withUnsafeBufferPointer { nodes in
        attributes.withUnsafeBufferPointer { attributes in
          write(nodes, attributes, tags, storage)
        }
      }
    }
    return output.bytes
  }

  private mutating func write(
    _ nodes: UnsafeBufferPointer<Node>, _ attributes: UnsafeBufferPointer<Attribute>,
    _ tags: UnsafeBufferPointer<UInt8>, _ storage: UnsafeBufferPointer<UInt8>
  ) {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    for (index, node) in nodes.enumerated() {
      close(before: UInt32(index), tags)
      let bytes = UnsafeBufferPointer(rebasing: storage[node.kind == .element ? 0..<0 : node.range])
      switch node.kind {
      case .element:
        start(
          node, index, UnsafeBufferPointer(rebasing: attributes[node.range]), tags, storage)
      case .text: Escape.text.append(bytes, to: &output)
      case .comment:
        append("<!--")
        output.append(bytes)
        append("-->")
      case .processingInstruction:
        append("<?")
        append(document.name(of: index).qualified)
        if !bytes.isEmpty { append(" ") }
        output.append(bytes)
        append("?>")
      }
      // What stands beside the root stands on lines of its own.
      if open.isEmpty && (node.kind != .element || node.next == index + 1) { append("\n") }
    }
    close(before: UInt32(nodes.count), tags)
  }

  private mutating func start(
    _ node: Node, _ index: Int, _ attributes: UnsafeBufferPointer<Attribute>,
    _ tags: UnsafeBufferPointer<UInt8>, _ storage: UnsafeBufferPointer<UInt8>
  ) {
    let name = Int(node.name)
    output.append(UnsafeBufferPointer(rebasing: tags[places[name].start]))
    let bindings = scope.depth
    if !scope.isBound(name) { bind(name) }
    for attribute in attributes {
      let number = Int(attribute.name)
      if places[number].isPrefixed && !scope.isBound(number) { bind(number) }
      output.append(UnsafeBufferPointer(rebasing: tags[places[number].attribute]))
      Escape.attribute.append(UnsafeBufferPointer(rebasing: storage[attribute.range]), to: &output)
      append("\"")
    }
    if node.next == UInt32(index + 1) {
      append("/>")
      scope.leave(to: bindings)
    } else {
      append(">")
      open.append((name, node.next, bindings))
    }
  }

  private mutating func close(before index: UInt32, _ tags: UnsafeBufferPointer<UInt8>) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      output.append(UnsafeBufferPointer(rebasing: tags[places[last.name].end]))
      scope.leave(to: last.bindings)
      if open.isEmpty { append("\n") }
    }
  }

  private mutating func bind(_ number: Int) {
    let name = document.names[number]
    scope.bind(number)
    append(name.prefix.isEmpty ? " xmlns=\"" : " xmlns:\(name.prefix)=\"")
    var namespace = name.namespace
    namespace.withUTF8 { Escape.attribute.append($0, to: &output) }
    append("\"")
  }

  private mutating func append(_ text: StaticString) {
    // Safe: a static string's bytes live as long as the program.
    output.append(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) {
    var text = text
    // Safe: the pointer doesn't leave the closure.
    text.withUTF8 { output.append($0) }
  }
}
