import Testing

@testable import EngrossCommand

@Suite struct ArgumentsTests {
  private let output = Option("output", "o", value: "FILE", "")
  private let reading = Option(
    "reading", nil, value: "NAME", choices: ["original", "corrected"], "")
  private let quiet = Option("quiet", "q", "")

  private func parsed(_ words: String...) throws(Failure) -> Arguments {
    try Arguments(words.map { Word($0) }, options: [output, reading, quiet])
  }

  @Test(arguments: [["--output", "x"], ["--output=x"], ["-o", "x"], ["-ox"], ["-qox"]])
  func `each way to give a value gives it`(words: [String]) throws {
    let arguments = try Arguments(words.map { Word($0) }, options: [output, quiet])
    #expect(arguments[output] == "x")
    #expect(arguments.operands.isEmpty)
  }

  @Test func `a value may be empty, start with a hyphen, or hold an equals sign`() throws {
    #expect(try parsed("--output=")[output] == "")
    #expect(try parsed("-o", "-x")[output] == "-x")
    #expect(try parsed("--output=a=b")[output] == "a=b")
  }

  @Test func `after two hyphens every word is a file, and one hyphen always is`() throws {
    #expect(try parsed("-", "--", "--quiet", "-").operands == ["-", "--quiet", "-"])
  }

  @Test func `options may stand after files`() throws {
    let arguments = try parsed("a", "-q", "b")
    #expect(arguments.has(quiet))
    #expect(arguments.operands == ["a", "b"])
  }

  @Test(arguments: [
    (["--ouput", "x"], "unknown option \"--ouput\"; did you mean \"--output\"?"),
    (["--zebra"], "unknown option \"--zebra\""),
    (["-qz"], "unknown option \"-qz\""),
    (["--output"], "--output needs a value: --output FILE"),
    (["-o"], "-o needs a value: -o FILE"),
    (["-o", "a", "--output=b"], "--output is given twice"),
    (["--quiet=yes"], "--quiet takes no value"),
    (["--reading=edited"], "--reading takes original or corrected, not \"edited\""),
  ])
  func `a wrong word is named, and what would be right`(words: [String], message: String) {
    #expect(throws: Failure.usage(message)) {
      try Arguments(words.map { Word($0) }, options: [output, reading, quiet])
    }
  }

  @Test func `a word that is no UTF-8 stays as it is, and is shown without steering the terminal`()
  {
    let word = Word([0x61, 0xE9, 0x1B, 0x0A])
    #expect(word.bytes.count == 4)
    #expect(word.shown == "a\u{FFFD}\\u{1B}\\n")
  }
}
