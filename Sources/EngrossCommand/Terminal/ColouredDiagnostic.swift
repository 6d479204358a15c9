import EngrossModel

extension Diagnostic {
  /// The diagnostic as plain text or, for a terminal, with its severity in colour.
  func rendered(file: String, colours: Bool) -> String {
    let plain = rendered(file: file)
    guard colours else { return plain }
    return plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.coloured($0, file: file, severities: [severity, .note]) }
      .joined(separator: "\n")
  }

  private static func coloured(
    _ line: Substring, file: String, severities: [Severity]
  ) -> String {
    guard line.hasPrefix(file) else { return String(line) }
    for severity in severities {
      let word = ": \(severity.rawValue): "
      // The first such word after the file's name: a message may hold the same words.
      var start = line.index(line.startIndex, offsetBy: file.count)
      while start < line.endIndex {
        if line[start...].hasPrefix(word) {
          let end = line.index(start, offsetBy: word.count)
          return "\u{1B}[1m\(line[..<start]): \(severity.colour)\(severity.rawValue):"
            + "\u{1B}[0m \(line[end...])"
        }
        if line[start].isLetter { break }
        start = line.index(after: start)
      }
    }
    return String(line)
  }
}

extension Diagnostic.Severity {
  /// The escape sequence of its colour.
  var colour: String {
    switch self {
    case .error: "\u{1B}[31m"
    case .warning: "\u{1B}[35m"
    case .note: "\u{1B}[36m"
    }
  }
}
