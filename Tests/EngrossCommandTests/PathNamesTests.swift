import Testing

@testable import EngrossCommand

@Suite struct PathNamesTests {
  @Test(arguments: [
    ("a/b/letter.txt", "letter.xml"), ("LETTER.TXT", "LETTER.xml"), ("letter.1", "letter.1.xml"),
    ("letter", "letter.xml"), (".txt", ".txt.xml"), ("a.txt/b", "b.xml"),
  ])
  func `an output has the name of its input with another ending`(path: String, name: String) {
    #expect(Word(path).fileName.replacing(ending: ".txt", by: ".xml") == Word(name))
  }

  @Test func `a temporary file stands beside its target`() {
    #expect(Word("a/b.xml").sibling(named: "t") == "a/t")
    #expect(Word("b.xml").sibling(named: "t") == "t")
    #expect(Word("/b.xml").sibling(named: "t") == "/t")
    #expect(Word("d/").appending("b") == "d/b")
    #expect(Word("d").appending("b") == "d/b")
  }
}
