import EngrossModel
import Testing

@testable import EngrossCommand

@Suite struct ManifestTests {
  private static let hash = SHA256.digest(of: [1])

  private func entry(_ output: Word, _ result: ManifestEntry.Result) -> ManifestEntry {
    ManifestEntry(
      output: output, input: "in/a.txt", inputHash: Self.hash, configuration: Self.hash,
      version: "1.2.3", result: result)
  }

  @Test(arguments: [
    Word("a.xml"), Word("b/ü \"x\"\n%41.xml"), Word([0x63, 0xE9, 0x25, 0x2F, 0xFF, 0x2E]),
  ])
  func `an entry is read as it was written`(output: Word) {
    let written = entry(output, .written(Self.hash, bytes: 17))
    #expect(ManifestEntry(line: written.line) == written)
    let failed = entry(output, .failed(.writing, code: .inputOutput, message: "a \"b\": é\n"))
    #expect(ManifestEntry(line: failed.line) == failed)
  }

  @Test func `no part of a line is an entry`() {
    let line = entry("a.xml", .written(Self.hash, bytes: 17)).line
    for count in line.indices { #expect(ManifestEntry(line: Array(line[..<count])) == nil) }
  }

  @Test(arguments: [
    (0, 10, 1000, 0, "0 of 10 files, 0.0 a second"),
    (5, 10, 1000, 0, "5 of 10 files, 5.0 a second, 2 s left"),
    (1200, 20000, 4000, 2, "1200 of 20000 files, 300 a second, 63 s left, 2 failed"),
    (10, 100_000, 1000, 0, "10 of 100000 files, 10 a second, 2 h left"),
    (10, 10, 1000, 10, "10 of 10 files, 10 a second, 10 failed"),
  ])
  func `progress tells the rate, the time left and the failures`(
    done: Int, total: Int, milliseconds: Int, failed: Int, line: String
  ) {
    #expect(Progress.line(done, of: total, failed: failed, milliseconds: milliseconds) == line)
  }
}
