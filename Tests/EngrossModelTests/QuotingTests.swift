import EngrossModel
import Testing

@Suite struct QuotingTests {
  @Test func `JSON escapes quotes, backslashes and controls alone`() {
    #expect("a\"b\\c\n\u{1B}é".asJSON == #""a\"b\\c\n\u001bé""#)
  }

  @Test func `XML escapes markup and line ends, and replaces what it can't hold`() {
    #expect(
      "<a b=\"&\">\n\u{0}\u{FFFF}é".asXML == "&lt;a b=&quot;&amp;&quot;&gt;&#10;\u{FFFD}\u{FFFD}é")
  }

  @Test func `a path in a URI keeps its slashes`() {
    #expect("ä b/c:d%.xml".asURIPath == "%C3%A4%20b/c%3Ad%25.xml")
  }
}
