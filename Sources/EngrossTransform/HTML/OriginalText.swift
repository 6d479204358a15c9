import EngrossModel

/// Which bytes of a document's original text each of its elements holds: `sic`, not `corr`.
struct OriginalText {

  private let first: Int
  private var ranges: [Range<Int>] = []

  /// - Parameter start: the place of the `text` element.
  init(_ document: Document, from start: Int) {
    first = start
    let end = Int(document.nodes[start].next)
    ranges = Array(repeating: 0..<0, count: end - start)
    let rules = document.names.map { Rendering($0) }
    let characters = CharacterDeclarations.scalars(in: document)
    var offset = 0
    var open: [(node: Int, end: Int)] = []
    var choiceEnd = 0
    var index = start
    while index < end {
      while let last = open.last, last.end <= index {
        ranges[last.node - start] = ranges[last.node - start].lowerBound..<offset
        open.removeLast()
      }
      let node = document.nodes[index]
      switch node.kind {
      case .text: offset += node.range.count
      case .element:
        ranges[index - start] = offset..<offset
        let role = rules[Int(node.name)].role
        if role == .choice {
          choiceEnd = max(choiceEnd, Int(node.next))
        } else if role == .description || role == .corrected && index < choiceEnd {
          for inner in index..<Int(node.next) { ranges[inner - start] = offset..<offset }
          index = Int(node.next)
          continue
        } else if role == .character, let id = Element(document: document, index: index)["ref"],
          let scalar = characters[String(id.dropFirst())]
        {
          offset += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
          ranges[index - start] = ranges[index - start].lowerBound..<offset
          index = Int(node.next)
          continue
        }
        open.append((index, Int(node.next)))
      case .comment, .processingInstruction: break
      }
      index += 1
    }
    for last in open { ranges[last.node - start] = ranges[last.node - start].lowerBound..<offset }
  }

  subscript(node: Int) -> Range<Int> { ranges[node - first] }
}
