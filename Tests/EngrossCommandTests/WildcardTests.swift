import Testing

@testable import EngrossCommand

@Suite struct WildcardTests {
  @Test(arguments: [
    ("*.xml", "a.xml", true), ("*.xml", ".a.xml", false), (".*", ".a", true),
    ("a?c", "abc", true), ("a?c", "ac", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
    ("[]x]", "]", true), ("[a", "[a", true), ("a*b*c", "aXbXbc", true), ("a*b*c", "aXbX", false),
    ("**", "a", true), ("", "", true), ("*", "", true), ("[a-]", "-", true), ("[^a]", "b", true),
  ])
  func `a name matches as in a shell`(pattern: String, name: String, matches: Bool) {
    #expect(Wildcard(Array(pattern.utf8)[...]).matches(Word(name)) == matches)
  }

  @Test func `many stars don't multiply`() {
    let pattern = String(repeating: "*a", count: 60) + "b"
    let name = String(repeating: "a", count: 250)
    #expect(!Wildcard(Array(pattern.utf8)[...]).matches(Word(name)))
  }
}
