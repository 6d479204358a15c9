import EngrossModel

/// What happens when an element closes.
extension TextTransformation {
  func close(_ frame: Frame) {
    switch frame.ending {
    case .none: break
    case .text: closeText()
    case .block(let gap): closeBlock(gap)
    case .mark(let text):
      if text.isEmpty {
        fragment.lineBreak(.space)
      } else if textDepth > 0, !rules.preserves {
        fragment.mark(text)
      }
    case .gap: if textDepth > 0, !rules.preserves { fragment.mark("]") }
    case .note(let treatment, let label): closeNote(treatment, label)
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
    case .glyph(let text, let length): if fragment.length == length { writeGlyph(text) }
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

  private func writeGlyph(_ text: String) {
    var bytes: [UInt8] = []
    if text.hasPrefix("U+"), let scalar = UInt32(text.dropFirst(2), radix: 16) {
      UTF8Scanner.append(scalar, to: &bytes)
    } else {
      bytes = Array(text.utf8)
    }
    // Safe: the array lives through the call.
    bytes.withUnsafeBufferPointer { fragment.verbatim($0, nil) }
  }

  private func writeTable() {
    tables[tables.count - 1].write(to: &fragments[fragments.count - 1])
  }

  private func closeBlock(_ gap: Fragment.Gap) {
    guard textDepth > 0, !rules.preserves else { return }
    if gap != .none { fragment.separate(gap) }
    // The notes of a block follow the outermost one that isn't a division.
    let isOutermost =
      fragments.count == 1 && frames.last?.holdsBlocks != false
      && !frames.contains { meanings[$0.meaning]!.rule == .group }
    if isOutermost {
      write(&blockNotes)
      endUnit(.paragraph)
    }
  }

  private func closeNote(_ treatment: Treatment, _ label: String) {
    let note = (label: label, text: fragments.removeLast())
    if treatment == .block { blockNotes.append(note) } else { documentNotes.append(note) }
  }

  private func write(_ notes: inout [(label: String, text: Fragment)]) {
    for note in notes where !note.text.isEmpty {
      fragment.separate(.line)
      fragment.mark(note.label)
      fragment.append(note.text)
      fragment.separate(rules.paragraphGap)
    }
    notes.removeAll()
  }

  private func closeText() {
    if !rules.preserves { fragment.separate(rules.paragraphGap) }
    textDepth -= 1
    if textDepth > 0 { return }
    write(&blockNotes)
    write(&documentNotes)
    noteCount = 0
    endUnit(.paragraph)
  }

  private func writeFields() {
    for line in header.fields.lines {
      fragment.separate(.line)
      fragment.mark(line)
    }
    fragment.separate(.blank)
  }
}
