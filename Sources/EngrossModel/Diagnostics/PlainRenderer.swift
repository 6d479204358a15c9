extension Diagnostic {
  /// The diagnostic as `file:line:column: severity: sentence [id]`, each note on a line of its own.
  public func rendered(file: String) -> String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    var lines = "\(file)\(place): \(severity.rawValue): \(message) [\(id)]"
    for note in notes {
      lines += "\n\(file):\(note.position.line):\(note.position.column): note: \(note.message)"
    }
    return lines
  }
}
