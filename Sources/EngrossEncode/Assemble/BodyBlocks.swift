import EngrossModel

/// The elements of containers and blocks.
extension Body {
  func open(_ container: Container, to builder: inout TreeBuilder) {
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
    case .attendance(let type):
      builder.open("list")
      builder.attribute("type", "attendance")
      builder.attribute("subtype", type)
    case .speech(let who):
      builder.open("sp")
      if let who { builder.attribute("who", "#" + who) }
    case .item(let label):
      builder.open("item")
      if !label.isEmpty { builder.attribute("n", label) }
    case .quotation: builder.open("quote")
    case .stanza: builder.open("lg")
    case .table: builder.open("table")
    }
  }

  /// Opens the elements of a block, and says how many they are.
  func open(
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
    case (.between, .pageBreak(let page)): begin(page, to: &builder)
    case (.between, .footnote(let label, let number)):
      builder.open("note")
      builder.attribute("type", "footnote")
      builder.attribute("n", label)
      builder.attribute("xml:id", "footnote-\(number)")
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
    default: return text(block.annotation, &progress, to: &builder)
    }
    return 1
  }

  /// Opens the element of a block of text.
  private func text(
    _ annotation: Annotation, _ progress: inout Progress, to builder: inout TreeBuilder
  ) -> Int {
    switch annotation.mark {
    case .speaker: builder.open("speaker")
    case .stage(let type):
      builder.open("stage")
      builder.attribute("type", type)
      certainty(annotation, to: &builder)
    case .participant: builder.open("item")
    case .participantHead: builder.open("head")
    case .verse: builder.open("l")
    case .row: builder.open("row")
    case .anonymousBlock(let type):
      builder.open("ab")
      builder.attribute("type", type)
    default: paragraph(&progress, to: &builder)
    }
    return 1
  }

  /// Begins a page and opens the element of the line that says so.
  func begin(_ page: PageBeginning, to builder: inout TreeBuilder) {
    builder.open("pb")
    if !page.number.isEmpty { builder.attribute("n", page.number) }
    if page.isInWord { builder.attribute("break", "no") }
    builder.close()
    builder.open("fw")
    builder.attribute("type", "pageNum")
  }

  private func paragraph(_ progress: inout Progress, to builder: inout TreeBuilder) {
    progress.paragraphs += 1
    builder.open("p")
    builder.attribute("xml:id", "p-\(progress.paragraphs)")
  }
}
