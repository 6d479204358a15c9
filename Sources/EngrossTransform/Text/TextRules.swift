import EngrossModel

/// A policy made ready: what is asked of it for each element.
struct TextRules {
  let preserves: Bool
  let joinsHyphens: Bool
  let header: Treatment
  let policy: TextPolicy
  let paragraphGap: Fragment.Gap

  init(_ policy: TextPolicy) {
    self.policy = policy
    preserves = policy[.whitespace] == .preserve
    joinsHyphens = policy[.hyphen] == .join && !preserves
    header = policy[.header]
    paragraphGap = policy[.paragraph] == .blank ? .blank : .line
  }

  /// Whether a reading is the one wanted in a `choice` or `app`; nil where the policy doesn't say.
  func wants(_ reading: SpecialElement) -> Bool? {
    switch reading {
    case .sic: policy[.correction] == .sic
    case .corr: policy[.correction] == .corr
    case .orig: policy[.regularisation] == .orig
    case .reg: policy[.regularisation] == .reg
    case .abbr: policy[.abbreviation] == .abbr
    case .expan: policy[.abbreviation] == .expan
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
