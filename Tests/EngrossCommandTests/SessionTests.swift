import FoundationEssentials
import Glibc
import Testing

@Suite struct SessionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "CommandTests").path

  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))!
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test(arguments: names)
  func `the session goes as written`(name: String) throws {
    let url = URL(filePath: "\(Self.folder)/\(name)")
    let written = Session(markdown: String(decoding: try Data(contentsOf: url), as: UTF8.self))
    let isAccepting = getenv("ENGROSS_ACCEPT") != nil
    var actual = written
    let shell = try Shell()
    for (index, part) in written.parts.enumerated() {
      switch part {
      case .prose: continue
      case .file(_, let name, let content, _): try shell.add(name, content)
      case .step(let step):
        let result = try shell.run(step.command)
        actual.parts[index] = .step(result)
        if !isAccepting { #expect(result.markdown == step.markdown) }
      }
    }
    if isAccepting, actual.markdown != written.markdown {
      try Data(actual.markdown.utf8).write(to: url)
    }
  }

  @Test func `a session is written as it was read`() {
    let markdown = """
      # Title

      ```` file a.txt
      ```
      ````

      ``` session
      $ a \\
      > b
      out
      \\
      ! error
      = 3
      $ c
      ```

      """
    let session = Session(markdown: markdown)
    #expect(session.markdown == markdown)
    #expect(session.parts.contains(.step(.init(command: "c"))))
    #expect(
      session.parts.contains(
        .step(.init(command: "a \\\nb", output: "out", error: "error\n", code: 3))))
  }
}
