import EngrossModel
import Testing

@Suite struct TextFormatTests {
  private static let source = Array("<p>\n  at <placename>Åland</placename>\n</p>".utf8)
  private static let report = FileReport(
    name: "a.xml",
    diagnostics: [
      Diagnostic(
        id: "rng.unknown-element", message: "no", position: Position(line: 2, column: 6),
        notes: [.init("here", at: Position(line: 1, column: 1), in: "b.xml")])
    ], source: source)

  @Test func `without a terminal a finding is one line`() {
    let format = TextFormat(ReportSurroundings())
    #expect(
      format.file(Self.report)
        == "a.xml:2:6: error: no [rng.unknown-element]\nb.xml:1:1: note: here\n")
  }

  @Test func `on a terminal the source line follows, with a caret below the place`() {
    var surroundings = ReportSurroundings()
    surroundings.isTerminal = true
    #expect(
      TextFormat(surroundings).file(Self.report) == """
        a.xml:2:6: error: no [rng.unknown-element]
            2 |   at <placename>Åland</placename>
              |      ^~~~~~~~~~
        b.xml:1:1: note: here

        """)
  }

  @Test func `colours wrap the severity and the caret`() {
    var surroundings = ReportSurroundings()
    surroundings.isTerminal = true
    surroundings.hasColours = true
    let text = TextFormat(surroundings).file(Self.report)
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m no"))
    #expect(text.contains("\u{1B}[1;31m^~~~~~~~~~\u{1B}[0m"))
  }
}
