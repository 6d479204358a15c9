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

  init(_ annotations: [Annotation]) {
    let sorted = annotations.filter { $0.mark.isBlock && !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let parts = Parts(sorted)
    for (index, annotation) in sorted.enumerated() {
      if parts.starts.contains(index), parts.starts.count > 1 {
        close(to: 0)
        enter(.part, annotation)
      }
      add(annotation, parts.places[index])
    }
    close(to: 0)
  }

  /// The blocks, in order.
  var blocks: [Block] {
    steps.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }

  private mutating func add(_ annotation: Annotation, _ place: Block.Place) {
    switch place {
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
    case .text: text(annotation)
    }
    steps.append(.block(Block(annotation: annotation, place: place)))
  }

  private mutating func text(_ annotation: Annotation) {
    close(downTo: .opener, inclusive: true)
    switch annotation.mark {
    case .divisionHead(let division): enter(division, annotation)
    case .speaker:
      close(downTo: .speech, inclusive: true)
      while depth > 0 { leave() }
      enter(.speech, annotation)
    case .item(let level, let label):
      while depth > level || (depth == level && open.last != .list) { leave() }
      if depth < level { enter(.list, annotation) }
      enter(.item(label: label), annotation)
    default: while depth > 0 { leave() }
    }
  }

  /// How many lists are open one inside the other.
  private var depth: Int { open.filter { $0 == .list }.count }

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
