/// A report as Checkstyle writes it, which many editors and servers read.
package struct CheckstyleFormat: ReportFormat {
  package static let name = "checkstyle"

  package init(_ surroundings: ReportSurroundings) {}

  package func opening() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
  }

  package func file(_ report: FileReport) -> String {
    var files: [String] = []
    var errors: [String: String] = [:]
    // A file that is included has an entry of its own.
    for diagnostic in report.diagnostics {
      let file = diagnostic.file ?? report.name
      if errors[file] == nil { files.append(file) }
      errors[file, default: ""] += Self.error(diagnostic)
    }
    return files.map { "<file name=\"\($0.asXML)\">\n\(errors[$0] ?? "")</file>\n" }.joined()
  }

  package func closing() -> String { "</checkstyle>\n" }

  private static func error(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity == .note ? "info" : diagnostic.severity.rawValue
    let place = diagnostic.position.map { "line=\"\($0.line)\" column=\"\($0.column)\" " }
    return "<error \(place ?? "line=\"1\" ")severity=\"\(severity)\" "
      + "message=\"\(diagnostic.message.asXML)\" source=\"engross.\(diagnostic.id.asXML)\"/>\n"
  }
}
