/// A value of a JSON text (RFC 8259), as far as metadata has them.
enum JSONValue: Decodable {
  case string(String)
  case integer(Int)
  case array([JSONValue])
  case object([String: JSONValue])
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  /// A string that isn't blank.
  func string(_ key: String) throws(MetadataError) -> String {
    guard case .string(let string) = self, string.contains(where: { !$0.isWhitespace }),
      string.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }),
      string.unicodeScalars.allSatisfy({ $0.value & 0xFFFE != 0xFFFE })
    else { throw MetadataError(message: "\"\(key)\" takes a string that isn't empty") }
    return string
  }

  func array(_ key: String) throws(MetadataError) -> [JSONValue] {
    guard case .array(let array) = self else {
      throw MetadataError(message: "\"\(key)\" takes a list")
    }
    return array
  }

  func strings(_ key: String) throws(MetadataError) -> [String] {
    var strings: [String] = []
    for value in try array(key) { strings.append(try value.string(key)) }
    return strings
  }

  func object(
    _ key: String, of known: [String]? = nil
  ) throws(MetadataError) -> [String: JSONValue] {
    guard case .object(let members) = self else {
      throw MetadataError(message: "\"\(key)\" takes an object")
    }
    if let known, let unknown = members.keys.sorted().first(where: { !known.contains($0) }) {
      throw MetadataError(
        message: "unknown key \"\(unknown)\" in \"\(key)\"; "
          + "its keys are \(known.joined(separator: ", "))")
    }
    return members
  }

  /// A year, a month or a day as ISO 8601 writes it.
  func date(_ key: String) throws(MetadataError) -> String {
    let string = try string(key)
    guard ISODate.isValid(string) else {
      throw MetadataError(
        message:
          "\"\(string)\" isn't a date that \"\(key)\" takes; write 2026-11-24, 2026-11 or 2026")
    }
    return string
  }

  /// A language tag (BCP 47): a language of two or three letters, then subtags.
  func language(_ key: String) throws(MetadataError) -> String {
    let tag = try string(key)
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.utf8.allSatisfy {
          Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
        }
    }
    guard isTag, let first = parts.first, (2...3).contains(first.count),
      first.utf8.allSatisfy({ $0 >= 0x41 && $0 < 0x80 })
    else {
      throw MetadataError(message: "\"\(tag)\" isn't a language tag; write \"en\" or \"pt-BR\"")
    }
    return tag
  }

  /// A URI, as far as XML needs it: no white space.
  func address(_ key: String) throws(MetadataError) -> String {
    let string = try string(key)
    guard JSONValue.isAddress(string) else {
      throw MetadataError(message: "\"\(key)\" takes a URI; \"\(string)\" is none")
    }
    return string
  }

  /// Whether a string is a URI with a scheme (RFC 3986).
  static func isAddress(_ string: String) -> Bool {
    guard let colon = string.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let allowed = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%".utf8)
    return colon != string.utf8.startIndex && string.utf8.allSatisfy(allowed.contains)
  }

  /// Whether a string is a name without a colon, which TEI takes for a type.
  static func isWord(_ string: String) -> Bool {
    guard let first = string.utf8.first, first >= 0x41 else { return false }
    return string.utf8.allSatisfy {
      $0 < 0x80
        && ($0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
          || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber)
    } && Character(Unicode.Scalar(first)).isLetter
  }
}
