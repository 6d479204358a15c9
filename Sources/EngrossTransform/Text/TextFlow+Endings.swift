import EngrossModel

/// What happens when an element closes.
extension TextFlow {
  mutating func close(_ frame: Frame) {
    if frame.isGroup { groups -= 1 }
    if keepsIdentifiers { identifiers.removeLast() }
    switch frame.ending {
    case .none: break
    case .text: closeText()
    case .block(let gap): closeBlock(gap)
    case .mark(let mark): write(mark)
    case .gap: if textDepth > 0, !rules.preserves { fragment.mark("]") }
    case .note(let treatment, let number): closeNote(treatment, number)
    case .cell:
      let cell = fragments.removeLast()
      tables[tables.count - 1].add(cell)
      if tables[tables.count - 1].isFull { writeTable() }
    case .table:
      writeTable()
      tables.removeLast()
      closeBlock(rules.paragraphGap)
    case .speaker: fragment.runIn()
    case .verseLine: break
    case .glyph(let length):
      let text = glyphs.removeLast()
      if fragment.length == length { writeGlyph(text) }
    case .division:
      closeBlock(rules.paragraphGap)
      endDivision()
    case .header:
      if rules.header == .text { textDepth -= 1 }
      if rules.header == .fields { writeFields() }
    case .document: endUnit(.document)
    }
    if !rules.preserves { fragment.indent = frame.indent }
    fragment.endLabel()
  }

  private mutating func write(_ mark: Frame.Mark) {
    if textDepth == 0 || rules.preserves { return }
    switch mark {
    case .space: fragment.lineBreak(.space)
    case .bracket: fragment.mark("]")
    case .questionAndBracket: fragment.mark("?]")
    }
  }

  private mutating func writeGlyph(_ text: String) {
    var bytes: [UInt8] = []
    if text.hasPrefix("U+"), let scalar = UInt32(text.dropFirst(2), radix: 16) {
      UTF8Scanner.append(scalar, to: &bytes)
    } else {
      bytes = Array(text.utf8)
    }
    // Safe: the array lives through the call.
    bytes.withUnsafeBufferPointer { fragment.verbatim($0, nil) }
  }

  private mutating func writeTable() {
    tables[tables.count - 1].write(to: &fragments[fragments.count - 1])
  }

  private mutating func closeBlock(_ gap: Fragment.Gap) {
    guard textDepth > 0, !rules.preserves else { return }
    if gap != .none { fragment.separate(gap) }
    // The notes of a block follow the outermost one that isn't a division.
    let isOutermost =
      fragments.count == 1 && groups == 0 && frames.last?.holdsBlocks != false
    if isOutermost {
      writeBlockNotes()
      endUnit(.paragraph)
    }
  }

  private mutating func closeNote(_ treatment: Treatment, _ number: Int) {
    let note = (label: "[\(number)] ", text: fragments.removeLast())
    if treatment == .block { blockNotes.append(note) } else { documentNotes.append(note) }
  }

  private mutating func writeBlockNotes() {
    if blockNotes.isEmpty { return }
    write(blockNotes)
    blockNotes.removeAll()
  }

  private mutating func write(_ notes: [(label: String, text: Fragment)]) {
    for note in notes where !note.text.isEmpty {
      fragment.separate(.line)
      fragment.mark(note.label)
      fragment.append(note.text)
      fragment.separate(rules.paragraphGap)
    }
  }

  private mutating func closeText() {
    if !rules.preserves { fragment.separate(rules.paragraphGap) }
    textDepth -= 1
    if textDepth > 0 { return }
    writeBlockNotes()
    write(documentNotes)
    documentNotes.removeAll()
    noteCount = 0
    endUnit(.paragraph)
  }

  private mutating func writeFields() {
    for line in header.fields.lines {
      fragment.separate(.line)
      fragment.mark(line)
    }
    fragment.separate(.blank)
  }
}
