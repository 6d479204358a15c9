import EngrossModel

/// A document as one HTML page.
package struct DocumentPage {
  package let bytes: [UInt8]
  /// What is inferred in it, for an index of pages.
  package let summary: PageSummary

  /// - Parameters:
  ///   - name: what the document is called, such as `letter`.
  ///   - source: its original text, where it's one that Engross encoded.
  ///   - evidence: what Engross says of this text.
  /// - Returns: nil when the document has no TEI `text` element.
  package init?(
    _ document: Document, name: String, view: PageView, source: [UInt8]?, evidence: [Evidence]
  ) {
    guard let tei = document.number(of: Name(namespace: Name.teiNamespace, local: "text")),
      let start = document.nodes.firstIndex(where: { $0.kind == .element && $0.name == tei })
    else { return nil }
    let facts = PageFacts(document, name: name)
    let marks =
      view == .proof
      ? PageMarks(document, text: start, evidence: evidence, source: source ?? []).list : []
    let things = PageThings(document)
    let isCorpus = document.root?.name.local == "teiCorpus"
    var pane = ReadingPane(
      document: document, view: view, start: start, source: source, marks: marks, things: things.ids
    )
    pane.walk(from: isCorpus ? document.root?.index ?? start : start)
    pane.lines.end()
    var page = Page(facts: facts, name: name, marks: marks, pane: pane, things: things)
    bytes = view == .proof ? page.proof(hasSource: source != nil) : page.reading()
    summary = PageSummary(
      name: name, title: facts.title, marks: marks, lines: pane.markLines)
  }
}

extension ReadingPane {
  init(
    document: Document, view: PageView, start: Int, source: [UInt8]?, marks: [PageMark],
    things: Set<String>
  ) {
    let renderings = ContiguousArray(document.names.map { Rendering($0) })
    let meanings = ContiguousArray(document.names.map { AttributeMeaning($0) })
    self.document = document
    self.view = view
    self.renderings = renderings
    self.meanings = meanings
    self.marks = marks
    self.things = things
    characters = CharacterDeclarations.scalars(in: document)
    holdsBlock = Self.holdingBlocks(document, renderings)
    targets = Self.targets(document, meanings)
    let original = source == nil ? nil : OriginalText(document, from: start)
    lines = PageLines(source: source, original: original, isListed: view == .proof)
    markLines = Array(repeating: 0, count: marks.count)
    output.reserve(document.storage.count * 2)
  }

  /// The paragraphs and headings that hold a block, which HTML's own can't.
  private static func holdingBlocks(
    _ document: Document, _ renderings: ContiguousArray<Rendering>
  ) -> Set<Int> {
    var holding: Set<Int> = []
    var open: [(node: Int, end: Int)] = []
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      while let last = open.last, last.end <= index { open.removeLast() }
      let rendering = renderings[Int(node.name)]
      if rendering.isBlock || rendering.role == .list || rendering.role == .table {
        for outer in open.reversed() where !holding.insert(outer.node).inserted { break }
      }
      if rendering.role == .paragraph || rendering.role == .head {
        open.append((index, Int(node.next)))
      }
    }
    return holding
  }

  /// The ids that something points at and something has.
  private static func targets(
    _ document: Document, _ meanings: ContiguousArray<AttributeMeaning>
  ) -> Set<String> {
    var pointers: Set<String> = []
    for attribute in document.attributes where meanings[Int(attribute.name)] == .target {
      // Most lead elsewhere.
      guard document.storage[attribute.range].first(where: { !$0.isSpace }) == UInt8(ascii: "#"),
        case .inside(let id)? = SafeAddress(document.string(attribute.range))
      else { continue }
      pointers.insert(id)
    }
    if pointers.isEmpty { return [] }
    var ids: Set<String> = []
    for attribute in document.attributes where meanings[Int(attribute.name)] == .id {
      let id = document.string(attribute.range)
      if pointers.contains(id) { ids.insert(id) }
    }
    return ids
  }
}
