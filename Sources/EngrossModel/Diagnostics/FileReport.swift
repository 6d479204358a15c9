/// What was found in one file, with what a report needs to show it.
package struct FileReport: Sendable {
  /// The file's name as it's shown.
  package let name: String
  /// What is wrong, in the order of the file.
  package let diagnostics: [Diagnostic]
  /// The schemas that judged it.
  package let schemas: [String]
  private let source: [UInt8]
  private let map: SourceMap?

  /// - Parameter source: the file as UTF-8; empty where it couldn't be read.
  package init(
    name: String, diagnostics: [Diagnostic], schemas: [String] = [], source: [UInt8] = []
  ) {
    self.name = name
    self.diagnostics = diagnostics
    self.schemas = schemas
    self.source = diagnostics.isEmpty ? [] : source
    map = diagnostics.isEmpty ? nil : SourceMap(source)
  }

  /// Whether an error is among the findings.
  package var isInvalid: Bool { diagnostics.contains { $0.severity == .error } }

  /// How many findings have a severity.
  package func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The same file with some of its findings.
  package func with(_ diagnostics: [Diagnostic]) -> FileReport {
    FileReport(name: name, diagnostics: diagnostics, schemas: schemas, source: source)
  }

  /// The source line of a finding; nil when it has no place in this file.
  package func excerpt(of diagnostic: Diagnostic) -> SourceExcerpt? {
    guard let map, let position = diagnostic.position, diagnostic.file == nil else { return nil }
    return SourceExcerpt(source, line: map.range(ofLine: position.line), at: position)
  }

  /// What a finding stands on: its own words of the source, which stay when lines move.
  package func text(of diagnostic: Diagnostic) -> String {
    excerpt(of: diagnostic)?.words ?? diagnostic.message
  }
}
