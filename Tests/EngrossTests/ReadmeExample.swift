import Engross
import Foundation
import Testing

/// The README's example, between the marks as it stands there.
func readmeExample(print: (Any) -> Void) throws {
  // README
  let source = Array("William J. Clinton\nMay 06, 1997\n\nRemarks at a Dinner\nThank you.\n".utf8)

  let encoded = try DocumentEncoder(date: "2026-11-24").encode(source)
  print(String(decoding: encoded.bytes, as: UTF8.self))

  let validator = DocumentValidator()
  for diagnostic in validator.validate(encoded.bytes) {
    print(diagnostic.rendered(file: "remarks.xml"))
  }

  let text = try TextReader(.original).text(of: encoded.bytes)
  print(text == source)
  // README
}

struct ReadmeExampleTests {
  @Test("The README's example is the one that is compiled here")
  func same() throws {
    let readme = try String(
      contentsOf: Shared.project.appending(path: "README.md"), encoding: .utf8)
    let block = readme.components(separatedBy: "```swift\nimport Engross\n").dropFirst().first?
      .components(separatedBy: "```").first
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
      .components(separatedBy: "  // README\n")
    #expect(lines(own[1]) == block.map(lines))
  }

  private func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  @Test("The README's example does what it says")
  func runs() throws {
    var printed: [String] = []
    try readmeExample { printed.append("\($0)") }
    #expect(printed.count == 2)
    #expect(printed.first?.contains("<date when=\"1997-05-06\"") == true)
    #expect(printed.last == "true")
  }
}
