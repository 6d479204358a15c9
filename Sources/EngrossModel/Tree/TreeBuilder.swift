/// Builds a document from its events: open, attribute, text, close.
///
/// Text may be given as a range of the storage that the builder starts with (an encoder's source,
/// which is then never copied) or as new text, which is appended to it.
package struct TreeBuilder {
  private var document: Document
  private var numbers = NameNumbers()
  private var open: [Int] = []
  /// Whether the node added last is text that more text continues.
  private var continuesText = false

  package init(storage: [UInt8] = []) {
    document = Document(storage: storage, nodes: [], attributes: [], names: [])
  }

  /// Makes room for a document of a size, so that reading it copies nothing twice.
  package mutating func reserve(bytes: Int) {
    document.storage.reserveCapacity(bytes)
    // TEI of letters has an element or a text every 60 bytes or so.
    document.nodes.reserveCapacity(bytes / 48)
  }

  package var depth: Int { open.count }
  package var storage: [UInt8] { document.storage }

  /// Opens a TEI element.
  package mutating func open(_ local: String, offset: Int = 0) {
    open(number: number(local), offset: offset)
  }

  /// Opens an element whose name was numbered before.
  package mutating func open(number: UInt32, offset: Int = 0) {
    let first = UInt32(document.attributes.count)
    continuesText = false
    open.append(document.nodes.count)
    document.nodes.append(
      Node(
        kind: .element, name: number, start: first, end: first, next: 0,
        offset: UInt32(truncatingIfNeeded: offset)))
  }

  /// Adds an attribute to the element opened last; only before its content.
  package mutating func attribute(_ name: String, _ value: String) {
    let start = document.storage.count
    document.storage.append(contentsOf: value.utf8)
    attribute(number: attributeNumber(name), range: start..<document.storage.count)
  }

  package mutating func attribute(number: UInt32, range: Range<Int>) {
    document.attributes.append(
      Attribute(
        name: number, start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
    document.nodes[open[open.count - 1]].end = UInt32(document.attributes.count)
  }

  /// Adds text that is a range of the storage.
  package mutating func text(_ range: Range<Int>, offset: Int = 0) {
    if range.isEmpty { return }
    leaf(.text, range: range, offset: offset)
  }

  /// Adds text that the storage doesn't hold yet.
  package mutating func text(_ string: String) {
    let start = document.storage.count
    document.storage.append(contentsOf: string.utf8)
    text(start..<document.storage.count)
  }

  /// Adds new text from bytes; text that follows text directly is one node with it.
  package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    if bytes.isEmpty { return }
    let range = append(bytes)
    if continuesText {
      document.nodes[document.nodes.count - 1].end = UInt32(range.upperBound)
    } else {
      leaf(.text, range: range, offset: offset)
      continuesText = true
    }
  }

  /// Adds new bytes to the storage.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = document.storage.count
    document.storage.append(contentsOf: bytes)
    return start..<document.storage.count
  }

  package mutating func leaf(
    _ kind: NodeKind, name: UInt32 = 0, range: Range<Int>, offset: Int = 0
  ) {
    continuesText = false
    document.nodes.append(
      Node(
        kind: kind, name: name, start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
        next: UInt32(document.nodes.count + 1), offset: UInt32(truncatingIfNeeded: offset)))
  }

  /// Closes the element opened last.
  package mutating func close() {
    continuesText = false
    document.nodes[open.removeLast()].next = UInt32(document.nodes.count)
  }

  /// An element with attributes and text, nothing else.
  package mutating func element(
    _ local: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String = ""
  ) {
    element(local, attributes) { $0.text(text) }
  }

  /// An element with attributes and content.
  package mutating func element(
    _ local: String, _ attributes: KeyValuePairs<String, String> = [:],
    content: (inout TreeBuilder) -> Void
  ) {
    open(local)
    for (name, value) in attributes { attribute(name, value) }
    content(&self)
    close()
  }

  /// The document; every element must be closed.
  package consuming func finish() -> Document {
    precondition(open.isEmpty, "an element is still open")
    return document
  }

  /// The document so far, leaving an empty one; for a builder that can't be consumed.
  package mutating func take() -> Document {
    let built = self
    self = TreeBuilder()
    return built.finish()
  }

  /// The number of an attribute's name.
  package mutating func attributeNumber(_ name: Name) -> UInt32 {
    let key =
      name.namespace.isEmpty || name.namespace == Name.xmlNamespace
      ? name.qualified : "{\(name.namespace)}\(name.local)"
    return numbers[.attribute, key] ?? add(.attribute, key, name)
  }

  /// The number of a name, which is the same for equal names.
  package mutating func number(_ name: Name) -> UInt32 {
    let key = name.namespace == Name.teiNamespace ? name.local : "{\(name.namespace)}\(name.local)"
    return numbers[.element, key] ?? add(.element, key, name)
  }

  private mutating func number(_ local: String) -> UInt32 {
    numbers[.element, local]
      ?? add(.element, local, Name(namespace: Name.teiNamespace, local: local))
  }

  private mutating func attributeNumber(_ name: String) -> UInt32 {
    if let known = numbers[.attribute, name] { return known }
    let isXML = name.hasPrefix("xml:")
    return add(
      .attribute, name,
      isXML
        ? Name(namespace: Name.xmlNamespace, local: String(name.dropFirst(4)), prefix: "xml")
        : Name(local: name))
  }

  private mutating func add(_ kind: NameNumbers.Kind, _ key: String, _ name: Name) -> UInt32 {
    let new = UInt32(document.names.count)
    document.names.append(name)
    numbers.insert(kind, key, number: new)
    return new
  }
}
