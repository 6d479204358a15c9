/// An XML document as one flat tree: nodes in document order over one buffer of UTF-8.
///
/// Text and attribute values are ranges of `storage`, so that encoding a text copies none of it
/// and a parsed document of any size is four allocations. A tree of any depth is walked without
/// recursion: a node knows where its subtree ends.
public struct Document: Sendable {
  /// The UTF-8 that text and attribute values are ranges of.
  public package(set) var storage: [UInt8]
  package var nodes: ContiguousArray<Node>
  package var attributes: ContiguousArray<Attribute>
  package var names: ContiguousArray<Name>

  package init(
    storage: [UInt8], nodes: ContiguousArray<Node>, attributes: ContiguousArray<Attribute>,
    names: ContiguousArray<Name>
  ) {
    self.storage = storage
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
  }

  /// The outermost element; nil only in a document without nodes.
  public var root: Element? {
    nodes.firstIndex { $0.kind == .element }.map { Element(document: self, index: $0) }
  }

  /// The text of a range of `storage`.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: storage[range], as: UTF8.self)
  }

  package func name(of index: Int) -> Name { names[Int(nodes[index].name)] }

  /// The number by which this document's nodes refer to a name; nil when none has it.
  package func number(of name: Name) -> UInt32? {
    names.firstIndex(of: name).map(UInt32.init)
  }

  package func attributes(of index: Int) -> ArraySlice<Attribute> {
    attributes[nodes[index].range]
  }
}

/// What a node of the tree is.
package enum NodeKind: UInt8, Sendable {
  case element, text, comment, processingInstruction
}

/// One node: 24 bytes, so that the tree of a large document stays in the cache.
package struct Node: Sendable {
  package var kind: NodeKind
  /// Index into the document's names; 0 and unused for text and comments.
  package var name: UInt32
  /// For an element the range of its attributes, else the range of its text in `storage`.
  package var start: UInt32
  package var end: UInt32
  /// Index of the first node after this node's subtree.
  package var next: UInt32
  /// Byte offset of the node in the file that it was parsed from.
  package var offset: UInt32

  package init(
    kind: NodeKind, name: UInt32 = 0, start: UInt32, end: UInt32, next: UInt32, offset: UInt32 = 0
  ) {
    self.kind = kind
    self.name = name
    self.start = start
    self.end = end
    self.next = next
    self.offset = offset
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}
