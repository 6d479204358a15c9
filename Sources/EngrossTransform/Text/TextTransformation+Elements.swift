import EngrossModel

/// What each element does to the text.
extension TextTransformation {
  /// The fragment being laid out.
  var fragment: Fragment {
    get { fragments[fragments.count - 1] }
    _modify { yield &fragments[fragments.count - 1] }
  }

  private func separate(_ gap: Fragment.Gap) {
    if textDepth > 0, !rules.preserves { fragment.separate(gap) }
  }

  private func mark(_ text: String) {
    if textDepth > 0, !rules.preserves { fragment.mark(text) }
  }

  func open(_ meaning: ElementMeaning, number: Int, _ attributes: borrowing EventAttributes) {
    let parent = frames.last
    let isAmongBlocks = parent?.holdsBlocks != false
    var frame = Frame(
      meaning: number, holdsBlocks: meaning.rule?.holdsBlocks(amongBlocks: isAmongBlocks) == true,
      preserves: preserves(attributes, parent), id: value("xml:id", attributes), ending: .none)
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
    if case .none = frame.ending { openBlock(meaning, &frame, parent) }
    frames.append(frame)
  }

  private func preserves(_ attributes: borrowing EventAttributes, _ parent: Frame?) -> Bool {
    switch value("xml:space", attributes) {
    case "preserve": true
    case "default": false
    default: parent?.preserves == true
    }
  }

  /// A block begins, where the element is one: by the table, or since it stands among blocks.
  private func openBlock(_ meaning: ElementMeaning, _ frame: inout Frame, _ parent: Frame?) {
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
          frame.ending = .mark("")
        }
        return
      }
      gap = rules.paragraphGap
    }
    // Items, lines of verse and what a speaker says stand close.
    let isClose =
      switch parent.flatMap({ meanings[$0.meaning]!.special }) {
      case .list, .item, .lg, .sp: true
      default: false
      }
    let own = isClose && gap == .blank ? .line : gap
    startUnit(meaning, frame)
    separate(own)
    frame.ending = .block(own)
  }

  /// Whether a reading of a `choice` or `app` is taken, or text that was added or deleted.
  private func isWanted(
    _ special: SpecialElement?, _ parent: Frame?, _ attributes: borrowing EventAttributes
  ) -> Bool {
    switch special {
    case .add: return rules.policy[.revision] != .del
    case .del: return rules.policy[.revision] != .add
    default: break
    }
    guard let parent, let outer = meanings[parent.meaning]!.special else { return true }
    switch outer {
    case .choice:
      if parent.hasReading { return false }
      let isTaken = special.flatMap { rules.wants($0) } ?? true
      if isTaken { frames[frames.count - 1].hasReading = true }
      return isTaken
    case .app:
      if special != .lem, special != .rdg { return special == .note || special == nil }
      let isTaken = !parent.hasReading && (special == .lem) == (rules.policy[.apparatus] == .lem)
      // Without a lem, the first reading is the text.
      let isOnly = special == .rdg && !parent.hasReading
      if isTaken || isOnly { frames[frames.count - 1].hasReading = true }
      return isTaken || isOnly
    default: return true
    }
  }

  /// What an element does by itself; false when it's passed over.
  private func open(
    _ special: SpecialElement, _ frame: inout Frame, _ parent: Frame?,
    _ attributes: borrowing EventAttributes
  ) -> Bool {
    let policy = rules.policy
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
      if policy[.supplied] == .drop { return false }
      if policy[.supplied] == .bracket { bracket("[", "]", &frame) }
    case .unclear:
      if policy[.unclear] == .drop { return false }
      if policy[.unclear] == .bracket { bracket("[", "?]", &frame) }
    case .gap:
      if policy[.gap] == .drop { return false }
      let isBlock = parent?.holdsBlocks == true
      if isBlock { separate(rules.paragraphGap) }
      if policy[.gap] == .mark {
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
    case .space: if textDepth > 0, !rules.preserves { fragment.lineBreak(.space) }
    case .fw: return policy[.runningHead] == .keep
    case .head: return policy[.head] == .keep
    case .stage: return policy[.stage] == .keep
    case .speaker:
      if policy[.speaker] == .drop { return false }
      if policy[.speaker] == .runIn, !rules.preserves {
        separate(.line)
        frame.ending = .speaker
      }
    case .list: openList(&frame, attributes)
    case .item, .label: openItem(special, &frame, parent, attributes)
    case .table where !rules.preserves && textDepth > 0:
      separate(rules.paragraphGap)
      tables.append(TableLayout(aligned: policy[.table] == .aligned))
      frame.ending = .table
    case .row where !tables.isEmpty:
      tables[tables.count - 1].beginRow()
      frame.ending = .block(.none)
    case .cell where !tables.isEmpty:
      fragments.append(Fragment())
      frame.ending = .cell
    case .l: openVerseLine(&frame, parent)
    case .figDesc: return policy[.figure] == .desc
    case .g: return openGlyph(&frame, attributes)
    case .div:
      separate(rules.paragraphGap)
      startDivision(frame, attributes)
      frame.ending = .division
    default: break
    }
    return true
  }

  private func bracket(_ before: String, _ after: String, _ frame: inout Frame) {
    mark(before)
    frame.ending = .mark(after)
  }

  private func openHeader(_ frame: inout Frame, _ attributes: borrowing EventAttributes) {
    let language = header.fields.languages
    header = HeaderReader(languages: language)
    header.open("teiHeader", [:])
    headerDepth = 1
    frame.ending = .header
    if rules.header == .text {
      textDepth += 1
      separate(rules.paragraphGap)
    }
  }

  private func startDocument(_ attributes: borrowing EventAttributes) {
    header = HeaderReader(languages: value("xml:lang", attributes).map { [$0] } ?? [])
    separate(rules.paragraphGap)
  }

  private func openNote(
    _ frame: inout Frame, _ parent: Frame?, _ attributes: borrowing EventAttributes
  ) -> Bool {
    if headerDepth > 0 { return true }
    let type = value("type", attributes)
    switch rules.note(type: type, place: value("place", attributes)) {
    case .drop: return false
    case .keep:
      // As any element; but no word goes on across a note.
      if parent?.holdsBlocks != true, !rules.preserves {
        fragment.lineBreak(.space)
        frame.ending = .mark("")
      }
    case .inline:
      if parent?.holdsBlocks == true {
        separate(rules.paragraphGap)
        frame.ending = .block(rules.paragraphGap)
      } else {
        fragment.lineBreak(.space)
        bracket("[", "]", &frame)
      }
    case let treatment:
      // Among blocks a note is a block where it stands.
      if parent?.holdsBlocks == true { return true }
      noteCount += 1
      mark("[\(noteCount)]")
      fragments.append(Fragment())
      frame.ending = .note(treatment, label: "[\(noteCount)] ")
    }
    return true
  }

  private func breaks(_ special: SpecialElement, _ attributes: borrowing EventAttributes) {
    if textDepth == 0 || rules.preserves { return }
    let point: PolicyPoint =
      special == .pb ? .pageBreak : special == .cb ? .columnBreak : .lineBreak
    let isInWord = value("break", attributes) == "no"
    switch rules.policy[point] {
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
      let number = value("n", attributes).map { " " + $0 } ?? ""
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

  private func openList(_ frame: inout Frame, _ attributes: borrowing EventAttributes) {
    let isRebuilt = rules.policy[.list] == .rebuild && !rules.preserves
    frame.labels = ListLabels(
      rend: isRebuilt ? value("rend", attributes) ?? "" : "",
      type: isRebuilt ? value("type", attributes) ?? "" : "",
      style: isRebuilt ? value("style", attributes) ?? "" : "")
  }

  private func openItem(
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
    } else if let label = frames[frames.count - 1].labels?.next(number: value("n", attributes)) {
      fragment.begin(label: label)
    }
    frame.ending = .block(.line)
  }

  private func openVerseLine(_ frame: inout Frame, _ parent: Frame?) {
    guard rules.policy[.verse] == .slashes, !rules.preserves, textDepth > 0 else { return }
    // The first line begins a block; each further one goes on behind a slash.
    if let index = frames.lastIndex(where: { meanings[$0.meaning]!.special == .lg }) {
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

  private func openGlyph(
    _ frame: inout Frame, _ attributes: borrowing EventAttributes
  ) -> Bool {
    if rules.policy[.glyph] == .drop { return false }
    guard textDepth > 0, let reference = value("ref", attributes), reference.hasPrefix("#"),
      let text = header.scalars[String(reference.dropFirst())]
    else { return true }
    frame.ending = .glyph(text, length: fragment.length)
    return true
  }
}
