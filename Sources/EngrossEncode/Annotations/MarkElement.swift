extension Mark {
  /// The TEI element that the mark becomes, and its attributes in order; what a mark is called
  /// outside the program.
  package var element: (name: String, attributes: [(name: String, value: String)]) {
    switch self {
    case .byline: ("byline", [])
    case .dateline: ("dateline", [])
    case .head: ("head", [])
    case .openingSalute: ("salute", [("place", "opener")])
    case .closingSalute: ("salute", [("place", "closer")])
    case .paragraph: ("p", [])
    case .signed(let role): ("signed", role.map { [("role", $0)] } ?? [])
    case .note(let subtype):
      ("note", [("type", "editorial")] + (subtype.map { [("subtype", $0)] } ?? []))
    case .address: ("address", [])
    case .preliminary(let type): ("head", [("type", type)])
    case .runningHead: ("fw", [("type", "header")])
    case .divisionHead(let division):
      (
        "head",
        [("type", division.kind == .unnumbered ? "section" : division.kind.rawValue)]
          + (division.number.isEmpty ? [] : [("n", division.number)])
      )
    case .attestation: ("closer", [])
    case .notation(let type): ("seg", [("type", type)])
    case .postscript: ("postscript", [])
    case .trailer: ("trailer", [])
    case .speaker: ("speaker", [])
    case .docAuthor: ("docAuthor", [])
    case .stage(let type): ("stage", [("type", type)])
    case .item(let level, let label, _): ("item", [("level", String(level)), ("n", label)])
    case .anonymousBlock(let type): ("ab", [("type", type)])
    case .quotation: ("quote", [])
    case .verse(let stanza): ("l", [("stanza", String(stanza))])
    case .row(let table): ("row", [("table", String(table))])
    case .cell: ("cell", [])
    case .participant(let type): ("item", [("type", type)])
    case .participantHead(let type): ("head", [("type", type)])
    case .footnote(let label, _): ("note", [("type", "footnote"), ("n", label)])
    case .noteReference(let number): ("ref", [("target", "footnote-\(number)")])
    case .pageBreak(let page): ("pb", page.number.isEmpty ? [] : [("n", page.number)])
    case .stageDirection(let type): ("stage", [("type", type)])
    case .insertion(let insertion): insertion.element
    case .runInList: ("list", [("rend", "run-in")])
    case .runInItem(let label): ("item", [("n", label)])
    case .persName: ("persName", [])
    case .roleName: ("roleName", [])
    case .orgName: ("orgName", [])
    case .placeName: ("placeName", [])
    case .bibl(let type): ("bibl", [("type", type)])
    case .provision: ("ref", [("type", "provision")])
    case .measure(let measured): ("measure", measured.attributes)
    case .date(let value): ("date", value.attributes.map { ($0.name, $0.value) })
    case .correction(let right, let type): ("corr", [("type", type), ("text", right)])
    case .lineBreak: ("lb", [])
    case .wordBreak: ("lb", [("break", "no")])
    case .gap(let reason, let description): ("gap", [("reason", reason), ("desc", description)])
    case .genre(let id): ("catRef", [("target", id)])
    }
  }
}
