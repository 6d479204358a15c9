import EngrossModel

/// What a page says of a document beside its text.
struct PageFacts {
  let title: String
  let language: String?
  let header: Element?

  init(_ document: Document, name: String) {
    let root = document.root
    header =
      root?.first("teiHeader") ?? root?.children.lazy.compactMap { $0.first("teiHeader") }.first
    let words = header?.first("fileDesc")?.first("titleStmt")?.first("title")?.words ?? ""
    // What Engross writes where a text has no title.
    self.title = words.isEmpty || words == "[Untitled]" ? name : words
    let text = root?.first("text")
    let stated =
      text?["xml:lang"] ?? root?["xml:lang"]
      ?? header?.first("profileDesc")?.first("langUsage")?.first("language")?["ident"]
    language = stated.flatMap { TextDirection.isTag($0) ? $0 : nil }
  }

  /// The header as a table's rows: what each element says that has words or attributes of its own.
  func writeHeader(to output: inout HTMLOutput) {
    guard let header else { return }
    let document = header.document
    var path: [(name: String, end: Int)] = []
    var index = header.index + 1
    let end = Int(document.nodes[header.index].next)
    output.markup("<table class=\"header\"><caption class=\"sr\">What the header says</caption>")
    output.markup("<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Says</th></tr></thead>")
    output.markup("<tbody>\n")
    while index < end {
      let node = document.nodes[index]
      guard node.kind == .element else {
        index += 1
        continue
      }
      while let last = path.last, last.end <= index { path.removeLast() }
      let element = Element(document: document, index: index)
      path.append((element.name.local, Int(node.next)))
      let attributes =
        node.range.isEmpty ? [] : element.attributes.filter { $0.name != "xml:id" }
      let holdsText = element.holdsText
      if holdsText || !attributes.isEmpty {
        row(path.map(\.name), element, attributes, holdsText, to: &output)
      }
      // Text with elements in it is told at once.
      index = holdsText ? Int(node.next) : index + 1
    }
    output.markup("</tbody></table>\n")
  }

  private func row(
    _ path: [String], _ element: Element, _ attributes: [(name: String, value: String)],
    _ holdsText: Bool, to output: inout HTMLOutput
  ) {
    output.markup("<tr><th scope=\"row\">")
    output.text(path.suffix(3).joined(separator: " › "))
    output.markup("</th><td>")
    if holdsText {
      output.text(element.words)
    }
    for (name, value) in attributes {
      output.markup(" <small>")
      output.text("\(name) \(value)")
      output.markup("</small>")
    }
    output.markup("</td></tr>\n")
  }
}

extension Element {
  /// All text inside, one space between its words.
  var words: String {
    var bytes: [UInt8] = []
    for node in document.nodes[index..<Int(document.nodes[index].next)] where node.kind == .text {
      bytes.append(contentsOf: document.storage[node.range])
    }
    return String(decoding: WhiteSpace.collapsed(bytes), as: UTF8.self)
  }

  /// Whether text that isn't blank stands directly in it.
  var holdsText: Bool {
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      let node = document.nodes[child]
      if node.kind == .text, !document.storage[node.range].allSatisfy(\.isSpace) { return true }
      child = Int(node.next)
    }
    return false
  }
}
