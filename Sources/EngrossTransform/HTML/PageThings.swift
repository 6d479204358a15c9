import EngrossModel

/// The persons, organisations and places that a document describes apart from its text.
struct PageThings {
  /// A thing with its kind and name.
  struct Thing {
    let id: String
    let kind: String
    let name: String
  }

  private(set) var list: [Thing] = []
  let ids: Set<String>

  init(_ document: Document) {
    let kinds = ["person": "persName", "org": "orgName", "place": "placeName"]
    let names = document.names.map { kinds[$0.local] }
    var seen: Set<String> = []
    for index in document.nodes.indices where document.nodes[index].kind == .element {
      guard let own = names[Int(document.nodes[index].name)] else { continue }
      let element = Element(document: document, index: index)
      guard let id = element["xml:id"], seen.insert(id).inserted else { continue }
      let name =
        element.children.first { $0.name.local == own || $0.name.local == "name" }?.beginning
        ?? element.beginning
      list.append(
        Thing(
          id: id, kind: document.name(of: index).local,
          name: name.isEmpty ? id : PageMark.excerpt(name)))
    }
    ids = seen
  }

  /// The list with links to where each is named.
  func write(_ mentions: [String: [ReadingPane.Mention]], to output: inout HTMLOutput) {
    let titles = [
      ("person", "Persons" as StaticString), ("org", "Organisations"), ("place", "Places"),
    ]
    for (kind, title) in titles {
      let things = list.filter { $0.kind == kind }
      if things.isEmpty { continue }
      output.markup("<h3>")
      output.markup(title)
      output.markup("</h3>\n<ul class=\"things\">\n")
      for thing in things {
        output.markup("<li")
        output.attribute("id", "t-" + thing.id)
        output.markup("><b>")
        output.text(thing.name)
        output.markup("</b>")
        for (number, mention) in (mentions[thing.id] ?? []).enumerated() {
          output.markup(number == 0 ? ": " : ", ")
          output.markup("<a")
          output.attribute("href", "#" + mention.anchor)
          output.markup(">line ")
          output.number(mention.line)
          output.markup("</a>")
        }
        output.markup("</li>\n")
      }
      output.markup("</ul>\n")
    }
  }
}
