/// A report for GitLab's Code Quality: one JSON array.
package struct GitLabFormat: ReportFormat {
  package static let name = "gitlab"
  private var isFirst = true

  package init(_ surroundings: ReportSurroundings) {}

  package func opening() -> String { "[" }

  package mutating func file(_ report: FileReport) -> String {
    var text = ""
    for (diagnostic, fingerprint) in report.fingerprints {
      text += (isFirst ? "\n" : ",\n") + Self.object(diagnostic, fingerprint, report.name)
      isFirst = false
    }
    return text
  }

  package func closing() -> String { "\n]\n" }

  private static func object(
    _ diagnostic: Diagnostic, _ fingerprint: Fingerprint, _ name: String
  ) -> String {
    let severity =
      switch diagnostic.severity {
      case .error: "major"
      case .warning: "minor"
      case .note: "info"
      }
    let position = diagnostic.position ?? Position(line: 1, column: 1)
    return "{\"description\":\(diagnostic.message.asJSON),\"check_name\":\(diagnostic.id.asJSON),"
      + "\"fingerprint\":\"\(fingerprint.text)\",\"severity\":\"\(severity)\","
      + "\"location\":{\"path\":\((diagnostic.file ?? name).asJSON),"
      + "\"positions\":{\"begin\":{\"line\":\(position.line),\"column\":\(position.column)}}}}"
  }
}
