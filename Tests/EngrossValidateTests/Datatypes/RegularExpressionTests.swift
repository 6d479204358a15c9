import Testing

@testable import EngrossValidate

extension RegularExpression {
  fileprivate func matches(_ literal: String) -> Bool { matches(Array(literal.utf8).span) }
}

@Test(
  "An expression matches whole literals",
  arguments: [
    ("", [""], ["a"]),
    ("a|b", ["a", "b"], ["", "ab"]),
    ("a|", ["a", ""], ["b"]),
    ("(a|bc)*d", ["d", "abcad"], ["abd"]),
    ("a{2}", ["aa"], ["a", "aaa"]),
    ("a{0}", [""], ["a"]),
    ("a{1,}b", ["ab", "aaab"], ["b"]),
    ("(ab){1,2}", ["ab", "abab"], ["ababab"]),
    ("(a*)*b", ["b", "aab"], ["a"]),
    (".", ["é", "😀"], ["\n", "", "ab"]),
    ("[a-c-[b]]", ["a", "c"], ["b", "d"]),
    ("[^a-c]", ["d", "^"], ["a"]),
    ("[^\\d-[x]]", ["a"], ["1", "x"]),
    ("[a^]", ["^", "a"], ["b"]),
    ("[-a]", ["-", "a"], ["b"]), ("[a-]", ["-", "a"], ["b"]),
    ("[\\-a\\]]", ["]", "-"], ["\\"]),
    ("[a-z-[aeiou-[e]]]+", ["bed"], ["bad"]),
    ("\\d+", ["19", "١"], ["a", ""]),
    ("\\D\\S\\s", ["ab "], ["1b ", "abc"]),
    ("\\i\\c*", ["a:1", "é"], ["1", "-"]),
    ("\\I\\C", ["1/"], ["a/"]),
    ("\\w+", ["aé1$"], ["a b", "-", "."]),
    ("\\W", [" ", "-", "."], ["a"]),
    ("\\p{Lu}\\p{L}", ["Éa"], ["éa"]),
    ("\\P{L}", ["1", "-"], ["a"]),
    ("[\\p{L}\\p{N}]+", ["a1é٣"], ["a-"]),
    ("\\p{IsBasicLatin}+", ["az~"], ["é"]),
    ("\\p{IsGreek}\\P{IsGreek}", ["αa"], ["αα"]),
    ("\\p{IsPrivateUse}", ["\u{E000}", "\u{10FFFD}"], ["a"]),
    ("a\\.b\\n\\t\\\\", ["a.b\n\t\\"], ["aab\n\t\\"]),
    ("^a$", ["^a$"], ["a"]),
    ("\\p{Cn}", ["\u{378}"], ["a"]),
  ] as [(String, [String], [String])])
func matches(source: String, right: [String], wrong: [String]) throws {
  let expression = try RegularExpression(source)
  for literal in right { #expect(expression.matches(literal), "\(literal)") }
  for literal in wrong { #expect(!expression.matches(literal), "\(literal)") }
}

@Test(
  "What is wrong with an expression is told, and where",
  arguments: [
    ("a(b", 1), ("a)", 1), ("a**", 2), ("*", 0), ("[", 0), ("[]", 0), ("[z-a]", 1), ("é\\q", 2),
    ("\\", 0), ("\\p", 0), ("\\p{Xx}", 0), ("\\p{IsNowhere}", 0), ("a{2,1}", 1), ("a{", 1),
    ("a{,2}", 1), ("a{2", 1), ("]", 0), ("}", 0), ("[a[b]]", 2), ("[a-[b]c]", 6), ("[a-\\d]", 1),
    ("[a-c-e]", 4), ("a{10001}", 0), ("((a{100}){100}){100}", 0), ("(){4294967296}", 0),
    (String(repeating: "(", count: 200), 101), (String(repeating: "[a-", count: 200), 303),
  ])
func faultInExpression(source: String, offset: Int) {
  #expect {
    try RegularExpression(source)
  } throws: { error in
    (error as? RegularExpression.Fault)?.offset == offset
  }
}

@Test(
  "Expressions that set others back take time linear in the literal",
  arguments: [
    "(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "(a?){500}a{500}b", "(a|b)*a(a|b){18}c",
  ])
func linear(source: String) throws {
  let expression = try RegularExpression(source)
  let literal = String(repeating: "a", count: 20_000)
  let took = ContinuousClock().measure { #expect(!expression.matches(literal)) }
  #expect(took < .seconds(20))
}

@Test("One expression serves many tasks at once")
func shared() async throws {
  let expression = try RegularExpression("[\\p{L}\\p{M}]+")
  await withTaskGroup(of: Bool.self) { group in
    for _ in 0..<100 { group.addTask { expression.matches("été") } }
    for await isMatch in group { #expect(isMatch) }
  }
}
