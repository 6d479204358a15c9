import EngrossModel

/// How an element is shown on a page, by its name.
struct Rendering {
  /// What is done with it, where a block or a part of a line isn't all.
  enum Role: UInt8 {
    case plain
    case nothing, header, text
    case division, paragraph, head, list, item, table, row, cell
    case lineBreak, pageBreak, columnBreak, milestone
    case note, choice, original, corrected, apparatus, otherReading
    case gap, description, character, reference, pointer, graphic, forme
    case highlighted, title, quoted, deleted, added
  }

  let role: Role
  let rule: ElementRule?
  let name: String
  let isTEI: Bool
  /// Whether it's `p`, which HTML has too, or what HTML calls a quotation where it's a block.
  let isParagraph: Bool
  let isQuotation: Bool

  init(_ name: Name) {
    isTEI = name.namespace == Name.teiNamespace || name.namespace.isEmpty
    self.name = name.local
    isParagraph = name.local == "p"
    isQuotation = name.local == "quote" || name.local == "epigraph"
    rule = isTEI ? ElementRule.all[name.local] : nil
    let known = isTEI ? Self.roles[name.local] : nil
    // A picture isn't text, but a page has a place for it.
    role = known ?? (rule == .nothing ? .nothing : .plain)
  }

  /// Whether it's a block wherever it stands.
  var isBlock: Bool {
    switch rule {
    case .division, .group, .paragraph, .line: true
    case .either, .nothing, nil: false
    }
  }

  /// Whether white space between its children means nothing.
  func holdsBlocks(amongBlocks: Bool) -> Bool {
    rule?.holdsBlocks(amongBlocks: amongBlocks) ?? false
  }

  private static let roles: [String: Role] = [
    "teiHeader": .header, "text": .text,
    "div": .division, "div1": .division, "div2": .division, "div3": .division,
    "div4": .division, "div5": .division, "div6": .division, "div7": .division,
    "p": .paragraph, "ab": .paragraph, "head": .head,
    "list": .list, "item": .item, "castList": .list, "castItem": .item,
    "table": .table, "row": .row, "cell": .cell,
    "lb": .lineBreak, "pb": .pageBreak, "cb": .columnBreak, "gb": .milestone,
    "milestone": .milestone, "note": .note, "choice": .choice,
    "sic": .original, "orig": .original, "abbr": .original,
    "corr": .corrected, "reg": .corrected, "expan": .corrected,
    "app": .apparatus, "rdg": .otherReading, "gap": .gap, "desc": .description, "g": .character,
    "ref": .reference, "ptr": .pointer, "graphic": .graphic, "media": .graphic, "fw": .forme,
    "hi": .highlighted, "emph": .highlighted, "title": .title, "q": .quoted, "soCalled": .quoted,
    "del": .deleted, "add": .added,
  ]
}

/// What an attribute's name means on a page.
enum AttributeMeaning: UInt8 {
  case other, id, language, rend, target, url, number, type, reference, who, columns, rows, place

  init(_ name: Name) {
    switch name.qualified {
    case "xml:id": self = .id
    case "xml:lang": self = .language
    case "rend", "rendition": self = .rend
    case "target": self = .target
    case "url": self = .url
    case "n": self = .number
    case "type": self = .type
    case "ref": self = .reference
    case "who": self = .who
    case "cols": self = .columns
    case "rows": self = .rows
    case "place": self = .place
    default: self = .other
    }
  }
}

/// What `@rend` says, as far as a page has a style of its own for it; CSS in it is never taken over.
enum Rend {
  /// The classes for a value.
  static func classes(_ value: String) -> [StaticString] {
    var classes: [StaticString] = []
    let lower = value.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for word in lower.split(whereSeparator: { !(0x61...0x7A).contains($0) && $0 < 0x80 }).prefix(16)
    {
      if let known = words[String(decoding: word, as: UTF8.self)] { classes.append(known) }
    }
    return classes
  }

  private static let words: [String: StaticString] = [
    "italic": "r-italic", "italics": "r-italic", "i": "r-italic", "it": "r-italic",
    "bold": "r-bold", "b": "r-bold", "strong": "r-bold", "smallcaps": "r-caps", "sc": "r-caps",
    "underline": "r-under", "underlined": "r-under", "u": "r-under", "sup": "r-sup",
    "super": "r-sup", "superscript": "r-sup", "sub": "r-sub", "subscript": "r-sub",
    "center": "r-center", "centre": "r-center", "centered": "r-center", "right": "r-right",
    "strikethrough": "r-strike", "strike": "r-strike", "indent": "r-indent",
  ]
}
