import EngrossModel

/// How an element stands on a page; the rule of white space follows from it.
///
/// TEI has no such table: it follows from the content models (an element that holds no text of its
/// own holds no meaningful white space; XML 1.0, section 2.10) and from how editions print them.
enum ElementRule: String, Sendable {
  /// Holds blocks only, and stands by itself: white space between its children means nothing.
  case division
  /// Holds blocks only, which belong together.
  case group
  /// As a group where it stands among blocks, else part of a line.
  case either
  /// A block of text that stands by itself.
  case paragraph
  /// A block of text on a line of its own.
  case line
  /// Tells about the text, and isn't text.
  case nothing

  /// Whether white space between its children means nothing, when it stands among blocks or not.
  func holdsBlocks(amongBlocks: Bool) -> Bool {
    self == .division || self == .group || self == .either && amongBlocks
  }

  /// The rules by name of TEI's elements, from `Facts/elements.tsv`.
  static let all: [String: ElementRule] = {
    let rows = FactTable(named: "elements").rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], ElementRule(rawValue: $0[1])!) })
  }()
}

/// An element that the transformation treats by itself.
enum SpecialElement: String, CaseIterable {
  case tei = "TEI"
  case teiHeader, text, sourceDoc
  case choice, app, lem, rdg, add, del, supplied, unclear, gap, note, ref
  case sic, corr, orig, reg, abbr, expan
  case pb, cb, lb, fw, head, list, item, label, table, row, cell, l, lg, sp, speaker, stage
  case figDesc, g, p, div, space, desc
  case pause, vocal, kinesic, incident, writing, shift
  case biblStruct, analytic, monogr, imprint
}

/// What an element's name means to the transformation.
struct ElementMeaning {
  private(set) var rule: ElementRule?
  private(set) var special: SpecialElement?
  /// Whether it's of another vocabulary, such as SVG or MathML, whose words stand apart.
  private(set) var isForeign = false
  /// Whether it's a point in the text, which is no block among blocks either.
  private(set) var isPoint = false
  /// Whether a header's fields are made of its text or attributes.
  private(set) var isHeaderField = false

  init(_ name: Name) {
    isForeign = !(name.namespace == Name.teiNamespace || name.namespace.isEmpty)
    if !isForeign, let known = Self.all[name.local] { self = known }
  }

  private init() {}

  /// The meanings by name of TEI's elements: a document has a hundred names, and each is looked up
  /// once.
  private static let all: [String: ElementMeaning] = {
    var all = ElementRule.all.mapValues { rule in
      var meaning = ElementMeaning()
      meaning.rule = rule
      return meaning
    }
    for special in SpecialElement.allCases {
      all[special.rawValue, default: ElementMeaning()].special = special
    }
    for name in points { all[name, default: ElementMeaning()].isPoint = true }
    for name in HeaderReader.elements { all[name, default: ElementMeaning()].isHeaderField = true }
    return all
  }()

  private static let points: Set<String> = [
    "pb", "cb", "lb", "gb", "milestone", "anchor", "space", "addSpan", "delSpan", "damageSpan",
    "pause", "shift",
  ]
}

/// An attribute that the transformation asks for.
enum TextAttribute: String, CaseIterable {
  case space = "xml:space"
  case id = "xml:id"
  case language = "xml:lang"
  case type, n, place, rend, style, ref, `break`

  /// Its place among all.
  var index: Int {
    switch self {
    case .space: 0
    case .id: 1
    case .language: 2
    case .type: 3
    case .n: 4
    case .place: 5
    case .rend: 6
    case .style: 7
    case .ref: 8
    case .break: 9
    }
  }
}
