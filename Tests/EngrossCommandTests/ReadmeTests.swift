import FoundationEssentials
import Glibc
import Testing

@testable import EngrossCommand

@Suite struct ReadmeTests {
  private static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")

  /// The tables stand between `<!-- options of NAME -->` and the next `<!-- end -->`.
  @Test func `the README's option tables are those that the commands declare`() throws {
    let written = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    var actual = written
    for command in AllCommands.list {
      let opening = "<!-- options of \(command.name) -->\n"
      let start = try #require(actual.ranges(of: opening).first?.upperBound)
      let end = try #require(actual[start...].ranges(of: "<!-- end -->").first?.lowerBound)
      actual.replaceSubrange(start..<end, with: OptionTable(for: command).markdown + "\n")
    }
    if getenv("ENGROSS_ACCEPT") != nil {
      if actual != written { try Data(actual.utf8).write(to: Self.url) }
    } else {
      #expect(actual == written, "`make accept` writes the tables anew")
    }
  }

  @Test func `the README tells every exit code as the help does`() throws {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    for code in ExitCode.allCases {
      #expect(text.contains("| \(code.rawValue) | \(code.summary) |"))
    }
  }

  @Test func `what the README shows of the founding document stands in its TEI`() throws {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    let start = try #require(text.ranges(of: "```xml\n").first?.upperBound)
    let end = try #require(text[start...].ranges(of: "\n```").first?.lowerBound)
    let sample = Self.url.deletingLastPathComponent()
      .appending(path: "Samples/joint-statement-migration-1997.xml")
    let encoded = String(decoding: try Data(contentsOf: sample), as: UTF8.self)
    for line in text[start..<end].split(separator: "\n") where line != "…" {
      #expect(encoded.contains(line))
    }
  }
}
