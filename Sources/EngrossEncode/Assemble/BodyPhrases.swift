import EngrossModel

/// The elements of phrases inside a block.
extension Body {
  /// The source of a block, its phrases marked.
  func phrases(
    in block: Block, _ progress: inout Progress, to builder: inout TreeBuilder
  ) {
    let range = block.range
    var open: [Annotation] = []
    while progress.phrase < phrases.count {
      let phrase = phrases[progress.phrase]
      guard phrase.range.lowerBound < range.upperBound else { break }
      progress.phrase += 1
      guard phrase.range.lowerBound >= range.lowerBound,
        phrase.range.upperBound <= range.upperBound,
        block.admits(phrase.mark)
      else { continue }
      while let last = open.last, last.range.upperBound <= phrase.range.lowerBound {
        close(last, &progress, to: &builder)
        open.removeLast()
      }
      if case .noteReference(let number) = phrase.mark, !footnotes.contains(number) { continue }
      if case .runInItem = phrase.mark, open.last?.mark != .runInList { continue }
      source(to: phrase.range.lowerBound, &progress, &builder)
      start(phrase, in: block, to: &builder)
      if !phrase.mark.isPoint { open.append(phrase) }
    }
    for phrase in open.reversed() { close(phrase, &progress, to: &builder) }
    source(to: range.upperBound, &progress, &builder)
  }

  private func start(_ phrase: Annotation, in block: Block, to builder: inout TreeBuilder) {
    switch phrase.mark {
    case .lineBreak: return builder.element("lb")
    case .docAuthor: return builder.open("docAuthor")
    case .wordBreak: return builder.element("lb", ["break": "no"])
    case .pageBreak(let page): return begin(page, to: &builder)
    case .cell: return builder.open("cell")
    case .runInList:
      builder.open("list")
      return builder.attribute("rend", "run-in")
    case .runInItem(let label):
      builder.open("item")
      return builder.attribute("n", label)
    case .noteReference(let number):
      builder.open("ref")
      builder.attribute("type", "footnote")
      return builder.attribute("target", "#footnote-\(number)")
    case .correction:
      builder.open("choice")
      return builder.open("sic")
    case .insertion(let insertion):
      if let reason = insertion.gapReason {
        builder.open("gap")
        builder.attribute("reason", reason)
        certainty(phrase, to: &builder)
        builder.close()
      }
      element(phrase.mark, to: &builder)
    case .persName:
      name("persName", persons.id(of: phrase).map { "#" + $0 }, &builder)
      if case .signed(let role?) = block.annotation.mark { builder.attribute("role", role) }
    case .orgName:
      name("orgName", organisations.id(of: phrase).map { "#" + $0 }, &builder)
    case .placeName:
      name("placeName", places.id(of: phrase).map { "#" + $0 }, &builder)
    case .roleName, .bibl, .provision, .measure, .date, .stageDirection:
      element(phrase.mark, to: &builder)
    default: preconditionFailure("no phrase: \(phrase.mark)")
    }
    certainty(phrase, to: &builder)
  }

  /// Opens the element of a name that points at what it means.
  private func name(_ element: String, _ pointer: String?, _ builder: inout TreeBuilder) {
    builder.open(element)
    if let pointer { builder.attribute("ref", pointer) }
  }

  private func element(_ mark: Mark, to builder: inout TreeBuilder) {
    let (name, attributes) = mark.element
    builder.open(name)
    for attribute in attributes { builder.attribute(attribute.name, attribute.value) }
  }

  private func close(
    _ phrase: Annotation, _ progress: inout Progress, to builder: inout TreeBuilder
  ) {
    source(to: phrase.range.upperBound, &progress, &builder)
    builder.close()
    guard case .correction(let right, let type) = phrase.mark else { return }
    builder.open("corr")
    builder.attribute("type", type)
    certainty(phrase, to: &builder)
    builder.text(right)
    builder.close()
    builder.close()
  }
}
