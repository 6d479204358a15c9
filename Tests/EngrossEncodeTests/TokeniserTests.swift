import Testing

@testable import EngrossEncode

struct TokeniserTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    TokenisedText(Array(text.utf8)).tokens.map(\.kind)
  }

  @Test("Words are told by their capitals, numbers by their digits")
  func kinds() {
    #expect(
      kinds("the The THE T 12 5th , é É") == [
        .word, .capitalised, .capitals, .capitals, .number, .mixed, .mark, .word, .capitals,
      ])
  }

  @Test("An apostrophe belongs to a word only between letters")
  func apostrophes() {
    #expect(kinds("don't dogs' don’t 'a") == [.word, .word, .mark, .word, .mark, .word])
  }

  @Test("Lines end at LF, CR LF and lone CR, and lose no byte")
  func lines() {
    let text = TokenisedText(Array(" a b \r\n\r\t\nc".utf8))
    #expect(text.lines.map(\.content) == [1..<4, 7..<7, 8..<8, 10..<11])
    #expect(text.lines.first?.whole.lowerBound == 0)
    #expect(text.lines.last?.whole.upperBound == 11)
    for (line, next) in zip(text.lines, text.lines.dropFirst()) {
      #expect(line.whole.upperBound == next.whole.lowerBound)
    }
  }

  @Test("Equal words have equal keys whatever their case")
  func keys() {
    let tokens = TokenisedText(Array("May MAY may mai".utf8)).tokens
    #expect(tokens[0].key == tokens[1].key && tokens[1].key == tokens[2].key)
    #expect(tokens[3].key != tokens[0].key)
    #expect(tokens[0].key == Token.key("may"))
  }
}
