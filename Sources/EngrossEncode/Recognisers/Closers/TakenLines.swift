/// The lines that other recognisers took, by what they are.
struct TakenLines {
  private var notes: Set<Int> = []
  private(set) var salutes: Set<Int> = []
  private(set) var datelines: Set<Int> = []
  /// The lines of sentences that say where and when something was done, as treaties end.
  private(set) var done: Set<Int> = []
  private var texts: Set<Int> = []

  private static let starts = Formulas.words("dateline-start")

  init(_ text: TokenisedText, _ found: Findings) {
    for annotation in found.annotations where annotation.mark.isBlock {
      let lines =
        found.line(
          at: annotation.range.lowerBound)...found.line(at: annotation.range.upperBound - 1)
      switch annotation.mark {
      case .closingSalute: salutes.formUnion(lines)
      case .dateline:
        datelines.formUnion(lines)
        let first = text.tokens[text.lines[lines.lowerBound].tokens.lowerBound]
        if annotation.evidence == DatelineLines.doneSentence || Self.starts.contains(first.key) {
          done.formUnion(lines)
        }
      case .openingSalute, .speaker: texts.formUnion(lines)
      case .note, .trailer, .address, .postscript, .notation: notes.formUnion(lines)
      default: continue
      }
    }
  }

  /// Whether a line starts a text: a greeting, a speaker.
  func isText(_ line: Int) -> Bool { texts.contains(line) }

  func endsDocument(_ line: Int, _ found: Findings) -> Bool {
    notes.contains(line) || datelines.contains(line)
  }
}
