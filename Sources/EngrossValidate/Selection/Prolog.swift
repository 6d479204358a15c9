/// What a document says of its schemas, up to the end of its outermost start tag.
///
/// Read from the bytes, without a parser: what isn't well-formed is told elsewhere, and here only
/// must not mislead.
struct Prolog {
  /// A processing instruction `xml-model` (W3C, Associating Schemas with XML documents 1.0).
  struct Model {
    let attributes: [String: String]
    let offset: Int
  }
  /// A document type declaration with an external identifier (XML 1.0, section 2.8).
  struct DocumentType {
    let publicIdentifier: String?
    let systemIdentifier: String
    let offset: Int
  }

  private(set) var models: [Model] = []
  private(set) var documentType: DocumentType?
  /// The attributes of the outermost element as written, and its byte offset.
  private(set) var root: (attributes: [String: String], name: String, offset: Int)?

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if has("!--") {
        guard skip(past: "-->") else { return }
      } else if has("?") {
        let start = index
        guard skip(past: "?>") else { return }
        instruction(bytes[(start + 1)..<(index - 2)], at: open)
      } else if has("!DOCTYPE") {
        index += 8
        declaration(at: open)
      } else {
        root = startTag(at: open)
        return
      }
    }
  }

  private mutating func instruction(_ content: ArraySlice<UInt8>, at offset: Int) {
    let target = content.prefix { !Self.isSpace($0) }
    guard target.elementsEqual("xml-model".utf8) else { return }
    var scanner = AttributeScanner(content.dropFirst(target.count))
    models.append(Model(attributes: scanner.all(), offset: offset))
  }

  private mutating func declaration(at offset: Int) {
    skipSpace()
    skip { !Self.isSpace($0) && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ">") }
    skipSpace()
    if has("PUBLIC") {
      index += 6
      if let publicID = literal(), let systemID = literal() {
        documentType = DocumentType(
          publicIdentifier: publicID, systemIdentifier: systemID, offset: offset)
      }
    } else if has("SYSTEM") {
      index += 6
      if let systemID = literal() {
        documentType = DocumentType(
          publicIdentifier: nil, systemIdentifier: systemID, offset: offset)
      }
    }
    skipSubset()
  }

  /// Goes past an internal subset, in which quotes and comments may hold brackets.
  private mutating func skipSubset() {
    var isInside = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index += 1
        skip { $0 != byte }
      } else if has("<!--") {
        guard skip(past: "-->") else { return }
        continue
      } else if has("<?") {
        guard skip(past: "?>") else { return }
        continue
      } else if byte == UInt8(ascii: "[") {
        isInside = true
      } else if byte == UInt8(ascii: "]") {
        isInside = false
      } else if byte == UInt8(ascii: ">"), !isInside {
        index += 1
        return
      }
      index += 1
    }
  }

  private mutating func startTag(at offset: Int) -> ([String: String], String, Int)? {
    let start = index
    var quote: UInt8 = 0
    while index < bytes.count, quote != 0 || bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    let content = bytes[start..<index]
    let name = content.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "/") }
    var scanner = AttributeScanner(content.dropFirst(name.count))
    return (scanner.all(), String(decoding: name, as: UTF8.self), offset)
  }

  private mutating func literal() -> String? {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == 0x27 else {
      return nil
    }
    let quote = bytes[index]
    let start = index + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    index = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func has(_ text: StaticString) -> Bool {
    index + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func skip(past text: StaticString) -> Bool {
    while index < bytes.count {
      if has(text) {
        index += text.utf8CodeUnitCount
        return true
      }
      index += 1
    }
    return false
  }

  private mutating func skip(while matches: (UInt8) -> Bool) {
    while index < bytes.count, matches(bytes[index]) { index += 1 }
  }

  private mutating func skipSpace() { skip(while: Self.isSpace) }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// Reads `name="value"` pairs, as start tags and `xml-model` have them.
struct AttributeScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// All pairs; of a name that stands twice, the first.
  mutating func all() -> [String: String] {
    var found: [String: String] = [:]
    while true {
      rest = rest.drop(while: Prolog.isSpace)
      let name = rest.prefix { !Prolog.isSpace($0) && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(name.count).drop(while: Prolog.isSpace)
      guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return found }
      rest = rest.drop(while: Prolog.isSpace)
      guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == 0x27,
        let end = rest.firstIndex(of: quote)
      else { return found }
      let key = String(decoding: name, as: UTF8.self)
      if found[key] == nil { found[key] = Self.text(rest[..<end]) }
      rest = rest[(end + 1)...]
    }
  }

  /// The value with XML's own five entities read.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for (index, part) in String(decoding: bytes, as: UTF8.self)
      .split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      guard index > 0 else {
        text += part
        continue
      }
      let entities = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "apos;": "'"]
      if let (name, character) = entities.first(where: { part.hasPrefix($0.key) }) {
        text += character + part.dropFirst(name.count)
      } else {
        text += "&" + part
      }
    }
    return text
  }
}
