import EngrossModel

/// What each element does to the text.
extension TextFlow {
  /// The fragment being laid out.
  var fragment: Fragment {
    get { fragments[fragments.count - 1] }
    _modify { yield &fragments[fragments.count - 1] }
  }

  private mutating func separate(_ gap: Fragment.Gap) {
    if textDepth > 0, !rules.preserves { fragment.separate(gap) }
  }

  private mutating func mark(_ text: String) {
    if textDepth > 0, !rules.preserves { fragment.mark(text) }
  }

  mutating func open(
    _ meaning: ElementMeaning, number: Int, _ attributes: borrowing EventAttributes
  ) {
    let parent = frames.last
    let isAmongBlocks = parent?.holdsBlocks != false
    var frame = Frame(
      meaning: number, holdsBlocks: meaning.rule?.holdsBlocks(amongBlocks: isAmongBlocks) == true,
      preserves: preserves(attributes, parent), ending: .none)
    frame.indent = fragment.indent
    if meaning.rule == .nothing || !isWanted(meaning.special, parent, attributes) {
      skipped = 1
      return
    }
    if let special = meaning.special {
      guard open(special, &frame, parent, attributes) else {
        skipped = 1
        return
      }
    }
    if case .none = frame.ending { openBlock(meaning, &frame, parent, attributes) }
    if meaning.rule == .group {
      frame.isGroup = true
      groups += 1
    }
    if keepsIdentifiers { identifiers.append(value(.id, attributes)) }
    frames.append(frame)
  }

  private func preserves(_ attributes: borrowing EventAttributes, _ parent: Frame?) -> Bool {
    switch value(.space, attributes) {
    case "preserve": true
    case "default": false
    default: parent?.preserves == true
    }
  }

  /// A block begins, where the element is one: by the table, or since it stands among blocks.
  private mutating func openBlock(
    _ meaning: ElementMeaning, _ frame: inout Frame, _ parent: Frame?,
    _ attributes: borrowing EventAttributes
  ) {
    let gap: Fragment.Gap
    switch meaning.rule {
    case .division: gap = rules.paragraphGap
    case .group: gap = parent?.holdsBlocks == true ? rules.paragraphGap : .line
    case .paragraph: gap = rules.paragraphGap
    case .line: gap = .line
    case .nothing: return
    case .either, nil:
      if parent?.holdsBlocks != true || meaning.isPoint {
        if meaning.isForeign, textDepth > 0, !rules.preserves {
          fragment.lineBreak(.space)
          frame.ending = .mark(.space)
        }
        return
      }
      gap = rules.paragraphGap
    }
    // Items, lines of verse, what a speaker says and the parts of a reference stand close.
    let isClose =
      switch parent.flatMap({ meanings[$0.meaning].special }) {
      case .list, .item, .lg, .sp, .biblStruct, .analytic, .monogr, .imprint: true
      default: false
      }
    let own = isClose && gap == .blank ? .line : gap
    startUnit(frame.meaning, attributes)
    separate(own)
    frame.ending = .block(own)
  }

  /// Whether a reading of a `choice` or `app` is taken, or text that was added or deleted.
  private mutating func isWanted(
    _ special: SpecialElement?, _ parent: Frame?, _ attributes: borrowing EventAttributes
  ) -> Bool {
    switch special {
    case .add: return rules.revision != .del
    case .del: return rules.revision != .add
    default: break
    }
    guard let parent, let outer = meanings[parent.meaning].special else { return true }
    switch outer {
    case .choice:
      if parent.hasReading { return false }
      let isTaken = special.flatMap { rules.wants($0) } ?? true
      if isTaken { frames[frames.count - 1].hasReading = true }
      return isTaken
    case .app:
      if special != .lem, special != .rdg { return special == .note || special == nil }
      let isTaken = !parent.hasReading && (special == .lem) == (rules.apparatus == .lem)
      // Without a lem, the first reading is the text.
      let isOnly = special == .rdg && !parent.hasReading
      if isTaken || isOnly { frames[frames.count - 1].hasReading = true }
      return isTaken || isOnly
    default: return true
    }
  }

  /// What an element does by itself; false when it's passed over.
  private mutating func open(
    _ special: SpecialElement, _ frame: inout Frame, _ parent: Frame?,
    _ attributes: borrowing EventAttributes
  ) -> Bool {
    switch special {
    case .tei:
      if textDepth == 0 { startDocument(attributes) }
      frame.ending = .document
    case .teiHeader: openHeader(&frame, attributes)
    case .text, .sourceDoc:
      if textDepth == 0 { begin() }
      hasText = true
      textDepth += 1
      separate(rules.paragraphGap)
      frame.ending = .text
    case .supplied:
      if rules.supplied == .drop { return false }
      if rules.supplied == .bracket { bracket(.bracket, &frame) }
    case .unclear:
      if rules.unclear == .drop { return false }
      if rules.unclear == .bracket { bracket(.questionAndBracket, &frame) }
    case .gap:
      if rules.gap == .drop { return false }
      let isBlock = parent?.holdsBlocks == true
      if isBlock { separate(rules.paragraphGap) }
      if rules.gap == .mark {
        mark("[…]")
        if isBlock { separate(rules.paragraphGap) }
        return false
      }
      frame.ending = .gap
      mark("[")
    case .desc:
      // It describes something that isn't text, unless there's a place for it.
      if let parent, case .gap = parent.ending { return true }
      return false
    case .note: return openNote(&frame, parent, attributes)
    case .pb, .cb, .lb: breaks(special, attributes)
    // No word of speech goes on across what is heard or seen between (TEI Guidelines, TS).
    case .space, .pause, .vocal, .kinesic, .incident, .writing, .shift:
      if textDepth > 0, !rules.preserves { fragment.lineBreak(.space) }
    case .fw: return rules.runningHead == .keep
    case .head: return rules.head == .keep
    case .stage: return rules.stage == .keep
    case .speaker:
      if rules.speaker == .drop { return false }
      if rules.speaker == .runIn, !rules.preserves {
        separate(.line)
        frame.ending = .speaker
      }
    case .list: openList(&frame, attributes)
    case .item, .label: openItem(special, &frame, parent, attributes)
    case .table where !rules.preserves && textDepth > 0:
      separate(rules.paragraphGap)
      tables.append(TableLayout(aligned: rules.table == .aligned))
      frame.ending = .table
    case .row where !tables.isEmpty:
      tables[tables.count - 1].beginRow()
      frame.ending = .block(.none)
    case .cell where !tables.isEmpty:
      fragments.append(Fragment())
      frame.ending = .cell
    case .l: openVerseLine(&frame, parent)
    case .figDesc: return rules.figure == .desc
    case .g: return openGlyph(&frame, attributes)
    case .div:
      separate(rules.paragraphGap)
      startDivision(frame.meaning, attributes)
      frame.ending = .division
    default: break
    }
    return true
  }

  private mutating func bracket(_ after: Frame.Mark, _ frame: inout Frame) {
    mark("[")
    frame.ending = .mark(after)
  }

  private mutating func openHeader(_ frame: inout Frame, _ attributes: borrowing EventAttributes) {
    let language = header.fields.languages
    header = HeaderReader(languages: language)
    header.open("teiHeader", [:], isField: false)
    headerDepth = 1
    frame.ending = .header
    if rules.header == .text {
      textDepth += 1
      separate(rules.paragraphGap)
    }
  }

  private mutating func startDocument(_ attributes: borrowing EventAttributes) {
    header = HeaderReader(languages: value(.language, attributes).map { [$0] } ?? [])
    separate(rules.paragraphGap)
  }

  private mutating func openNote(
    _ frame: inout Frame, _ parent: Frame?, _ attributes: borrowing EventAttributes
  ) -> Bool {
    if headerDepth > 0 { return true }
    let type = value(.type, attributes)
    switch rules.note(type: type, place: value(.place, attributes)) {
    case .drop: return false
    case .keep:
      // As any element; but no word goes on across a note.
      if parent?.holdsBlocks != true, !rules.preserves {
        fragment.lineBreak(.space)
        frame.ending = .mark(.space)
      }
    case .inline:
      if parent?.holdsBlocks == true {
        separate(rules.paragraphGap)
        frame.ending = .block(rules.paragraphGap)
      } else {
        fragment.lineBreak(.space)
        bracket(.bracket, &frame)
      }
    case let treatment:
      // Among blocks a note is a block where it stands.
      if parent?.holdsBlocks == true { return true }
      noteCount += 1
      mark("[\(noteCount)]")
      fragments.append(Fragment())
      frame.ending = .note(treatment, number: noteCount)
    }
    return true
  }

  private mutating func breaks(_ special: SpecialElement, _ attributes: borrowing EventAttributes) {
    if textDepth == 0 || rules.preserves { return }
    let treatment =
      special == .pb ? rules.pageBreak : special == .cb ? rules.columnBreak : rules.lineBreak
    let isInWord = value(.break, attributes) == "no"
    switch treatment {
    case .drop:
      // A page's end is no word's end, but a line's is.
      if isInWord { fragment.wordBreak(joining: rules.joinsHyphens) }
    case .space:
      if isInWord {
        fragment.wordBreak(joining: rules.joinsHyphens)
      } else {
        fragment.lineBreak(.space)
      }
    case .newline:
      if isInWord {
        fragment.wordBreak(joining: rules.joinsHyphens, then: .line)
      } else {
        fragment.lineBreak(.line)
      }
    default:
      let number = value(.n, attributes).map { " " + $0 } ?? ""
      if special == .lb {
        mark("|")
        if isInWord { fragment.wordBreak(joining: false) }
      } else {
        fragment.lineBreak(.space)
        mark(special == .pb ? "[page\(number)]" : "[column\(number)]")
        fragment.lineBreak(.space)
      }
    }
  }

  private mutating func openList(_ frame: inout Frame, _ attributes: borrowing EventAttributes) {
    let isRebuilt = rules.list == .rebuild && !rules.preserves
    frame.labels = ListLabels(
      rend: isRebuilt ? value(.rend, attributes) ?? "" : "",
      type: isRebuilt ? value(.type, attributes) ?? "" : "",
      style: isRebuilt ? value(.style, attributes) ?? "" : "")
  }

  private mutating func openItem(
    _ special: SpecialElement, _ frame: inout Frame, _ parent: Frame?,
    _ attributes: borrowing EventAttributes
  ) {
    guard textDepth > 0, !rules.preserves, parent?.labels != nil else { return }
    let depth = frames.count { $0.labels != nil }
    // A label's item goes on behind it.
    if special == .item, parent?.hasReading == true {
      frames[frames.count - 1].hasReading = false
      fragment.runIn()
      frame.ending = .block(.line)
      return
    }
    separate(.line)
    fragment.indent = max(depth - 1, 0) * 2
    if special == .label {
      frames[frames.count - 1].hasReading = true
    } else {
      let number = value(.n, attributes)
      if let label = frames[frames.count - 1].labels?.next(number: number) {
        fragment.begin(label: label)
      }
    }
    frame.ending = .block(.line)
  }

  private mutating func openVerseLine(_ frame: inout Frame, _ parent: Frame?) {
    guard rules.verse == .slashes, !rules.preserves, textDepth > 0 else { return }
    // The first line begins a block; each further one goes on behind a slash.
    if let index = frames.lastIndex(where: { meanings[$0.meaning].special == .lg }) {
      if frames[index].hasReading {
        fragment.runIn()
        mark("/")
        fragment.runIn()
      } else {
        separate(.line)
      }
      frames[index].hasReading = true
    }
    frame.ending = .verseLine
  }

  private mutating func openGlyph(
    _ frame: inout Frame, _ attributes: borrowing EventAttributes
  ) -> Bool {
    if rules.glyph == .drop { return false }
    guard textDepth > 0, let reference = value(.ref, attributes), reference.hasPrefix("#"),
      let text = header.scalars[String(reference.dropFirst())]
    else { return true }
    glyphs.append(text)
    frame.ending = .glyph(length: fragment.length)
    return true
  }
}
