import Foundation
import Testing

/// One case of `Tests/Fixtures/Text`: options, a document, and the text that a person expects.
struct TextFixture: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let options: [String]
  let xml: String
  let text: String

  /// All cases of the folder.
  static let all: [TextFixture] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/Text").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().flatMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { cases(in: $0) }
        ?? []
    }
  }()

  private static func cases(in page: String) -> [TextFixture] {
    page.components(separatedBy: "\n## ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
      let options = lines[1].trimmingCharacters(in: ["`"]).split(separator: " ").map(String.init)
      let blocks = lines[2].components(separatedBy: "```")
      let xml = blocks[1].dropFirst("xml\n".count).dropLast()
      let text = blocks[3].dropFirst("text\n".count)
      let isWhole = xml.contains("<TEI") || xml.contains("<teiCorpus")
      let start = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>"
      return TextFixture(
        testDescription: String(lines[0]), options: options,
        xml: isWhole ? String(xml) : start + xml + "</body></text></TEI>", text: String(text))
    }
  }
}
