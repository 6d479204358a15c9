import EngrossModel

/// Reads the fields of a header from its events.
struct HeaderReader {
  private(set) var fields = HeaderFields()
  private var path: [String] = []
  private var text: [UInt8] = []
  /// Where in `text` each open element's begins.
  private var starts: [Int] = []
  private var attributes: [[String: String]] = []
  /// Dates found, by how well they date the text.
  private var dates: [Int: String] = [:]
  private var characters = DeclaredCharacters()

  init(languages: [String] = []) { fields.languages = languages }

  /// The characters that `charDecl` maps to code points, by their id.
  var scalars: [String: String] { characters.texts }

  mutating func open(_ name: String, _ values: [String: String]) {
    path.append(name)
    attributes.append(values)
    starts.append(text.count)
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
    // Safe: the span lives through the call.
    bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  mutating func close() {
    let start = starts.removeLast()
    let own = attributes.removeLast()
    let name = path.removeLast()
    defer { forget() }
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

  /// An element's text is part of the outer one's too; but none is wanted of the header's parts.
  private mutating func forget() {
    if path.count < 3, !text.isEmpty {
      text.removeAll(keepingCapacity: true)
      for index in starts.indices { starts[index] = 0 }
    }
  }

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
