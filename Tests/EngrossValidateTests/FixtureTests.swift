import EngrossModel
import EngrossValidate
import FoundationEssentials
import Testing

/// A document with one mistake, and where and what it is: a line of `expected.tsv`.
struct InvalidFixture: Sendable, CustomTestStringConvertible {
  let file: String
  let place: String
  let kind: String
  var testDescription: String { file }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Invalid")

  static let all: [InvalidFixture] = {
    let table = try? String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8)
    return (table ?? "").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4, Int(fields[1]) != nil else { return nil }
      return InvalidFixture(
        file: fields[0], place: "\(fields[1]):\(fields[2])", kind: fields[3])
    }
  }()
}

private let validator = Validator()

@Test("A document with one mistake gives one message in its place", arguments: InvalidFixture.all)
func fixture(_ fixture: InvalidFixture) throws {
  let bytes = try Data(contentsOf: InvalidFixture.folder.appending(path: fixture.file))
  let found = validator.diagnostics(of: Array(bytes))
  let places = found.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
  let report = found.map { $0.rendered(file: fixture.file) }
  if fixture.kind == "xml-error" {
    // What a parser calls the place of an error differs by a token; the line doesn't.
    let lines = found.map { "\($0.position?.line ?? 0)" }
    #expect(lines == [String(fixture.place.prefix { $0 != ":" })], "\(report)")
    #expect(found.allSatisfy { $0.id.hasPrefix("xml.") }, "\(report)")
  } else {
    #expect(places == [fixture.place], "\(report)")
    let kinds = found.map { $0.id.split(separator: ".").last.map(String.init) ?? "" }
    #expect(kinds.allSatisfy { $0 == fixture.kind || moreExact[$0] == fixture.kind }, "\(report)")
  }
}

/// Kinds that say more than the table does; what is missing has two names, as one element may be
/// lacking or any of several.
private let moreExact = [
  "bad-id": "bad-value",
  "unknown-element": "element-not-allowed", "wrong-namespace": "element-not-allowed",
  "misplaced-element": "element-not-allowed",
  "missing-element": "incomplete-content", "incomplete-content": "missing-element",
]
