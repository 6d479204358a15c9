import EngrossModel
import FoundationEssentials
import Testing

@testable import EngrossValidate

/// A case of James Clark's suite: a schema that is one, or isn't, and documents.
struct SuiteCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Document: Decodable, Sendable {
    let file: String
    let expect: String
  }

  let id: String
  let schema: String
  let expect: String
  let docs: [Document]
  var testDescription: String { id }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/relaxng-spectest/xml").standardizedFileURL

  /// All of them; none where the suite isn't there.
  static let all: [SuiteCase] = {
    guard let manifest = try? Data(contentsOf: folder.appending(path: "manifest.jsonl")) else {
      return []
    }
    return manifest.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(SuiteCase.self, from: $0)
    }
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  func engine() throws -> RelaxNGEngine {
    try RelaxNGEngine(
      schema: Self.bytes(schema), path: Self.folder.appending(path: schema).path())
  }
}

@Test("RELAX NG's suite in the XML syntax: schemas and documents", arguments: SuiteCase.all)
func specification(_ test: SuiteCase) throws {
  guard test.expect == "correct" else {
    #expect(throws: SchemaError.self) { try test.engine() }
    return
  }
  let engine = try test.engine()
  for document in test.docs {
    let faults = try engine.faults(in: SuiteCase.bytes(document.file))
    #expect(faults.isEmpty == (document.expect == "valid"), "\(document.file)")
  }
}
