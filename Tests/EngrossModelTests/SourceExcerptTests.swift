import EngrossModel
import Testing

@Suite struct SourceExcerptTests {
  private func excerpt(_ source: String, _ line: Int, _ column: Int) -> SourceExcerpt? {
    let diagnostic = Diagnostic(
      id: "a", message: "m", position: Position(line: line, column: column))
    return FileReport(name: "a", diagnostics: [diagnostic], source: Array(source.utf8))
      .excerpt(of: diagnostic)
  }

  @Test func `a line shows without its end, and what could steer a terminal is a space`() throws {
    let found = try #require(excerpt("one\r\n\t<a>\u{1B}[31m\r\nthree", 2, 2))
    #expect(found.text == " <a> [31m")
    #expect(found.indent == 1)
    #expect(found.width == 2)
  }

  @Test func `a long line is cut around the place`() throws {
    let line = String(repeating: "å", count: 500_000) + "<b>" + String(repeating: "ø", count: 9_000)
    let found = try #require(excerpt(line, 1, 500_001))
    #expect(found.text.hasPrefix("…å"))
    #expect(found.text.count <= 101)
    let place = found.text.index(found.text.startIndex, offsetBy: found.indent)
    #expect(found.text[place...].hasPrefix("<b>ø"))
    #expect(found.words.hasPrefix("<b>ø"))
    #expect(found.words.unicodeScalars.count == 80)
  }

  @Test func `a place past the end or in a line that isn't there is no crash`() {
    #expect(excerpt("ab", 1, 99)?.text == "ab")
    #expect(excerpt("ab", 7, 1) == nil)
    #expect(excerpt("", 1, 1)?.text == "")
    #expect(excerpt("\u{FEFF}<a>", 1, 1)?.words == "<a>")
  }
}
