/// A log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
package struct SARIFFormat: ReportFormat {
  package static let name = "sarif"
  private let rules: [(id: String, summary: String)]
  private var isFirst = true

  package init(_ surroundings: ReportSurroundings) { rules = surroundings.rules }

  package func opening() -> String {
    let rules = rules.map { rule in
      "{\"id\":\(rule.id.asJSON),\"shortDescription\":{\"text\":\(rule.summary.asJSON)}}"
    }
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      + "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"engross\",\"version\":\"\(Version.current)\","
      + "\"rules\":[\(rules.joined(separator: ","))]}},"
      + "\"columnKind\":\"unicodeCodePoints\",\"results\":["
  }

  package mutating func file(_ report: FileReport) -> String {
    var text = ""
    for (diagnostic, fingerprint) in report.fingerprints {
      text += (isFirst ? "\n" : ",\n") + result(diagnostic, fingerprint, report)
      isFirst = false
    }
    return text
  }

  package func closing() -> String {
    "\n],\"invocations\":[{\"executionSuccessful\":true}]}]}\n"
  }

  private func result(
    _ diagnostic: Diagnostic, _ fingerprint: Fingerprint, _ report: FileReport
  ) -> String {
    let index = rules.firstIndex { $0.id == diagnostic.id }
    var members = ["\"ruleId\":\(diagnostic.id.asJSON)"]
    if let index { members.append("\"ruleIndex\":\(index)") }
    members.append("\"level\":\"\(diagnostic.severity.rawValue)\"")
    members.append("\"message\":{\"text\":\(diagnostic.message.asJSON)}")
    let place = location(diagnostic.file ?? report.name, diagnostic.position)
    members.append("\"locations\":[{\(place)}]")
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { note in
        "{\(location(note.file ?? report.name, note.position)),"
          + "\"message\":{\"text\":\(note.message.asJSON)}}"
      }
      members.append("\"relatedLocations\":[\(notes.joined(separator: ","))]")
    }
    members.append("\"partialFingerprints\":{\"engross/v1\":\"\(fingerprint.text)\"}")
    return "{\(members.joined(separator: ","))}"
  }

  private func location(_ file: String, _ position: Position?) -> String {
    let region = position.map {
      ",\"region\":{\"startLine\":\($0.line),\"startColumn\":\($0.column)}"
    }
    return "\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(file.asURIPath.asJSON)}"
      + "\(region ?? "")}"
  }
}
