import Engross
import Foundation
import Testing

/// jing, the RELAX NG validator that others are measured by, and Engross agree on which documents
/// are valid: here some documents against each schema, in Tests/Verdicts/jing.py all.
@Suite(.enabled(if: Shared.isThere && Shared.hasJing, "needs ../shared and jing"))
struct JingVerdictsTests {
  /// Every fourth of the smaller documents; jing reads no document behind one that it can't parse,
  /// and asks the network for document types.
  private static func documents() throws -> [String] {
    let small = try Shared.files("tei-docs", ending: ".xml").filter {
      let source = try Data(contentsOf: $0)
      return source.count < 40_000 && source.range(of: Data("<!DOCTYPE".utf8)) == nil
    }
    return try small.enumerated().filter { $0.offset % 4 == 0 }.map(\.element.path)
      .filter { try run("xmllint", ["--nonet", "--noout", $0]).code == 0 }
  }

  /// Those that reject some documents and accept some; each reads as another version of TEI.
  @Test(arguments: [
    "tei_all.rng", "tei_all_2.7.rng", "tei_all_4.0.rng", "tei_all_4.9.0a.rng", "tei_drama.rng",
    "tei_lite_4.9.0a.rng", "tei_simplePrint.rng", "teisimple.rng",
  ])
  func `the verdicts on edited documents are the same`(_ schema: String) throws {
    let paths = try Self.documents()
    try #require(paths.count > 40)
    var settings = DocumentValidator.Settings()
    settings.schemas = [Shared.folder.appending(path: "schemas/\(schema)").path]
    settings.checks = [.ids]
    let validator = try DocumentValidator(settings)
    let report = try run("jing", settings.schemas + paths).output
    let rejected = Set(
      report.split(separator: "\n").filter { $0.contains(": error:") }
        .map { String($0.prefix { $0 != ":" }) })
    // A run that rejects all or nothing would show little.
    #expect(!rejected.isEmpty && rejected.count < paths.count)
    for path in paths {
      let source = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let errors = validator.judge(source, path: path).diagnostics.filter { $0.severity == .error }
      let ours = errors.first?.rendered(file: path) ?? "valid"
      #expect(errors.isEmpty != rejected.contains(path), "\(path): \(ours)")
    }
  }
}
