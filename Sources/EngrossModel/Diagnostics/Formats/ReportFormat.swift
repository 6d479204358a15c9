/// A form in which the findings about many files are written, file by file, so that no more than
/// one file's findings are in memory.
package protocol ReportFormat: Sendable {
  /// What is typed to choose it.
  static var name: String { get }
  /// Makes a writer.
  init(_ surroundings: ReportSurroundings)
  /// What stands before the first file.
  mutating func opening() -> String
  /// One file, whether something is wrong with it or not.
  mutating func file(_ report: FileReport) -> String
  /// What stands after the last file.
  mutating func closing() -> String
}

extension ReportFormat {
  package mutating func opening() -> String { "" }
  package mutating func closing() -> String { "" }
}

/// What a format may need to know beside the findings.
package struct ReportSurroundings: Sendable {
  /// Whether the report goes to a terminal, where source lines and colours help.
  package var isTerminal = false
  /// Whether colours are wanted.
  package var hasColours = false
  /// The ids of all findings there may be, each with a sentence that says what it means.
  package var rules: [(id: String, summary: String)] = []

  package init() {}
}

/// The formats, in the order of the help.
package enum AllReportFormats {
  package static let list: [any ReportFormat.Type] = [
    TextFormat.self, JSONLinesFormat.self, SARIFFormat.self, JUnitFormat.self,
    CheckstyleFormat.self, GitHubFormat.self, GitLabFormat.self,
  ]
}
