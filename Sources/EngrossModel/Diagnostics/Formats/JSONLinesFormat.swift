/// One JSON object a file and line: its name, whether it's valid, the schemas that judged it, and
/// its findings, complete.
package struct JSONLinesFormat: ReportFormat {
  package static let name = "json"

  package init(_ surroundings: ReportSurroundings) {}

  package func file(_ report: FileReport) -> String {
    "{\"file\":\(report.name.asJSON),\(Self.members(of: report))}\n"
  }

  /// What the object says beside the file's name.
  package static func members(of report: FileReport) -> String {
    let schemas = report.schemas.map(\.asJSON).joined(separator: ",")
    let findings = report.diagnostics.map(object).joined(separator: ",")
    return "\"valid\":\(!report.isInvalid),\"schemas\":[\(schemas)],\"findings\":[\(findings)]"
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    var members = [
      "\"id\":\(diagnostic.id.asJSON)", "\"severity\":\"\(diagnostic.severity.rawValue)\"",
      "\"message\":\(diagnostic.message.asJSON)",
    ]
    members += place(diagnostic.file, diagnostic.position)
    if !diagnostic.expected.isEmpty {
      members.append(
        "\"expected\":[\(diagnostic.expected.map(\.asJSON).joined(separator: ","))]")
    }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { note in
        let members = ["\"message\":\(note.message.asJSON)"] + place(note.file, note.position)
        return "{\(members.joined(separator: ","))}"
      }
      members.append("\"notes\":[\(notes.joined(separator: ","))]")
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static func place(_ file: String?, _ position: Position?) -> [String] {
    (file.map { ["\"file\":\($0.asJSON)"] } ?? [])
      + (position.map { ["\"line\":\($0.line)", "\"column\":\($0.column)"] } ?? [])
  }
}
