import EngrossModel

/// The text of a TEI document as it stands in `text`, one reading of it.
package struct PlainText {
  private let document: Document
  private let characters: [String: UInt32]
  private let passedOver: Set<UInt32>
  private let choice: UInt32?
  private let description: UInt32?
  private let character: UInt32?

  package init(_ document: Document, reading: Reading) {
    self.document = document
    func number(_ local: String) -> UInt32? {
      document.number(of: Name(namespace: Name.teiNamespace, local: local))
    }
    passedOver = Set(reading.passedOver.compactMap(number))
    choice = number("choice")
    description = number("desc")
    character = number("g")
    characters = DeclaredCharacters.scalars(in: document)
  }

  /// The text as generalised UTF-8; nil when the document has no `text` element of TEI's.
  package func bytes() -> [UInt8]? {
    guard
      let name = document.number(of: Name(namespace: Name.teiNamespace, local: "text")),
      let start = document.nodes.firstIndex(where: { $0.kind == .element && $0.name == name })
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.storage.count)
    var choiceEnd = 0
    var index = start
    let end = Int(document.nodes[start].next)
    while index < end {
      let node = document.nodes[index]
      index += 1
      switch node.kind {
      case .text: bytes.append(contentsOf: document.storage[node.range])
      case .element:
        if node.name == choice {
          choiceEnd = max(choiceEnd, Int(node.next))
        } else if node.name == description || (index <= choiceEnd && passedOver.contains(node.name))
        {
          index = Int(node.next)
        } else if node.name == character, let scalar = scalar(index - 1) {
          UTF8Scanner.append(scalar, to: &bytes)
          index = Int(node.next)
        }
      case .comment, .processingInstruction: break
      }
    }
    return bytes
  }

  /// The character that an empty `g` stands for, where the document declares it.
  private func scalar(_ index: Int) -> UInt32? {
    guard let reference = Element(document: document, index: index)["ref"],
      reference.hasPrefix("#")
    else { return nil }
    return characters[String(reference.dropFirst())]
  }
}
