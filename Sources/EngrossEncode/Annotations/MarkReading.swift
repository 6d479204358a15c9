import EngrossModel

extension Mark {
  /// Why an element with its attributes is no mark.
  struct Fault: Error {
    let part: Judgement.Part
    let message: String
  }

  /// What an annotation can be called that isn't Engross's own; the rest of its elements have their
  /// places in lists, tables and among footnotes, where nothing can be added alone.
  static let elements: [String: [String]] = [
    "ab": ["type"], "address": [], "bibl": ["type"], "byline": [], "catRef": ["target"],
    "closer": [],
    "corr": ["type", "text"],
    "date": ["when", "from", "to", "notBefore", "notAfter"], "dateline": [], "docAuthor": [],
    "fw": ["type"], "gap": ["reason", "desc"], "head": ["type", "n"], "item": ["level", "n"],
    "measure": ["type", "quantity", "unit", "commodity"], "note": ["type", "subtype"],
    "orgName": [], "p": [], "pb": ["n"], "persName": [],
    "placeName": [], "postscript": [], "quote": [], "roleName": [], "salute": ["place"],
    "seg": ["type"], "signed": ["role"], "speaker": [], "stage": ["type"],
    "supplied": ["reason"], "trailer": [],
  ]

  /// The mark that an element with its attributes stands for; the reverse of `element`.
  ///
  /// - Parameter isBlock: whether it takes whole lines, which tells a note that is a block from one
  ///   that is a phrase.
  init(
    element: String, attributes: [String: String], isBlock: Bool
  ) throws(Fault) {
    guard let known = Self.elements[element] else {
      throw Fault(
        part: .element,
        message: "\"\(element)\" isn't an element that can be added; these can: "
          + Self.elements.keys.sorted().joined(separator: ", "))
    }
    if let other = attributes.keys.sorted().first(where: { !known.contains($0) }) {
      throw Fault(
        part: .attributes,
        message: "\"\(other)\" isn't an attribute that \(element) takes here; "
          + (known.isEmpty ? "it takes none" : "it takes " + known.joined(separator: ", ")))
    }
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      try Self.check(value, of: name, element)
    }
    func word(_ name: String, or other: String? = nil) throws(Fault) -> String {
      if let value = attributes[name] ?? other { return value }
      throw Fault(part: .attributes, message: "\(element) lacks \"\(name)\"")
    }
    switch element {
    case "ab": self = .anonymousBlock(type: try word("type"))
    case "address": self = .address
    case "bibl": self = .bibl(type: try word("type", or: "law"))
    case "byline": self = .byline
    case "catRef": self = .genre(try word("target"))
    case "closer": self = .attestation
    case "corr": self = .correction(try word("text"), type: try word("type", or: "slip"))
    case "date": self = .date(try Self.date(attributes))
    case "dateline": self = .dateline
    case "docAuthor": self = .docAuthor
    case "fw": self = .runningHead
    case "gap": self = .gap(reason: try word("reason", or: "lost"), description: try word("desc"))
    case "head": self = Self.head(attributes["type"], attributes["n"] ?? "")
    case "item":
      self = .item(
        level: Int(try word("level", or: "1")) ?? 1, label: attributes["n"] ?? "",
        continues: false)
    case "measure":
      self = .measure(
        Measured(
          type: try word("type"), quantity: try word("quantity"), unit: try word("unit"),
          commodity: attributes["commodity"]))
    case "note": self = try Self.note(attributes, isBlock: isBlock)
    case "orgName": self = .orgName
    case "p": self = .paragraph
    case "pb":
      self = .pageBreak(
        PageBeginning(number: attributes["n"] ?? "", isInside: !isBlock, isInWord: false))
    case "persName": self = .persName
    case "placeName": self = .placeName
    case "postscript": self = .postscript
    case "quote": self = .quotation
    case "roleName": self = .roleName
    case "salute":
      self = attributes["place"] == "closer" ? .closingSalute : .openingSalute
    case "seg":
      let type = try word("type")
      self = type == "ellipsis" ? .insertion(.ellipsis) : .notation(type: type)
    case "signed": self = .signed(role: attributes["role"])
    case "speaker": self = .speaker
    case "stage":
      let type = try word("type", or: "delivery")
      self = isBlock ? .stage(type: type) : .stageDirection(type: type)
    case "supplied": self = .insertion(.supplied)
    default: self = .trailer
    }
  }

  private static func head(_ type: String?, _ number: String) -> Mark {
    guard let type else { return .head }
    if let kind = Division.Kind(rawValue: type) {
      return .divisionHead(
        Division(kind: kind == .section && number.isEmpty ? .unnumbered : kind, number: number))
    }
    return .preliminary(type: type)
  }

  private static func note(_ attributes: [String: String], isBlock: Bool) throws(Fault) -> Mark {
    if let type = attributes["type"], type != "editorial" {
      throw Fault(
        part: .attributes, message: "a note can be added as \"editorial\" alone, not \"\(type)\"")
    }
    if isBlock { return .note(subtype: attributes["subtype"]) }
    switch attributes["subtype"] {
    case "uncertain": return .insertion(.uncertain)
    case "sic": return .insertion(.sic)
    case nil, "comment": return .insertion(.comment)
    case let reason?: return .insertion(.gap(reason: reason))
    }
  }

  private static func date(_ attributes: [String: String]) throws(Fault) -> DateValue {
    let names = elements["date"] ?? []
    let given = names.filter { attributes[$0] != nil }
    let isOverdetermined =
      given.contains("when") && given.count > 1
      || given.contains("from") && given.contains("notBefore")
      || given.contains("to") && given.contains("notAfter")
    if isOverdetermined {
      throw Fault(
        part: .attributes,
        message: "\(given.joined(separator: " and ")) say two things of one date")
    }
    for (first, last) in [("from", "to"), ("notBefore", "notAfter")] {
      // Years of four digits compare as their letters do.
      if let from = attributes[first], let to = attributes[last], !from.hasPrefix("-"),
        !to.hasPrefix(from), !from.hasPrefix(to), from > to
      {
        throw Fault(part: .attributes, message: "\"\(first)\" is later than \"\(last)\"")
      }
    }
    return DateValue(
      attributes: given.map { DateValue.Attribute(name: $0, value: attributes[$0] ?? "") })
  }

  private static func check(_ value: String, of name: String, _ element: String) throws(Fault) {
    let isRight: Bool
    let wanted: String
    switch (element, name) {
    case ("date", _):
      isRight = ISODate.isTEIDate(value)
      wanted = "a date such as 1997-05-06, 1997-05 or 1997"
    case ("corr", "text"), ("gap", "desc"):
      isRight = value.isText && (name == "text" || !value.isBlank)
      wanted = "text that XML can hold"
    case ("item", "n"), ("head", "n"), ("pb", "n"):
      isRight = value.isEmpty || value.isText && !value.isBlank
      wanted = "a label"
    case ("item", "level"):
      isRight = Int(value).map { (1...9).contains($0) } ?? false
      wanted = "a number from 1 to 9"
    case ("salute", "place"):
      isRight = value == "opener" || value == "closer"
      wanted = "opener or closer"
    case ("measure", "quantity"):
      isRight = Quantity.isValue(value)
      wanted = "a decimal number"
    case ("supplied", _):
      isRight = value == "editorial"
      wanted = "editorial"
    case ("fw", _):
      isRight = value == "header"
      wanted = "header"
    default:
      isRight = value.isTEIWord
      wanted = "one word"
    }
    if !isRight {
      throw Fault(
        part: .attributes, message: "\"\(value)\" isn't what \"\(name)\" takes: \(wanted)")
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  /// Whether XML can hold it (XML 1.0, section 2.2), on whatever lines.
  fileprivate var isText: Bool {
    unicodeScalars.allSatisfy {
      ($0.value >= 0x20 || $0 == "\n" || $0 == "\t") && $0.value & 0xFFFE != 0xFFFE
    }
  }

  /// Whether it's a word of an open vocabulary (TEI Guidelines, teidata.word).
  fileprivate var isTEIWord: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
          .lineSeparator, .paragraphSeparator:
          false
        default: true
        }
      }
  }
}
