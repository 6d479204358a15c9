/// Text for the log, each finding followed by the workflow command that shows it beside its line.
///
/// GitHub Docs, Workflow commands for GitHub Actions.
package struct GitHubFormat: ReportFormat {
  package static let name = "github"

  package init(_ surroundings: ReportSurroundings) {}

  package func file(_ report: FileReport) -> String {
    report.diagnostics.map { diagnostic in
      diagnostic.rendered(file: report.name) + "\n" + Self.command(diagnostic, report.name) + "\n"
    }.joined()
  }

  private static func command(_ diagnostic: Diagnostic, _ name: String) -> String {
    let word = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    let place = diagnostic.position.map { ",line=\($0.line),col=\($0.column)" } ?? ""
    return "::\(word) file=\(property(diagnostic.file ?? name))\(place),"
      + "title=\(property(diagnostic.id))::\(data(diagnostic.message))"
  }

  private static func data(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  private static func property(_ text: String) -> String {
    data(text).unicodeScalars.map { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}
