import EngrossModel

/// A policy made ready: each point a property, since they are asked for at each element.
struct TextRules {
  let policy: TextPolicy
  let preserves: Bool
  let joinsHyphens: Bool
  let paragraphGap: Fragment.Gap
  let correction: Treatment
  let regularisation: Treatment
  let abbreviation: Treatment
  let apparatus: Treatment
  let revision: Treatment
  let supplied: Treatment
  let unclear: Treatment
  let gap: Treatment
  let pageBreak: Treatment
  let columnBreak: Treatment
  let lineBreak: Treatment
  let runningHead: Treatment
  let head: Treatment
  let stage: Treatment
  let speaker: Treatment
  let list: Treatment
  let table: Treatment
  let verse: Treatment
  let figure: Treatment
  let glyph: Treatment
  let header: Treatment

  init(_ policy: TextPolicy) {
    self.policy = policy
    preserves = policy[.whitespace] == .preserve
    joinsHyphens = policy[.hyphen] == .join && policy[.whitespace] != .preserve
    paragraphGap = policy[.paragraph] == .blank ? .blank : .line
    correction = policy[.correction]
    regularisation = policy[.regularisation]
    abbreviation = policy[.abbreviation]
    apparatus = policy[.apparatus]
    revision = policy[.revision]
    supplied = policy[.supplied]
    unclear = policy[.unclear]
    gap = policy[.gap]
    pageBreak = policy[.pageBreak]
    columnBreak = policy[.columnBreak]
    lineBreak = policy[.lineBreak]
    runningHead = policy[.runningHead]
    head = policy[.head]
    stage = policy[.stage]
    speaker = policy[.speaker]
    list = policy[.list]
    table = policy[.table]
    verse = policy[.verse]
    figure = policy[.figure]
    glyph = policy[.glyph]
    header = policy[.header]
  }

  /// Whether a reading is the one wanted in a `choice` or `app`; nil where the policy doesn't say.
  func wants(_ reading: SpecialElement) -> Bool? {
    switch reading {
    case .sic: correction == .sic
    case .corr: correction == .corr
    case .orig: regularisation == .orig
    case .reg: regularisation == .reg
    case .abbr: abbreviation == .abbr
    case .expan: abbreviation == .expan
    default: nil
    }
  }

  /// What happens to a note: by its type, else its place, else as to any.
  func note(type: String?, place: String?) -> Treatment {
    if !policy.notes.isEmpty {
      for key in [type, place] { if let key, let own = policy.notes[key] { return own } }
    }
    let all = policy[.note]
    return preserves && (all == .block || all == .document) ? .keep : all
  }
}
