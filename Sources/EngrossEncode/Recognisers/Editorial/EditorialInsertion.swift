/// What an editor put in brackets, by its kind.
package enum EditorialInsertion: Sendable, Equatable {
  /// Words that the editor supplied: "the [second] of May".
  case supplied
  /// The editor's doubt of the word before: "Dease[?]".
  case uncertain
  /// The editor's "sic": the word before stands so in the original.
  case sic
  /// A place where something isn't given, and why: "illegible", "omitted".
  case gap(reason: String)
  /// Points or stars in the place of words that are left out.
  case ellipsis
  /// Something that the editor says of the text.
  case comment

  /// Why something is missing here, nil where nothing is.
  var gapReason: String? {
    switch self {
    case .gap(let reason): reason
    case .ellipsis: "omitted"
    case .supplied, .uncertain, .sic, .comment: nil
    }
  }

  var element: (name: String, attributes: [(name: String, value: String)]) {
    switch self {
    case .supplied: ("supplied", [("reason", "editorial")])
    case .uncertain: ("note", [("type", "editorial"), ("subtype", "uncertain")])
    case .sic: ("note", [("type", "editorial"), ("subtype", "sic")])
    case .ellipsis: ("seg", [("type", "ellipsis")])
    case .gap(let reason): ("note", [("type", "editorial"), ("subtype", reason)])
    case .comment: ("note", [("type", "editorial"), ("subtype", "comment")])
    }
  }
}
