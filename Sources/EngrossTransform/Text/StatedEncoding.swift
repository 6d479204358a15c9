import EngrossModel

extension Document {
  /// The encoding that the header states for the source: `ref/@mimeType` in `sourceDesc`, as Engross
  /// writes it; nil where none is stated.
  package var statedEncoding: SourceEncoding? {
    let prefix = "text/plain;charset="
    for reference in root?.first("teiHeader")?.first("fileDesc")?.first("sourceDesc")?.all("ref")
      ?? []
    {
      if let type = reference["mimeType"], type.hasPrefix(prefix) {
        return SourceEncoding(rawValue: String(type.dropFirst(prefix.count)))
      }
    }
    return nil
  }
}
