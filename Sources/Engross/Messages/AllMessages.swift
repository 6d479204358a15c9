extension Message {
  /// All messages, by their ids.
  public static let all: [Message] =
    (wellFormedness + grammar + rules + checks + files).sorted { $0.id < $1.id }

  /// The message of an id; one of a grammar has the same whatever language the schema is in, and a
  /// rule of a user's own Schematron the one for all of these.
  public static func explaining(_ id: String) -> Message? {
    if let message = all.first(where: { $0.id == id }) { return message }
    guard let dot = id.firstIndex(of: ".") else { return nil }
    let kind = id[dot...]
    switch id[..<dot] {
    case "xsd", "dtd": return grammar.first { $0.id == "rng" + kind }
    case "sch" where !kind.dropFirst().isEmpty: return all.first { $0.id == "sch.rule" }
    default: return nil
    }
  }
}
