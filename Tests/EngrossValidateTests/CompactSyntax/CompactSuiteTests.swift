import EngrossModel
import FoundationEssentials
import Testing

@testable import EngrossValidate

/// A case of James Clark's suite for the compact syntax: a schema that is one, or isn't.
struct CompactCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let compact: String
  let expectation: String
  let xml: String?
  var testDescription: String { id }

  private enum CodingKeys: String, CodingKey {
    case id, compact, xml
    case expectation = "compact_expect"
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/relaxng-spectest/compact").standardizedFileURL

  /// All of them; none where the suite isn't there.
  static let all: [CompactCase] = {
    guard let manifest = try? Data(contentsOf: folder.appending(path: "manifest.jsonl")) else {
      return []
    }
    return manifest.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(CompactCase.self, from: $0)
    }
  }()

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: path)))
  }
}

@Test("The suite's schemas are read, and what isn't one is refused", arguments: CompactCase.all)
func suite(_ test: CompactCase) throws {
  let path = CompactCase.folder.appending(path: test.compact).path()
  let bytes = try test.bytes(test.compact)
  if test.expectation == "correct" {
    _ = try RelaxNGEngine(schema: bytes, path: path, language: .relaxNGCompact)
  } else {
    #expect(throws: SchemaError.self) {
      try RelaxNGEngine(schema: bytes, path: path, language: .relaxNGCompact)
    }
  }
}
