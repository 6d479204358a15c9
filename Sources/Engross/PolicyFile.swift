import EngrossModel
import EngrossTransform
import FoundationEssentials

extension TextPolicy {
  /// Reads a policy file: a JSON object with a preset's name, a value for each point that differs, and
  /// a width.
  ///
  /// - Throws: `MetadataError` that says what is wrong.
  public init(json: [UInt8]) throws(MetadataError) {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
    } catch {
      throw MetadataError(message: "a policy is a JSON object, and this isn't JSON")
    }
    guard case .object(let members) = value else {
      throw MetadataError(message: "a policy is a JSON object, such as {\"preset\": \"corpus\"}")
    }
    var policy = TextPolicy()
    if let preset = members["preset"] {
      let name = try preset.string("preset")
      guard let preset = Preset(rawValue: name) else {
        let names = Preset.allCases.map(\.rawValue).joined(separator: ", ")
        throw MetadataError(message: "unknown preset \"\(name)\"; they are \(names)")
      }
      policy = TextPolicy(preset)
    }
    for key in members.keys.sorted() where key != "preset" {
      if key == "width" {
        guard case .integer(let width) = members[key]!, width > 0 else {
          throw MetadataError(message: "\"width\" takes a number of characters, such as 80")
        }
        policy.width = width
        continue
      }
      guard let point = PolicyPoint(rawValue: key) else {
        let names = PolicyPoint.allCases.map(\.rawValue).joined(separator: ", ")
        throw MetadataError(message: "unknown key \"\(key)\"; the keys are preset, width, \(names)")
      }
      let words = try members[key]!.string(key)
      if !policy.set(point, to: words) {
        throw MetadataError(message: point.refusal(of: words))
      }
    }
    self = policy
  }

  /// The policy as a file that `init(json:)` reads, each point on a line of its own.
  public var json: String {
    var lines = PolicyPoint.allCases.map { "  \($0.rawValue.asJSON): \(words($0).asJSON)" }
    if let width { lines.append("  \"width\": \(width)") }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}

extension PolicyPoint {
  /// Says that the point doesn't take words.
  public func refusal(of words: String) -> String {
    let names = treatments.map(\.rawValue).joined(separator: ", ")
    let more = self == .note ? "; and TYPE=… for the notes of a type or place" : ""
    return "\"\(rawValue)\" takes \(names)\(more), not \"\(words)\""
  }
}
