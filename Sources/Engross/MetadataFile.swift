import EngrossModel
import FoundationEssentials

/// Why a metadata file can't be used.
public struct MetadataError: Error, Sendable, Hashable {
  /// One sentence without a full stop that names the key.
  public let message: String
}

extension Metadata {
  /// Reads metadata from a JSON object, whose keys the README lists; for keys that it hasn't, the base
  /// holds.
  ///
  /// - Throws: `MetadataError` for what isn't JSON, for a key that isn't known and for a value of
  ///   another form than its key takes.
  public init(json: [UInt8], over base: Metadata = Metadata()) throws(MetadataError) {
    self = base
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: FoundationEssentials.Data(json))
    } catch {
      throw MetadataError(message: "this isn't a JSON object")
    }
    guard case .object(let members) = value else {
      throw MetadataError(message: "this isn't a JSON object")
    }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) { try set(key, value) }
  }

  /// The keys of a metadata file.
  public static let keys = [
    "title", "authors", "publisher", "publicationPlace", "publicationDate", "licence",
    "identifiers", "source", "language", "responsible",
  ]

  private mutating func set(_ key: String, _ value: JSONValue) throws(MetadataError) {
    switch key {
    case "title": title = try value.string(key)
    case "authors": authors = try value.strings(key)
    case "publisher": publisher = try value.string(key)
    case "publicationPlace": publicationPlace = try value.string(key)
    case "publicationDate": publicationDate = try value.date(key)
    case "source": source = try value.string(key)
    case "language": language = try value.language(key)
    case "identifiers":
      identifiers = []
      for (type, value) in try value.object(key).sorted(by: { $0.key < $1.key }) {
        guard JSONValue.isWord(type) else {
          throw MetadataError(
            message: "\"\(type)\" in \"identifiers\" isn't one word, as a kind of identifier is")
        }
        identifiers.append(
          Identifier(type: type, value: try value.string("identifiers.\(type)")))
      }
    case "licence":
      let members = try value.object(key, of: ["text", "target"])
      guard let text = members["text"] else {
        throw MetadataError(message: "\"licence\" lacks \"text\"")
      }
      var target: String?
      if let value = members["target"] { target = try value.address("licence.target") }
      licence = Licence(text: try text.string("licence.text"), target: target)
    case "responsible":
      responsible = []
      for entry in try value.array(key) {
        let members = try entry.object(key, of: ["name", "role"])
        guard let name = members["name"], let role = members["role"] else {
          throw MetadataError(message: "an entry of \"responsible\" lacks \"name\" or \"role\"")
        }
        responsible.append(
          Responsibility(
            name: try name.string("responsible.name"), role: try role.string("responsible.role")))
      }
    default:
      throw MetadataError(
        message: "unknown key \"\(key)\"; the keys are \(Self.keys.joined(separator: ", "))")
    }
  }
}
