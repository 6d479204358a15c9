extension Document {
  /// Tells a receiver all of the tree, as reading its XML would.
  package func tell(_ receiver: some EventReceiver) {
    for (number, name) in names.enumerated() { receiver.name(number, is: name) }
    var attributes = EventAttributes()
    var open: [Int] = []
    let bytes = storage.span
    for (index, node) in nodes.enumerated() {
      while let last = open.last, Int(nodes[last].next) <= index {
        receiver.close(at: Int(nodes[open.removeLast()].offset))
      }
      let offset = Int(node.offset)
      switch node.kind {
      case .element:
        attributes.removeAll()
        for attribute in self.attributes[node.range] {
          attributes.append(Int(attribute.name), bytes.extracting(attribute.range))
        }
        receiver.open(Int(node.name), attributes, at: offset)
        open.append(index)
      case .text: receiver.text(bytes.extracting(node.range), at: offset)
      case .comment: receiver.comment(bytes.extracting(node.range), at: offset)
      case .processingInstruction:
        receiver.instruction(
          names[Int(node.name)].qualified, bytes.extracting(node.range), at: offset)
      }
    }
    while let last = open.popLast() { receiver.close(at: Int(nodes[last].offset)) }
  }
}
