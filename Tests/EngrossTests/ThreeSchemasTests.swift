import Engross
import Foundation
import Testing

/// The self-check uses the project's own engine; here the three schemas judge the same outputs.
struct ThreeSchemasTests {
  /// The bundled schemas, and the XML Schema by itself, which `validate` asks only to explain what
  /// RELAX NG rejects.
  private func validators() throws -> [DocumentValidator] {
    let path = Shared.project.appending(path: "Schemas/engross.xsd").path
    let schema = [UInt8](try Foundation.Data(contentsOf: URL(filePath: path)))
    return [DocumentValidator(), try DocumentValidator(schema: schema, path: path)]
  }

  @Test("Generated texts are valid in RELAX NG, XML Schema and Schematron, as libxml2 runs them")
  func generated() throws {
    let encoder = DocumentEncoder()
    let validators = try validators()
    var texts = GeneratedTexts(seed: 2026)
    var judged = 0
    for _ in 0..<10_500 {
      let text = texts.text()
      guard let document = try? encoder.encode(text) else { continue }
      let findings = validators.flatMap { $0.validate(document.bytes) }
      #expect(findings.isEmpty, "\(findings.first?.rendered(file: "result") ?? "")")
      judged += 1
    }
    #expect(judged >= 10_000)
  }

  @Test("So is every text of the corpora", .enabled(if: Shared.isThere, "needs ../shared"))
  func corpora() throws {
    let encoder = DocumentEncoder()
    let validators = try validators()
    for file in try Shared.files("corpora", ending: ".txt") {
      let document = try encoder.encode([UInt8](try Foundation.Data(contentsOf: file)))
      let findings = validators.flatMap { $0.validate(document.bytes) }
      #expect(findings.isEmpty, "\(file.lastPathComponent)")
    }
  }
}
