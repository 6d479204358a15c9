import FoundationEssentials
import Testing

@testable import EngrossValidate

private let wholeTEI = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../../shared/schemas/tei_all.rng").standardizedFileURL.path()

@Test(
  "10,000 documents made from the bundled grammar are valid against it and against tei_all",
  .enabled(if: FileManager.default.fileExists(atPath: wholeTEI), "tei_all.rng isn't there"))
func generatedInstances() throws {
  let own = try RelaxNGEngine(schema: BundledSchemas.relaxNG, path: "engross.rng")
  let whole = try RelaxNGEngine(schema: LocalFile.bytes(wholeTEI), path: wholeTEI)
  var generator = InstanceGenerator(own.grammar, seed: 1)
  for _ in 0..<10_000 {
    let document = generator.document()
    let bytes = Array(document.utf8)
    let found = try (own.faults(in: bytes).first, whole.faults(in: bytes).first)
    if let fault = found.0 ?? found.1 {
      Issue.record("\(fault.kind) in \(fault.holder?.local ?? ""): \(document)")
      return
    }
  }
  // Most of the grammar's elements come up.
  #expect(generator.written.count * 10 > own.grammar.declarations.count * 8)
}
