/// Where each block of a document stands, and which blocks start a part of it.
struct Parts {
  private(set) var places: [Block.Place] = []
  /// The blocks that start a part; the first is one of them.
  private(set) var starts: Set<Int> = [0]

  private enum Phase {
    case start, text, end
  }

  /// What comes after a block, dates, addressees and notes left aside.
  private enum Next {
    case greeting, signature, nothing, other
  }

  init(_ blocks: [Annotation]) {
    let next = Self.next(blocks)
    var phase = Phase.start
    for (index, block) in blocks.enumerated() {
      let place = Self.place(block.mark, phase, next[index])
      places.append(place)
      switch place {
      case .note, .between: continue
      case .opener, .head:
        if phase != .start { starts.insert(index) }
        phase = .start
      case .text:
        if phase == .end { starts.insert(index) }
        // A division inside the document may have an opener of its own.
        if case .divisionHead = block.mark { phase = .start } else { phase = .text }
      case .closer, .end: phase = .end
      }
    }
  }

  private static func place(_ mark: Mark, _ phase: Phase, _ next: Next) -> Block.Place {
    switch mark {
    case .note, .runningHead: return .note
    case .pageBreak, .footnote: return .between
    case .signed, .closingSalute, .attestation, .notation: return phase == .start ? .text : .closer
    case .postscript, .trailer: return phase == .start ? .text : .end
    case .dateline, .address:
      switch (phase, next) {
      case (.start, _): return .opener
      case (_, .signature), (_, .nothing): return .closer
      case (.end, _), (_, .greeting): return .opener
      // A date on its line in the midst of a text starts what was written on that day.
      default: return mark == .dateline ? .opener : .text
      }
    case .byline, .preliminary(type: "number"), .preliminary(type: "endorsement"):
      return phase == .text ? .text : .head
    case .preliminary: return phase == .text ? .text : .opener
    case .openingSalute: return phase == .text ? .text : .opener
    case .head: return phase == .text ? .text : .head
    default: return .text
    }
  }

  private static func next(_ blocks: [Annotation]) -> [Next] {
    var next = Next.nothing
    var all: [Next] = []
    for block in blocks.reversed() {
      all.append(next)
      switch block.mark {
      case .note, .runningHead, .dateline, .address, .pageBreak, .footnote: continue
      case .signed, .closingSalute, .postscript, .trailer, .attestation, .notation:
        next = .signature
      case .openingSalute: next = .greeting
      default: next = .other
      }
    }
    return all.reversed()
  }
}
