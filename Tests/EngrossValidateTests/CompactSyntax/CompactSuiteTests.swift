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

@Test("The suite's schemas mean what their XML syntax does", arguments: CompactCase.all)
func suite(_ test: CompactCase) throws {
  let compact = test.outcome(of: test.compact, try test.bytes(test.compact), .relaxNGCompact)
  // One case's XML syntax includes a file that isn't in the suite.
  if test.id == "075" { return #expect(compact.fault == "the grammar has no start") }
  if let path = test.xml, test.expectation == "correct" {
    #expect(compact == test.outcome(of: path, try test.bytes(path), .relaxNG))
  } else {
    #expect(compact.fault != nil)
  }
}

extension CompactCase {
  /// What came of a schema: its patterns, or why it's none. Some of the suite's are right by their
  /// syntax alone, and break a restriction in both.
  struct Outcome: Equatable {
    var fault: String?
    var patterns = ""
  }

  fileprivate func outcome(
    of path: String, _ bytes: [UInt8], _ language: SchemaLanguage
  ) -> Outcome {
    do throws(SchemaError) {
      let grammar = try RelaxNGEngine(
        schema: bytes, path: Self.folder.appending(path: path).path(), language: language
      ).grammar
      let names = grammar.symbols.names.map { "{\($0.namespace)}\($0.local)" }
      return Outcome(patterns: "\(grammar.table.nodes) \(names)")
    } catch {
      return Outcome(fault: error.diagnostic.message)
    }
  }
}
