@_exported import EngrossModel
import EngrossXML

/// What a TEI document says of itself, as far as a report on a collection tells it.
public struct DocumentFacts: Sendable {
  /// How often an element stands with a certainty.
  public struct Certainty: Sendable, Hashable {
    /// The element, such as `persName`.
    public let element: String
    /// Its `@cert`: `high`, `medium` or `low`.
    public let certainty: String

    /// Makes a key.
    public init(element: String, certainty: String) {
      self.element = element
      self.certainty = certainty
    }
  }

  /// The title of its header.
  public private(set) var title = ""
  /// Its genre, such as `treaty`; nil where the header names none.
  public private(set) var genre: String?
  /// The year of its creation; nil where the header names none.
  public private(set) var year: Int?
  /// Who signed it, each once, by the name that the header gives.
  public private(set) var signatories: [String] = []
  /// The states that it names, each once.
  public private(set) var states: [String] = []
  /// How sure the encoder was of what.
  public private(set) var certainties: [Certainty: Int] = [:]

  /// Reads a document; nil when it isn't well-formed XML.
  public init?(of bytes: [UInt8]) {
    guard let document = try? XMLReader().parse(bytes), let root = document.root else { return nil }
    let header = root.first("teiHeader")
    let profile = header?.first("profileDesc")
    title = header?.first("fileDesc")?.first("titleStmt")?.first("title")?.text ?? ""
    let target = profile?.first("textClass")?.first("catRef")?["target"]
    genre = target.map { String($0.drop { $0 == "#" }) }.map { id in
      id.hasPrefix("genre-") ? String(id.dropFirst(6)) : id
    }
    let when = profile?.first("creation")?.all("date").first?["when"]
    year = when.flatMap { Int($0.prefix(4)) }
    let standOff = root.first("standOff")
    var names: [String: String] = [:]
    for person in standOff?.all("person") ?? [] {
      guard let id = person["xml:id"], let name = person.first("persName") else { continue }
      names["#\(id)"] = name.text
    }
    for state in standOff?.all("org") ?? [] where state["type"] == "state" {
      let usual = state.children.first { $0.name.local == "orgName" && $0["type"] == "usual" }
      if let name = usual ?? state.first("orgName") { Self.add(name.text, to: &states) }
    }
    for signed in root.all("signed") {
      for person in signed.all("persName") {
        Self.add(person["ref"].flatMap { names[$0] } ?? person.text, to: &signatories)
      }
    }
    for part in [root.first("text"), standOff] {
      for element in part?.descendants ?? [] {
        guard let certainty = element["cert"] else { continue }
        certainties[Certainty(element: element.name.local, certainty: certainty), default: 0] += 1
      }
    }
  }

  private static func add(_ name: String, to list: inout [String]) {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !name.isEmpty, !list.contains(name) { list.append(name) }
  }
}

extension Element {
  /// All elements inside this one, in the order of the document.
  fileprivate var descendants: [Element] {
    (index + 1..<Int(document.nodes[index].next)).lazy
      .filter { document.nodes[$0].kind == .element }
      .map { Element(document: document, index: $0) }
  }
}
