/// A report as JUnit's Ant task writes it: each file is a suite of one test, which fails with the
/// errors as its text; warnings are its output.
package struct JUnitFormat: ReportFormat {
  package static let name = "junit"

  package init(_ surroundings: ReportSurroundings) {}

  package func opening() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"engross validate\">\n"
  }

  package func file(_ report: FileReport) -> String {
    let name = report.name.asXML
    let isUnreadable = report.diagnostics.contains { $0.id == "file.unreadable" }
    let isFailed = report.isInvalid && !isUnreadable
    var text =
      "<testsuite name=\"\(name)\" tests=\"1\" failures=\"\(isFailed ? 1 : 0)\" errors=\"\(isUnreadable ? 1 : 0)\" "
      + "skipped=\"0\"><testcase classname=\"engross.validate\" name=\"\(name)\" file=\"\(name)\">"
    let errors = report.diagnostics.filter { $0.severity == .error }
    if let first = errors.first {
      let message = errors.count == 1 ? first.message : "\(errors.count) errors"
      let element = isUnreadable ? "error" : "failure"
      text += "<\(element) message=\"\(message.asXML)\" type=\"\(first.id.asXML)\">"
      text += lines(errors, report) + "</\(element)>"
    }
    let others = report.diagnostics.filter { $0.severity != .error }
    if !others.isEmpty { text += "<system-out>\(lines(others, report))</system-out>" }
    return text + "</testcase></testsuite>\n"
  }

  package func closing() -> String { "</testsuites>\n" }

  private func lines(_ diagnostics: [Diagnostic], _ report: FileReport) -> String {
    diagnostics.map { $0.rendered(file: report.name).asXML }.joined(separator: "\n")
  }
}
