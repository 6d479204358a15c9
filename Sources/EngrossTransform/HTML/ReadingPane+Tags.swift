import EngrossModel

/// The attributes of an element that a page looks at, found once and read where they're asked for.
struct PageAttributes {
  /// For each meaning the attribute's place in the document, -1 for none.
  private var places = SIMD16<Int32>(repeating: -1)

  init(_ document: Document, _ node: Int, _ meanings: ContiguousArray<AttributeMeaning>) {
    for place in document.nodes[node].range {
      let meaning = meanings[Int(document.attributes[place].name)]
      places[Int(meaning.rawValue)] = Int32(place)
    }
  }

  /// The value of the attribute that has a meaning.
  func value(_ meaning: AttributeMeaning, in document: Document) -> String? {
    let place = Int(places[Int(meaning.rawValue)])
    return place < 0 ? nil : document.string(document.attributes[place].range)
  }
}

/// Start tags, and elements that are no more than a point.
extension ReadingPane {
  /// The value of the attribute that has a meaning.
  func value(_ meaning: AttributeMeaning, _ attributes: PageAttributes) -> String? {
    attributes.value(meaning, in: document)
  }

  /// Where a reference leads, when a page may link it.
  func address(_ attributes: PageAttributes) -> SafeAddress? {
    guard let pointer = value(.target, attributes) ?? value(.url, attributes),
      let address = SafeAddress(pointer)
    else { return nil }
    if case .inside(let id) = address, !targets.contains(id) { return nil }
    return address
  }

  mutating func startTag(
    _ closing: Closing, _ rendering: Rendering, _ attributes: PageAttributes, _ node: Int,
    _ mark: Int?
  ) {
    let anchor = anchor(attributes, mark)
    switch closing {
    case .division: output.markup("<div")
    case .phrase: output.markup("<span")
    case .paragraph: output.markup("<p")
    case .quotation: output.markup("<blockquote")
    case .deleted: output.markup("<del")
    case .added: output.markup("<ins")
    case .cited: output.markup("<cite")
    case .none: return
    case .heading(let level):
      output.markup("<h")
      output.number(level)
    case .link:
      output.markup("<a")
      switch address(attributes) {
      case .inside(let id): output.attribute("href", "#t-" + id)
      case .outside(let address):
        output.attribute("href", address)
        output.markup(" rel=\"noreferrer noopener\"")
      case nil: break
      }
    }
    classes(rendering, attributes, mark)
    role(rendering, closing)
    if let anchor { output.attribute("id", anchor) }
    if let tag = value(.language, attributes), TextDirection.isTag(tag) {
      output.attribute("lang", tag)
      output.attribute("dir", TextDirection(language: tag).rawValue)
    }
    output.markup(">")
    mention(attributes, anchor, mark)
  }

  private mutating func classes(
    _ rendering: Rendering, _ attributes: PageAttributes, _ mark: Int?
  ) {
    output.markup(" class=\"t-")
    output.text(rendering.name)
    if let rend = value(.rend, attributes) {
      for name in Rend.classes(rend) {
        output.markup(" ")
        output.markup(name)
      }
    }
    if let mark { markClasses(mark) }
    output.markup("\"")
  }

  private mutating func markClasses(_ mark: Int) {
    output.markup(" m k-")
    output.text(marks[mark].kind.rawValue)
    output.markup(" c-")
    output.text(marks[mark].certainty.rawValue)
  }

  private mutating func role(_ rendering: Rendering, _ closing: Closing) {
    guard case .division = closing else {
      if rendering.role == .note { output.markup(" role=\"note\"") }
      return
    }
    switch rendering.role {
    case .list: output.markup(" role=\"list\"")
    case .item where frames.last?.isGroup == true: output.markup(" role=\"listitem\"")
    case .table: output.markup(" role=\"table\"")
    case .row where frames.last?.isGroup == true: output.markup(" role=\"row\"")
    case .cell: output.markup(" role=\"cell\"")
    case .note: output.markup(" role=\"note\"")
    case .gap, .plain, .division, .text: break
    default: break
    }
  }

  /// The id that the page gives an element; nil where nothing leads to it.
  private mutating func anchor(_ attributes: PageAttributes, _ mark: Int?) -> String? {
    if let id = value(.id, attributes), targets.contains(id), seenIDs.insert(id).inserted {
      if mark == nil { return "t-" + id }
      output.markup("<span")
      output.attribute("id", "t-" + id)
      output.markup("></span>")
    }
    if let mark { return "m\(mark + 1)" }
    if view == .proof, thing(attributes) != nil {
      anchors += 1
      return "n\(anchors)"
    }
    return nil
  }

  /// The person or organisation that an element names.
  private func thing(_ attributes: PageAttributes) -> String? {
    guard let pointer = value(.reference, attributes) ?? value(.who, attributes),
      pointer.hasPrefix("#")
    else {
      return nil
    }
    let id = String(pointer.dropFirst())
    return things.contains(id) ? id : nil
  }

  private mutating func mention(_ attributes: PageAttributes, _ anchor: String?, _ mark: Int?) {
    guard view == .proof, let anchor, let id = thing(attributes) else { return }
    mentions[id, default: []].append(Mention(anchor: anchor, line: lines.here))
  }

  /// The mark of an element, as the marks come in the order of the tree.
  mutating func takeMark(_ node: Int) -> Int? {
    while nextMark < marks.count, marks[nextMark].node < node { nextMark += 1 }
    guard nextMark < marks.count, marks[nextMark].node == node else { return nil }
    defer { nextMark += 1 }
    markLines[nextMark] = lines.here
    return nextMark
  }

  /// The number of a mark, which leads to what is known of it.
  mutating func number(_ mark: Int) {
    if links > 0 { return }
    output.markup("<a class=\"n\" href=\"#i")
    output.number(mark + 1)
    output.markup("\" aria-label=\"")
    output.number(mark + 1)
    output.markup(", ")
    output.text(marks[mark].kind.title)
    output.markup(", ")
    output.text(marks[mark].certainty.rawValue)
    output.markup("\" data-n=\"")
    output.number(mark + 1)
    output.markup("\"></a>")
  }

  mutating func lineBreak(_ node: Int) {
    let isInWord = Element(document: document, index: node)["break"] == "no"
    guard view == .reading else { return output.markup("<br>") }
    if isInWord {
      output.joinWord()
    } else if frames.contains(where: { if case .paragraph = $0.closing { true } else { false } }) {
      output.markup(" ")
    } else {
      output.markup("<br>")
    }
  }

  /// The character that `g` stands for; a picture of one that can't be shown.
  mutating func character(_ node: Int) {
    let element = Element(document: document, index: node)
    let id = element["ref"].map { String($0.dropFirst()) } ?? ""
    output.markup("<span class=\"t-g\"")
    if let scalar = characters[id] {
      output.attribute("title", CodePoint.name(of: scalar))
      output.markup(">")
      let picture = scalar < 0x20 ? Unicode.Scalar(0x2400 + scalar) : Unicode.Scalar(scalar)
      let isShown = scalar & 0xFFFE != 0xFFFE
      output.text(isShown ? picture.map { String($0) } ?? "\u{FFFD}" : "\u{FFFD}")
    } else {
      output.markup(">")
      let text = element.text
      output.text(text.isEmpty ? "\u{FFFD}" : text)
    }
    output.markup("</span>")
  }

  /// Where a page, a column or another unit begins.
  mutating func milestone(_ node: Int, _ rendering: Rendering, _ mark: Int?) {
    let attributes = PageAttributes(document, node, meanings)
    let number = value(.number, attributes) ?? ""
    if view == .reading, rendering.role != .pageBreak || number.isEmpty { return }
    let mark = view == .reading ? nil : mark
    let anchor = anchor(attributes, mark)
    output.markup("<span")
    classes(rendering, attributes, mark)
    if let anchor { output.attribute("id", anchor) }
    if view == .reading {
      output.markup(" role=\"doc-pagebreak\"")
      output.attribute("aria-label", "page \(number)")
    }
    output.markup(">")
    if view == .proof {
      output.text(
        rendering.role == .pageBreak
          ? "page" : rendering.role == .columnBreak ? "column" : rendering.name)
      if !number.isEmpty { output.markup(" ") }
    }
    output.text(number)
    output.markup("</span>")
    if let mark { self.number(mark) }
  }
}
