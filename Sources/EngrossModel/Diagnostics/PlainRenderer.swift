extension Diagnostic {
  /// The diagnostic as `file:line:column: severity: sentence [id]`, each note on a line of its own.
  public func rendered(file: String) -> String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    let head = "\(self.file ?? file)\(place): \(severity.rawValue): \(message) [\(id)]"
    return ([head] + notes.map { $0.rendered(file: file) }).joined(separator: "\n")
  }
}

extension Diagnostic.Note {
  /// The note as `file:line:column: note: sentence`.
  public func rendered(file: String) -> String {
    "\(self.file ?? file):\(position.line):\(position.column): note: \(message)"
  }
}
