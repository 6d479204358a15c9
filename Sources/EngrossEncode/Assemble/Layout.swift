/// Orders a document's blocks so that the divisions are such as TEI allows.
///
/// A division starts with openers and heads, has its text, then divisions inside it, and ends with
/// closers. Text after a closer starts a part of its own: a letter inside a report, an oath below a
/// petition. A block that a recogniser put where none can stand becomes a paragraph: markup is
/// dropped, never text.
struct Layout {
  /// One step of writing a document.
  enum Step {
    case open(Container, at: Int)
    case block(Block)
    case close
  }

  private(set) var steps: [Step] = []
  private var open: [Container] = []
  private let speakers: Speakers

  init(_ annotations: [Annotation], _ speakers: Speakers) {
    self.speakers = speakers
    let sorted = annotations.filter { $0.mark.isBlock && !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let parts = Parts(sorted)
    let levels = Self.levels(sorted, parts.places)
    for (index, annotation) in sorted.enumerated() {
      if parts.starts.contains(index), parts.starts.count > 1 {
        close(to: 0)
        enter(.part, annotation)
      }
      add(annotation, parts.places[index], levels[index])
    }
    close(to: 0)
  }

  /// For each block the level of the list that goes on after it, 0 for none.
  private static func levels(_ blocks: [Annotation], _ places: [Block.Place]) -> [Int] {
    var levels: [Int] = []
    var level = 0
    for (block, place) in zip(blocks, places).reversed() {
      switch (place, block.mark) {
      case (.between, _): break
      case (.text, .item(let own, _, let continues)): level = continues ? own : own - 1
      case (.text, .divisionHead), (.text, .speaker): level = 0
      case (.text, _): break
      default: level = 0
      }
      levels.append(level)
    }
    return levels.reversed()
  }

  /// The blocks, in order.
  var blocks: [Block] {
    steps.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  private mutating func add(_ annotation: Annotation, _ place: Block.Place, _ level: Int) {
    switch place {
    case .between: break
    case .note:
      while let last = open.last, !last.holdsNotes { leave() }
    case .opener: if open.last != .opener { enter(.opener, annotation) }
    case .head: close(downTo: .opener, inclusive: true)
    case .closer:
      if open.last != .closer {
        closeText()
        enter(.closer, annotation)
      }
    case .end: closeText()
    case .text: text(annotation, level)
    }
    steps.append(.block(Block(annotation: annotation, place: place)))
  }

  private mutating func text(_ annotation: Annotation, _ level: Int) {
    close(downTo: .opener, inclusive: true)
    switch annotation.mark {
    case .divisionHead(let division): enter(division, annotation)
    case .speaker:
      leaveInner()
      if let index = open.lastIndex(where: \.isSpeech) { close(to: index) }
      enter(.speech(who: speakers.id(of: annotation)), annotation)
    case .item(let level, let label, _):
      while let last = open.last, last.isInner,
        depth > level || depth == level && last != .list || last != .list && !last.isItem
      {
        leave()
      }
      if depth < level { enter(.list, annotation) }
      enter(.item(label: label), annotation)
    case .quotation: hold(.quotation, annotation, level)
    case .verse(let stanza): hold(.stanza(stanza), annotation, level)
    case .row(let table): hold(.table(table), annotation, level)
    case .participant(let type): hold(.attendance(type: type), annotation, level)
    case .participantHead(let type): start(.attendance(type: type), annotation, level)
    default: leaveInner(to: level)
    }
  }

  /// Opens a container of blocks of one kind, unless it's open already.
  private mutating func hold(_ container: Container, _ annotation: Annotation, _ level: Int) {
    if open.last == container { return }
    leaveInner(to: level)
    enter(container, annotation)
  }

  /// Opens a container with one of its headings; those that follow at once are of the same one.
  private mutating func start(_ container: Container, _ annotation: Annotation, _ level: Int) {
    if open.last == container, case .block(let last) = steps.last,
      case .participantHead = last.annotation.mark
    {
      return
    }
    leaveInner(to: level)
    enter(container, annotation)
  }

  /// How many lists are open one inside the other.
  private var depth: Int { open.filter { $0 == .list }.count }

  /// Leaves what stands among the blocks; a block between two items of a list belongs to the first,
  /// so that the list goes on.
  private mutating func leaveInner(to level: Int = 0) {
    let isKept = level > 0 && depth >= level
    while open.last?.isInner == true {
      if isKept, depth == level, open.last?.isItem == true { return }
      leave()
    }
  }

  /// Opens a division beside or inside those that are open.
  ///
  /// A heading that follows another at once is one more heading of the same division.
  private mutating func enter(_ division: Division, _ annotation: Annotation) {
    if case .division(let outer) = open.last, case .block(let last) = steps.last,
      case .divisionHead = last.annotation.mark, division.kind == .unnumbered || outer == division
    {
      return
    }
    while let last = open.last {
      if case .division(let outer) = last, outer.rank < division.rank { break }
      if last == .part { break }
      leave()
    }
    enter(.division(division), annotation)
  }

  private mutating func enter(_ container: Container, _ annotation: Annotation) {
    open.append(container)
    steps.append(.open(container, at: annotation.range.lowerBound))
  }

  private mutating func leave() {
    open.removeLast()
    steps.append(.close)
  }

  private mutating func close(to depth: Int) {
    while open.count > depth { leave() }
  }

  /// Closes what is open inside the innermost container of a kind, and that too if asked.
  private mutating func close(downTo container: Container, inclusive: Bool = false) {
    guard let index = open.lastIndex(of: container) else { return }
    close(to: inclusive ? index : index + 1)
  }

  /// Closes all but the part: a closer ends the whole of it.
  private mutating func closeText() { close(to: open.first == .part ? 1 : 0) }
}
