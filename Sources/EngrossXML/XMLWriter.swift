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
private struct Writing {
  private let document: Document
  private var output: [UInt8] = []
  private var scope: NamespaceScope
  private var open: [(name: Int, end: UInt32, bindings: Int)] = []
  private let startTags: ContiguousArray<[UInt8]>
  private let endTags: ContiguousArray<[UInt8]>

  init(_ document: Document) {
    self.document = document
    scope = NamespaceScope(document.names)
    startTags = ContiguousArray(document.names.map { Array("<\($0.qualified)".utf8) })
    endTags = ContiguousArray(document.names.map { Array("</\($0.qualified)>".utf8) })
  }

  mutating func write(_ storage: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    output.reserveCapacity(storage.count + document.nodes.count * 24 + 256)
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    for (index, node) in document.nodes.enumerated() {
      close(before: UInt32(index))
      let bytes = UnsafeBufferPointer(rebasing: storage[node.kind == .element ? 0..<0 : node.range])
      switch node.kind {
      case .element: start(node, index, storage)
      case .text: Escape.text.append(bytes, to: &output)
      case .comment:
        append("<!--")
        output.append(contentsOf: bytes)
        append("-->")
      case .processingInstruction:
        append("<?")
        append(document.name(of: index).qualified)
        if !bytes.isEmpty { append(" ") }
        output.append(contentsOf: bytes)
        append("?>")
      }
      // What stands beside the root stands on lines of its own.
      if open.isEmpty && (node.kind != .element || node.next == index + 1) { append("\n") }
    }
    close(before: UInt32(document.nodes.count))
    return output
  }

  private mutating func start(
    _ node: Node, _ index: Int, _ storage: UnsafeBufferPointer<UInt8>
  ) {
    let name = Int(node.name)
    output.append(contentsOf: startTags[name])
    let bindings = scope.depth
    if !scope.isBound(name) { bind(name) }
    for attribute in document.attributes[node.range] {
      let number = Int(attribute.name)
      let written = document.names[number]
      if !written.prefix.isEmpty && !scope.isBound(number) { bind(number) }
      append(" ")
      append(written.qualified)
      append("=\"")
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

  private mutating func close(before index: UInt32) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      output.append(contentsOf: endTags[last.name])
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
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}
