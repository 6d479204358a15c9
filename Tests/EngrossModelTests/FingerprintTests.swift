import EngrossModel
import Testing

@Suite struct FingerprintTests {
  private func fingerprints(_ source: String, _ positions: [(Int, Int)]) -> [String] {
    let diagnostics = positions.map {
      Diagnostic(id: "a.b", message: "m", position: Position(line: $0.0, column: $0.1))
    }
    return FileReport(name: "a.xml", diagnostics: diagnostics, source: Array(source.utf8))
      .fingerprints.map(\.fingerprint.text)
  }

  @Test func `a finding keeps its fingerprint when lines move`() {
    #expect(fingerprints("<a>\n<b>", [(2, 1)]) == fingerprints("<a>\n\n\n<b>", [(4, 1)]))
  }

  @Test func `findings that look alike have different fingerprints`() {
    let both = fingerprints("<b>\n<b>", [(1, 1), (2, 1)])
    #expect(Set(both).count == 2)
    #expect(both.allSatisfy { $0.utf8.count == 16 })
  }
}
