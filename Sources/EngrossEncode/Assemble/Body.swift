import EngrossModel

/// Writes the text with its markup: all bytes of the source, in order, and nothing else.
struct Body {
  let text: TokenisedText
  let layout: Layout
  let phrases: [Annotation]
  let gaps: [Annotation]
  let genre: String?
  let reading: Reading
  let persons: Persons
  let organisations: Organisations

  /// The state of one writing: how far the source has been written.
  private struct Progress {
    var offset = 0
    var phrase = 0
    var unrepresentable = 0
    var gap = 0
    var paragraphs = 0
    var notes = 0
  }

  func write(to builder: inout TreeBuilder) {
    var progress = Progress()
    builder.open("div")
    builder.attribute("type", "document")
    if let genre { builder.attribute("subtype", genre) }
    builder.attribute("xml:id", "document-1")
    if layout.steps.isEmpty { builder.element("p", ["xml:id": "p-1"], "") }
    for step in layout.steps {
      switch step {
      case .open(let container, let offset):
        between(offset, &progress, to: &builder)
        open(container, to: &builder)
      case .block(let block):
        between(block.range.lowerBound, &progress, to: &builder)
        write(block, &progress, to: &builder)
      case .close: builder.close()
      }
    }
    between(text.bytes.count, &progress, to: &builder)
    builder.close()
  }

  /// White space between blocks.
  private func between(_ end: Int, _ progress: inout Progress, to builder: inout TreeBuilder) {
    guard end > progress.offset else { return }
    builder.text(progress.offset..<end)
    progress.offset = end
  }

  private func open(_ container: Container, to builder: inout TreeBuilder) {
    switch container {
    case .part:
      builder.open("div")
      builder.attribute("type", "part")
    case .division(let division):
      builder.open("div")
      builder.attribute(
        "type", division.kind == .unnumbered ? "section" : division.kind.rawValue)
      if !division.number.isEmpty { builder.attribute("n", division.number) }
    case .opener: builder.open("opener")
    case .closer: builder.open("closer")
    case .list: builder.open("list")
    case .speech: builder.open("sp")
    case .item(let label):
      builder.open("item")
      if !label.isEmpty { builder.attribute("n", label) }
    }
  }

  private func write(_ block: Block, _ progress: inout Progress, to builder: inout TreeBuilder) {
    let elements = open(block, &progress, to: &builder)
    phrases(of: block, &progress, to: &builder)
    for _ in 0..<elements { builder.close() }
    if block.place == .text { gap(after: block.range, &progress, to: &builder) }
  }

  /// Opens the elements of a block, and says how many they are.
  private func open(
    _ block: Block, _ progress: inout Progress, to builder: inout TreeBuilder
  ) -> Int {
    switch (block.place, block.annotation.mark) {
    case (.head, .byline): builder.open("byline")
    case (.head, .preliminary(type: "endorsement")):
      builder.open("note")
      builder.attribute("type", "endorsement")
    case (.head, .preliminary(let type)):
      builder.open("head")
      builder.attribute("type", type)
    case (.head, _), (_, .divisionHead): builder.open("head")
    case (.note, .runningHead):
      builder.open("fw")
      builder.attribute("type", "header")
    case (.note, .note(let subtype)):
      progress.notes += 1
      builder.open("note")
      builder.attribute("type", "editorial")
      if let subtype { builder.attribute("subtype", subtype) }
      builder.attribute("xml:id", "note-\(progress.notes)")
      certainty(block.annotation, to: &builder)
    case (.opener, .openingSalute), (.closer, .closingSalute): builder.open("salute")
    case (.opener, .dateline), (.closer, .dateline): builder.open("dateline")
    case (.opener, .address), (.closer, .address):
      builder.open("address")
      builder.open("addrLine")
      return 2
    case (.opener, .preliminary(let type)), (.closer, .notation(let type)):
      builder.open("seg")
      builder.attribute("type", type)
    case (.closer, .signed): builder.open("signed")
    case (.closer, .attestation), (_, .item): return 0
    case (.end, .trailer): builder.open("trailer")
    case (.end, .postscript):
      builder.open("postscript")
      paragraph(&progress, to: &builder)
      return 2
    case (_, .speaker): builder.open("speaker")
    case (_, .stage): builder.open("stage")
    default: paragraph(&progress, to: &builder)
    }
    return 1
  }

  private func paragraph(_ progress: inout Progress, to builder: inout TreeBuilder) {
    progress.paragraphs += 1
    builder.open("p")
    builder.attribute("xml:id", "p-\(progress.paragraphs)")
  }

  private func gap(
    after range: Range<Int>, _ progress: inout Progress, to builder: inout TreeBuilder
  ) {
    guard progress.gap < gaps.count, gaps[progress.gap].range == range,
      case .gap(let reason, let description) = gaps[progress.gap].mark
    else { return }
    builder.open("gap")
    builder.attribute("reason", reason)
    builder.attribute("unit", "item")
    certainty(gaps[progress.gap], to: &builder)
    builder.element("desc", [:], description)
    builder.close()
    progress.gap += 1
  }

  /// The source of a block, its phrases marked.
  private func phrases(
    of block: Block, _ progress: inout Progress, to builder: inout TreeBuilder
  ) {
    let range = block.range
    var open: [Annotation] = []
    while progress.phrase < phrases.count {
      let phrase = phrases[progress.phrase]
      guard phrase.range.lowerBound < range.upperBound else { break }
      progress.phrase += 1
      guard phrase.range.lowerBound >= range.lowerBound,
        phrase.range.upperBound <= range.upperBound
      else { continue }
      while let last = open.last, last.range.upperBound <= phrase.range.lowerBound {
        close(last, &progress, to: &builder)
        open.removeLast()
      }
      source(to: phrase.range.lowerBound, &progress, &builder)
      start(phrase, in: block, to: &builder)
      if phrase.mark != .lineBreak { open.append(phrase) }
    }
    for phrase in open.reversed() { close(phrase, &progress, to: &builder) }
    source(to: range.upperBound, &progress, &builder)
  }

  private func start(_ phrase: Annotation, in block: Block, to builder: inout TreeBuilder) {
    switch phrase.mark {
    case .lineBreak: return builder.element("lb")
    case .docAuthor: return builder.open("docAuthor")
    case .correction:
      builder.open("choice")
      return builder.open("sic")
    case .persName:
      builder.open("persName")
      if let id = persons.id(of: reading.string(phrase.range)) {
        builder.attribute("ref", "#" + id)
      }
      if case .signed(let role?) = block.annotation.mark { builder.attribute("role", role) }
    case .orgName:
      builder.open("orgName")
      if let id = organisations.id(of: reading.string(phrase.range)) {
        builder.attribute("ref", "#" + id)
      }
    case .roleName: builder.open("roleName")
    case .placeName: builder.open("placeName")
    case .date(let value):
      builder.open("date")
      for attribute in value.attributes { builder.attribute(attribute.name, attribute.value) }
    default: preconditionFailure("no phrase: \(phrase.mark)")
    }
    certainty(phrase, to: &builder)
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

  private func certainty(_ annotation: Annotation, to builder: inout TreeBuilder) {
    builder.attribute("resp", "#engross")
    builder.attribute("cert", annotation.certainty.rawValue)
  }

  /// The source up to an offset; what XML can't hold stands as `g` (TEI Guidelines, WD).
  private func source(to end: Int, _ progress: inout Progress, _ builder: inout TreeBuilder) {
    let all = text.unrepresentable
    while progress.unrepresentable < all.count,
      all[progress.unrepresentable].range.lowerBound < end
    {
      let character = all[progress.unrepresentable]
      builder.text(progress.offset..<character.range.lowerBound)
      builder.element("g", ["ref": "#" + character.id])
      progress.offset = character.range.upperBound
      progress.unrepresentable += 1
    }
    builder.text(progress.offset..<max(progress.offset, end))
    progress.offset = max(progress.offset, end)
  }
}
