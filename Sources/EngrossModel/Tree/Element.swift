/// One element of a document, seen in its place.
public struct Element: Sendable {
  /// The document that the element is part of.
  public let document: Document
  package let index: Int

  package init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  /// The element's name.
  public var name: Name { document.name(of: index) }

  /// The value of an attribute, nil when it isn't there.
  ///
  /// - Parameter name: `xml:id` and `xml:lang` as written, else the local name of an attribute
  ///   in no namespace.
  public subscript(name: String) -> String? {
    for attribute in document.attributes(of: index)
    where document.names[Int(attribute.name)].qualified == name {
      return document.string(attribute.range)
    }
    return nil
  }

  /// The elements directly inside this one, in order.
  public var children: [Element] {
    var found: [Element] = []
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      if document.nodes[child].kind == .element {
        found.append(Element(document: document, index: child))
      }
      child = Int(document.nodes[child].next)
    }
    return found
  }

  /// The first child with a TEI name.
  public func first(_ local: String) -> Element? {
    children.first { $0.name.local == local }
  }

  /// This element and all elements inside it with a TEI name, in document order.
  public func all(_ local: String) -> [Element] {
    (index..<Int(document.nodes[index].next)).lazy
      .filter { document.nodes[$0].kind == .element && document.name(of: $0).local == local }
      .map { Element(document: document, index: $0) }
  }

  /// All text inside, as it stands.
  public var text: String {
    var bytes: [UInt8] = []
    for node in document.nodes[index..<Int(document.nodes[index].next)] where node.kind == .text {
      bytes.append(contentsOf: document.storage[node.range])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
