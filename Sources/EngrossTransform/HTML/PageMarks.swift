import EngrossModel

/// Everything inferred in a document, found in its tree: by `@cert` and `@resp`, and by what the
/// encoder says of its text.
///
/// The tree counts. What the encoder would mark and the tree doesn't have was rejected.
struct PageMarks {
  /// In the order of the tree.
  private(set) var list: [PageMark] = []

  private struct Key: Hashable {
    let element: String
    let range: Range<Int>
  }

  private let document: Document
  private let people: [String: String]

  /// - Parameter start: the place of the `text` element.
  init(_ document: Document, text start: Int, evidence: [Evidence], source: [UInt8]) {
    self.document = document
    people = Self.responsible(in: document)
    var places: [Key: [Int]] = [:]
    for (number, entry) in evidence.enumerated() {
      let isGap = entry.element == "gap"
      let range = isGap ? entry.range.upperBound..<entry.range.upperBound : entry.range
      places[Key(element: entry.element, range: range), default: []].append(number)
    }
    let offsets = evidence.isEmpty ? nil : OriginalText(document, from: start)
    let cert = document.number(of: Name(local: "cert"))
    let resp = document.number(of: Name(local: "resp"))
    if cert == nil, resp == nil, evidence.isEmpty { return }
    let choices = document.names.map { $0.local == "choice" }
    let readings = document.names.map { ["corr", "reg", "expan"].contains($0.local) }
    var choiceEnd = 0
    for node in start..<Int(document.nodes[start].next)
    where document.nodes[node].kind == .element {
      let name = Int(document.nodes[node].name)
      let isChoice = choices[name]
      if isChoice { choiceEnd = Int(document.nodes[node].next) }
      let isStated =
        (isChoice || node >= choiceEnd || !readings[name])
        && states(isChoice ? childStating(node, cert, resp) : node, cert, resp)
      if let offsets {
        let keys = Self.names(of: document.names[name].local)
          .map { Key(element: $0, range: offsets[node]) }
        if let key = keys.first(where: { places[$0]?.isEmpty == false }),
          let number = places[key]?.removeFirst()
        {
          add(evidence[number], at: node, source)
          continue
        }
      }
      if isStated { add(node) }
    }
  }

  /// What the encoder may call an element.
  private static func names(of element: String) -> [String] {
    switch element {
    case "choice": ["corr"]
    case "p": ["item", "quote"]
    case "seg": ["seg", "head"]
    case "fw": ["fw", "pb"]
    default: [element]
    }
  }

  /// The names of those who can answer for something, by their ids.
  private static func responsible(in document: Document) -> [String: String] {
    var people: [String: String] = [:]
    for statement in document.root?.first("teiHeader")?.all("respStmt") ?? [] {
      guard let id = statement["xml:id"] else { continue }
      let name = statement.children.first { $0.name.local != "resp" }
      people["#" + id] = name?.text ?? id
    }
    return people
  }

  private func states(_ node: Int, _ cert: UInt32?, _ resp: UInt32?) -> Bool {
    document.attributes(of: node).contains { $0.name == cert || $0.name == resp }
  }

  /// Of a choice, the reading that says who made it; the choice itself when none does.
  private func childStating(_ choice: Int, _ cert: UInt32?, _ resp: UInt32?) -> Int {
    var child = choice + 1
    while child < Int(document.nodes[choice].next) {
      if document.nodes[child].kind == .element, states(child, cert, resp) { return child }
      child = Int(document.nodes[child].next)
    }
    return choice
  }

  private func stating(_ node: Int) -> Element {
    document.name(of: node).local == "choice"
      ? Element(
        document: document,
        index: childStating(
          node, document.number(of: Name(local: "cert")), document.number(of: Name(local: "resp"))))
      : Element(document: document, index: node)
  }

  private mutating func add(_ evidence: Evidence, at node: Int, _ source: [UInt8]) {
    let element = stating(node)
    list.append(
      PageMark(
        node: node, element: evidence.element, attributes: evidence.attributes,
        certainty: PageMark.Certainty(rawValue: element["cert"] ?? evidence.certainty) ?? .unknown,
        responsible: element["resp"].map { people[$0] ?? $0 } ?? evidence.responsible,
        rule: evidence.rule, reason: evidence.reason, json: evidence.json,
        codePoints: evidence.codePoints,
        words: PageMark.excerpt(source[evidence.range])))
  }

  private mutating func add(_ node: Int) {
    let element = stating(node)
    let own = Element(document: document, index: node)
    list.append(
      PageMark(
        node: node, element: own.name.local,
        attributes: own.attributes.filter {
          !["cert", "resp", "xml:id", "xml:lang", "ref"].contains($0.name)
        },
        certainty: PageMark.Certainty(rawValue: element["cert"] ?? "") ?? .unknown,
        responsible: element["resp"].map { people[$0] ?? $0 } ?? "", rule: "", reason: "",
        json: "", codePoints: nil, words: PageMark.excerpt(own.beginning)))
  }
}

extension Element {
  /// The first of the text inside, enough for an excerpt.
  var beginning: [UInt8] {
    var bytes: [UInt8] = []
    for node in document.nodes[index..<Int(document.nodes[index].next)] where node.kind == .text {
      var part = document.storage[node.range].prefix(400)
      // No character is divided.
      if part.endIndex < node.range.upperBound {
        while part.count > 1, document.storage[part.endIndex] & 0xC0 == 0x80 { part.removeLast() }
      }
      bytes.append(contentsOf: part)
      if bytes.count >= 400 { break }
    }
    return bytes
  }

  /// The attributes as the document writes them.
  var attributes: [(name: String, value: String)] {
    document.attributes(of: index).map {
      (document.names[Int($0.name)].qualified, document.string($0.range))
    }
  }
}
