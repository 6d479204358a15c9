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
}

/// What an element's name means to the transformation.
struct ElementMeaning {
  let rule: ElementRule?
  let special: SpecialElement?
  /// Whether it's of another vocabulary, such as SVG or MathML, whose words stand apart.
  let isForeign: Bool
  /// Whether it's a point in the text, which is no block among blocks either.
  let isPoint: Bool

  init(_ name: Name) {
    let isTEI = name.namespace == Name.teiNamespace || name.namespace.isEmpty
    isForeign = !isTEI
    isPoint = isTEI && Self.points.contains(name.local)
    rule = isTEI ? ElementRule.all[name.local] : nil
    special = isTEI ? SpecialElement(rawValue: name.local) : nil
  }

  private static let points: Set<String> = [
    "pb", "cb", "lb", "gb", "milestone", "anchor", "space", "addSpan", "delSpan", "damageSpan",
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
