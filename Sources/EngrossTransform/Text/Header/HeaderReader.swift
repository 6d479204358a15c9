import EngrossModel

/// Reads the fields of a header from its events.
struct HeaderReader {
  private(set) var fields = HeaderFields()
  private var path: [String] = []
  /// The text of the open elements that fields are made of.
  private var text: [UInt8] = []
  /// The elements that fields are made of and are open: their attributes, where their text begins, and
  /// how deep they stand.
  private var open: [(attributes: [String: String], start: Int, depth: Int)] = []
  /// Dates found, by how well they date the text.
  private var dates: [Int: String] = [:]
  private var characters = DeclaredCharacters()

  init(languages: [String] = []) { fields.languages = languages }

  /// The characters that `charDecl` maps to code points, by their id.
  var scalars: [String: String] { characters.texts }

  /// The elements whose attributes are looked at, or whose text.
  static let elements = wanted.union(["language", "application", "catRef", "ref", "char", "glyph"])

  /// An element opens; `isField` says whether it's one of `elements`.
  mutating func open(_ name: String, _ values: [String: String], isField: Bool) {
    path.append(name)
    guard isField else { return }
    open.append((values, text.count, path.count))
    switch name {
    case "language": if let ident = values["ident"] { add(ident, to: \.languages) }
    case "application": if let ident = values["ident"] { add(ident, to: \.applications) }
    case "catRef":
      for target in (values["target"] ?? "").split(separator: " ") {
        let name = target.hasPrefix("#") ? String(target.dropFirst()) : String(target)
        let isOwn = values["scheme"] == "#genre" && name.hasPrefix("genre-")
        add(isOwn ? String(name.dropFirst(6)) : name, to: \.genres)
      }
    case "ref":
      let prefix = "text/plain;charset="
      if path.contains("sourceDesc"), let type = values["mimeType"], type.hasPrefix(prefix) {
        fields.sourceEncoding = fields.sourceEncoding ?? String(type.dropFirst(prefix.count))
      }
    default: break
    }
    characters.open(name, values)
  }

  mutating func text(_ bytes: Span<UInt8>) {
    if open.isEmpty { return }
    // Safe: the span lives through the call.
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  mutating func close() {
    let depth = path.count
    let name = path.removeLast()
    guard let last = open.last, last.depth == depth else { return }
    let (own, start, _) = open.removeLast()
    defer { if open.isEmpty { text.removeAll(keepingCapacity: true) } }
    guard Self.wanted.contains(name) else {
      characters.close(name, "")
      return
    }
    let words = text[start...].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    let value = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    characters.close(name, value)
    if !value.isEmpty || own["when"] != nil { take(name, value, own) }
  }

  /// The elements whose text is a field's.
  private static let wanted: Set<String> = [
    "title", "author", "idno", "classCode", "term", "date", "origDate", "mapping",
  ]

  private mutating func take(_ name: String, _ value: String, _ own: [String: String]) {
    let parent = path.last
    switch name {
    case "title" where parent == "titleStmt":
      if fields.title == nil || own["type"] == "main" { fields.title = value }
    case "author" where parent == "titleStmt": fields.authors.append(value)
    case "idno" where path.contains("publicationStmt"):
      let prefix = own["type"].map { $0 + ":" } ?? ""
      fields.identifiers.append(value.hasPrefix(prefix) ? value : prefix + value)
    case "classCode" where parent == "textClass": add(value, to: \.genres)
    case "term" where path.contains("keywords"): add(value, to: \.genres)
    case "date", "origDate":
      let rank =
        parent == "creation"
        ? 0
        : path.contains("sourceDesc")
          ? 1
          : path.contains("publicationStmt") ? 2 : 3
      if rank < 3, dates[rank] == nil {
        dates[rank] = own["when"] ?? own["notBefore"] ?? own["from"] ?? value
      }
      fields.date = dates[0] ?? dates[1] ?? dates[2]
    default: break
    }
  }

  private mutating func add(_ value: String, to path: WritableKeyPath<HeaderFields, [String]>) {
    if !value.isEmpty, !fields[keyPath: path].contains(value) {
      fields[keyPath: path].append(value)
    }
  }
}

/// The characters that a document's `charDecl` describes (TEI Guidelines, WD).
struct DeclaredCharacters {
  /// What `g` stands for, by the id of the `char` or `glyph`.
  private(set) var texts: [String: String] = [:]
  private var id: String?
  private var type: String?

  mutating func open(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "char", "glyph": id = attributes["xml:id"]
    case "mapping": type = attributes["type"]
    default: break
    }
  }

  mutating func close(_ name: String, _ value: String) {
    switch name {
    case "char", "glyph": id = nil
    case "mapping":
      guard let id, !value.isEmpty else { return }
      if type == "code-point", value.hasPrefix("U+") {
        texts[id] = value
      } else if texts[id] == nil || type == "standard" {
        texts[id] = value
      }
    default: break
    }
  }
}
