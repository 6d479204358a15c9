import FoundationEssentials
import Glibc
import Testing

@Suite struct ReportConsumersTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  /// Made by `make test`, with what Tests/Reports/requirements.txt names.
  private static let python = "\(project)/build/python/bin/python"
  private static let isThere = access(python, X_OK) == 0

  @Test(.enabled(if: isThere, "build/python isn't there; `make test` makes it where PyPI is"))
  func `programs that others use read our reports, our action and our pages on CI`() throws {
    let shell = try Shell()
    let step = try shell.run(
      "'\(Self.python)' '\(Self.project)/Tests/Reports/check.py' \"$(command -v engross)\" "
        + "'\(Self.project)'")
    #expect(step.code == 0, "\(step.output)\(step.error)")
    #expect(step.output.split(separator: "\n").count > 12)
  }
}
