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
  /// The addresses of names.
  let places: Places
  /// The numbers of the footnotes that are written, for marks to point at.
  let footnotes: Set<Int>

  /// The state of one writing: how far the source has been written.
  struct Progress {
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

  private func write(_ block: Block, _ progress: inout Progress, to builder: inout TreeBuilder) {
    if block.place == .text, block.annotation.mark == .anonymousBlock(type: "omission") {
      builder.open("gap")
      builder.attribute("reason", "omitted")
      certainty(block.annotation, to: &builder)
      builder.close()
    }
    let elements = open(block, &progress, to: &builder)
    phrases(in: block, &progress, to: &builder)
    for _ in 0..<elements { builder.close() }
    if block.place == .text { gap(after: block.range, &progress, to: &builder) }
  }

  private func gap(
    after range: Range<Int>, _ progress: inout Progress, to builder: inout TreeBuilder
  ) {
    while progress.gap < gaps.count, gaps[progress.gap].range.lowerBound < range.lowerBound {
      progress.gap += 1
    }
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

  func certainty(_ annotation: Annotation, to builder: inout TreeBuilder) {
    builder.attribute("resp", annotation.responsible)
    builder.attribute("cert", annotation.certainty.rawValue)
  }

  /// The source up to an offset; what XML can't hold stands as `g` (TEI Guidelines, WD).
  func source(to end: Int, _ progress: inout Progress, _ builder: inout TreeBuilder) {
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
