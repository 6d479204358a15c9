extension Document {
  /// The tree as lines that a person can read: one node a line, indented by depth, text in quotes.
  ///
  /// The golden form of the tests; nothing reads it back.
  public func dump() -> String {
    var lines = ""
    var ends: [UInt32] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, end <= UInt32(index) { ends.removeLast() }
      lines += String(repeating: "  ", count: ends.count)
      switch node.kind {
      case .element:
        lines += name(of: index).qualified
        for attribute in attributes(of: index) {
          lines += " \(names[Int(attribute.name)].qualified)=\(quoted(attribute.range))"
        }
        ends.append(node.next)
      case .text: lines += quoted(node.range)
      case .comment: lines += "comment \(quoted(node.range))"
      case .processingInstruction:
        lines += "instruction \(name(of: index).qualified) \(quoted(node.range))"
      }
      lines += "\n"
    }
    return lines
  }

  private func quoted(_ range: Range<Int>) -> String {
    var quoted = "\""
    for scalar in string(range).unicodeScalars {
      quoted += scalar.escaped()
    }
    return quoted + "\""
  }
}
