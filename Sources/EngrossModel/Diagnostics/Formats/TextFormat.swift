/// Findings as a person reads them: `file:line:column: severity: sentence [id]`, a line each; on a
/// terminal with the source line, a caret below the place, and colours.
package struct TextFormat: ReportFormat {
  package static let name = "text"
  private let surroundings: ReportSurroundings

  package init(_ surroundings: ReportSurroundings) { self.surroundings = surroundings }

  package func file(_ report: FileReport) -> String {
    report.diagnostics.map { lines($0, report) }.joined()
  }

  private func lines(_ diagnostic: Diagnostic, _ report: FileReport) -> String {
    guard surroundings.isTerminal else { return diagnostic.rendered(file: report.name) + "\n" }
    let place = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
    var lines =
      "\(paint("\(diagnostic.file ?? report.name)\(place):", "1")) "
      + "\(paint("\(diagnostic.severity.rawValue):", diagnostic.severity.colour)) "
      + "\(diagnostic.message) \(paint("[\(diagnostic.id)]", "2"))\n"
    if let excerpt = report.excerpt(of: diagnostic) {
      let number = String(excerpt.line)
      let margin = String(repeating: " ", count: max(0, 5 - number.count))
      let mark = "^" + String(repeating: "~", count: excerpt.width - 1)
      lines += "\(margin)\(number) | \(excerpt.text)\n"
      lines += "\(String(repeating: " ", count: margin.count + number.count)) | "
      lines += String(repeating: " ", count: excerpt.indent)
      lines += paint(mark, diagnostic.severity.colour) + "\n"
    }
    for note in diagnostic.notes {
      let place = "\(note.file ?? report.name):\(note.position.line):\(note.position.column):"
      let severity = Diagnostic.Severity.note
      lines += "\(paint(place, "1")) \(paint("note:", severity.colour)) \(note.message)\n"
    }
    return lines
  }

  /// Wraps a text in an escape sequence (ECMA-48, Select Graphic Rendition).
  private func paint(_ text: String, _ code: String) -> String {
    surroundings.hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity {
  fileprivate var colour: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;35"
    case .note: "1;36"
    }
  }
}
