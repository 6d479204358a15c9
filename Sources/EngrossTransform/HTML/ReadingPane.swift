import EngrossModel

/// The text of a document as HTML, by one walk over its tree without recursion.
struct ReadingPane {
  /// A place where a person or an organisation is named.
  struct Mention {
    let anchor: String
    let line: Int
  }

  let document: Document
  let view: PageView
  let renderings: ContiguousArray<Rendering>
  let meanings: ContiguousArray<AttributeMeaning>
  /// By place in the tree, whether a paragraph or heading holds blocks.
  let holdsBlock: Set<Int>
  let characters: [String: UInt32]
  /// The ids that something in the document has, of those that are pointed at.
  let targets: Set<String>
  /// The ids of persons and organisations.
  let things: Set<String>
  let marks: [PageMark]

  var output = HTMLOutput()
  var lines: PageLines
  /// Notes of the reading view, which stand after the text.
  var endnotes: [HTMLOutput] = []
  var mentions: [String: [Mention]] = [:]
  /// The line on which each mark starts.
  var markLines: [Int]
  var frames: [Frame] = []
  var nextMark = 0
  var anchors = 0
  var seenIDs: Set<String> = []
  /// How many links, headings, and elements whose text isn't the source's are open.
  var links = 0
  var silent = 0
  var headings = 0
  var waiting: [HTMLOutput] = []
  var noteNumbers: [Int] = []

  /// An element that is open.
  struct Frame {
    let end: Int
    let closing: Closing
    let holdsBlocks: Bool
    var mark: Int?
    var isLink = false
    var isChoice = false
    var isSilent = false
    var isNote = false
    /// For a division: whether a heading of its own was met.
    var hasHead = false
    var isDivision = false
    /// For a list, table or verse line, whose headings are no headings of the page.
    var isGroup = false
  }

  /// The end tag of an element.
  enum Closing {
    case division, phrase, paragraph, quotation, link, deleted, added, cited, none
    case heading(Int)
  }

  /// Walks from one element to its end.
  mutating func walk(from start: Int) {
    let storage = document.storage
    // Safe: the pointer doesn't leave the closure.
    storage.withUnsafeBufferPointer { storage in
      var index = start
      let end = Int(document.nodes[start].next)
      while index < end {
        while let last = frames.last, last.end <= index { close() }
        let node = document.nodes[index]
        switch node.kind {
        case .text: text(UnsafeBufferPointer(rebasing: storage[node.range]))
        case .element:
          if !open(index, node) {
            lines.pass(over: index, to: Int(node.next), in: document)
            index = Int(node.next)
            continue
          }
        case .comment, .processingInstruction: break
        }
        index += 1
      }
      while !frames.isEmpty { close() }
    }
  }

  // MARK: Text

  private mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if frames.last?.holdsBlocks == true, text.allSatisfy(\.isSpace) {
      lines.skip(text.count)
      return
    }
    if silent > 0 { return output.text(text) }
    lines.write(text, to: &output, numbered: view == .proof && links == 0)
  }

  // MARK: Elements

  /// Opens an element; false to pass over it and all inside.
  private mutating func open(_ index: Int, _ node: Node) -> Bool {
    let rendering = renderings[Int(node.name)]
    let parent = frames.last
    let amongBlocks = parent?.holdsBlocks ?? true
    var mark = takeMark(index)
    switch rendering.role {
    case .nothing, .header: return false
    case .forme where view == .reading: return false
    case .original where view == .reading && parent?.isChoice == true: return false
    case .otherReading where view == .reading: return false
    case .deleted where view == .reading: return false
    case .lineBreak:
      lineBreak(index)
      return false
    case .character:
      character(index)
      return false
    case .pageBreak, .columnBreak, .milestone:
      milestone(index, rendering, mark)
      return false
    default: break
    }
    if view == .reading { mark = nil }
    let isBlock = rendering.isBlock || amongBlocks
    if isBlock { lines.endBlock() }
    if view == .reading, rendering.role == .note, !amongBlocks { return openNote(index, node) }
    open(index, node, rendering, isBlock: isBlock, mark, amongBlocks)
    return true
  }

  private mutating func open(
    _ index: Int, _ node: Node, _ rendering: Rendering, isBlock: Bool, _ mark: Int?,
    _ amongBlocks: Bool
  ) {
    let attributes = PageAttributes(document, index, meanings)
    var frame = Frame(
      end: Int(node.next),
      closing: closing(index, rendering, isBlock: isBlock, attributes),
      holdsBlocks: rendering.holdsBlocks(amongBlocks: amongBlocks), mark: mark,
      isChoice: rendering.role == .choice)
    frame.isDivision = rendering.role == .division || rendering.role == .text
    frame.isGroup = rendering.rule == .group || rendering.rule == .either
    startTag(frame.closing, rendering, attributes, index, mark)
    if case .link = frame.closing {
      frame.isLink = true
      links += 1
    }
    if case .heading = frame.closing { headings += 1 }
    frame.isSilent =
      rendering.role == .description
      || rendering.role == .corrected && frames.last?.isChoice == true
    if frame.isSilent { silent += 1 }
    frames.append(frame)
    if isBlock, let mark { number(mark) }
    within(rendering, attributes)
  }

  /// What stands at the start of an element, before its own content.
  private mutating func within(_ rendering: Rendering, _ attributes: PageAttributes) {
    switch rendering.role {
    case .gap: output.markup("[…]")
    case .pointer: output.text(value(.target, attributes) ?? "")
    case .graphic:
      output.markup("[")
      output.text(value(.url, attributes) ?? rendering.name)
      output.markup("]")
    default: break
    }
  }

  private mutating func closing(
    _ index: Int, _ rendering: Rendering, isBlock: Bool, _ attributes: PageAttributes
  ) -> Closing {
    switch rendering.role {
    case .paragraph where rendering.isParagraph:
      return holdsBlock.contains(index) || !isBlock ? .division : .paragraph
    case .head:
      guard let level = headingLevel(), !holdsBlock.contains(index) else { return .division }
      return .heading(level)
    case .reference, .pointer, .graphic:
      return !isBlock && links == 0 && address(attributes) != nil
        ? .link : isBlock ? .division : .phrase
    case .deleted where !isBlock: return .deleted
    case .added where !isBlock: return .added
    case .title where !isBlock: return .cited
    default:
      if isBlock, rendering.isQuotation { return .quotation }
      return isBlock ? .division : .phrase
    }
  }

  /// The level of a division's heading; nil for one of a list, a table or a figure, or in a heading.
  private mutating func headingLevel() -> Int? {
    guard headings == 0, let last = frames.indices.last, frames[last].isDivision else { return nil }
    let above = frames[..<last].count { $0.isDivision && $0.hasHead }
    frames[last].hasHead = true
    return min(6, (view == .proof ? 3 : 2) + above)
  }

  private mutating func close() {
    let frame = frames.removeLast()
    switch frame.closing {
    case .division, .paragraph, .quotation, .heading: lines.endBlock()
    default:
      if let mark = frame.mark, !frame.isLink { number(mark) }
    }
    if frame.isLink { links -= 1 }
    if frame.isSilent { silent -= 1 }
    if case .heading = frame.closing { headings -= 1 }
    switch frame.closing {
    case .division: output.markup("</div>")
    case .phrase: output.markup("</span>")
    case .paragraph: output.markup("</p>\n")
    case .quotation: output.markup("</blockquote>\n")
    case .link: output.markup("</a>")
    case .deleted: output.markup("</del>")
    case .added: output.markup("</ins>")
    case .cited: output.markup("</cite>")
    case .none: break
    case .heading(let level):
      output.markup("</h")
      output.number(level)
      output.markup(">\n")
    }
    if frame.isNote { closeNote() }
  }

  // MARK: Notes of the reading view

  private mutating func openNote(_ index: Int, _ node: Node) -> Bool {
    let number = endnotes.count + 1
    endnotes.append(HTMLOutput())
    if links == 0 {
      output.markup("<a class=\"noteref\" role=\"doc-noteref\" id=\"back-")
      output.number(number)
      output.markup("\" href=\"#note-")
      output.number(number)
      output.markup("\">")
      output.number(number)
      output.markup("</a>")
    }
    waiting.append(output)
    noteNumbers.append(number)
    output = HTMLOutput()
    output.markup("<li id=\"note-")
    output.number(number)
    output.markup("\"><div class=\"t-note\">")
    frames.append(
      Frame(end: Int(node.next), closing: .none, holdsBlocks: false, isNote: true))
    return true
  }

  private mutating func closeNote() {
    let number = noteNumbers.removeLast()
    output.markup("</div> <a role=\"doc-backlink\" href=\"#back-")
    output.number(number)
    output.markup("\" aria-label=\"Back to note ")
    output.number(number)
    output.markup(" in the text\">↩</a></li>\n")
    endnotes[number - 1] = output
    output = waiting.removeLast()
  }
}
