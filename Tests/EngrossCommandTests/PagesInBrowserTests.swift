import FoundationEssentials
import Glibc
import Testing

@Suite struct PagesInBrowserTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  /// Made by `make test`, with what Tests/Pages/requirements.txt names.
  private static let python = "\(project)/build/python/bin/python"
  private static let isThere =
    access(python, X_OK) == 0 && access("/usr/bin/chromium", X_OK) == 0
    && (try? Shell().run("'\(python)' -c 'import playwright, axe_playwright_python'").code) == 0

  @Test(.enabled(if: isThere, "Chromium and build/python aren't there; `make test` gets them"))
  func `a proofreader's way through the pages, in Chromium`() throws {
    let shell = try Shell()
    let step = try shell.run(
      "'\(Self.python)' '\(Self.project)/Tests/Pages/check.py' \"$(command -v engross)\" "
        + "'\(Self.project)'")
    #expect(step.code == 0, "\(step.output)\(step.error)")
    #expect(step.output.split(separator: "\n").count > 60)
  }
}
