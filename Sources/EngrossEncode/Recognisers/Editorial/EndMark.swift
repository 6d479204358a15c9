/// Finds the mark with which press offices and printers end a document: "###", "-30-", "END".
///
/// It stands alone on a line after the text, "END" with the time at most, on its line or below.
/// TEI Guidelines, DS, Headings and Trailers.
struct EndMark: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice to all\nThis is a text that says so.\n###" ~> "<trailer>###</trailer>",
    "A notice to all\nThis is a text that says so.\n- 30 -" ~> "<trailer>- 30 -</trailer>",
    "A notice to all\nThis is a text that says so.\nEND 4:53 P.M. EDT" ~> "<trailer>END ",
    "A notice to all\nThis is the end." !~> "<trailer",
    "END\nThis is a text that says so." !~> "<trailer",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    let filled = text.filledLines.suffix(12)
    var isEnded = false
    for number in filled where number > 0 && !found.claims(line: number) {
      let line = text.lines[number]
      let isTime = isEnded && line.tokens.count <= 10 && isTime(text, line.tokens)
      isEnded = isEnd(text, line.tokens)
      guard isEnded || isTime else { continue }
      annotations.append(
        Annotation(
          line.content, .trailer, .high, rule: "end-mark",
          because: isTime ? "the time at which it ended" : "a mark that ends documents"))
    }
    return annotations
  }

  private func isEnd(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 16 else { return false }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    if words.isEmpty { return tokens.allSatisfy { text.isMark($0, "#") } && tokens.count <= 5 }
    for ending in facts.editorial.endings where ending.count <= words.count {
      guard ending.indices.allSatisfy({ text.tokens[words[$0]].key == ending[$0] }) else {
        continue
      }
      let rest = words[ending.count - 1] + 1..<tokens.upperBound
      if ending.count == words.count {
        // A number alone is a page's, words in lower case are a sentence's.
        return text.tokens[words[0]].isCapital
          || tokens.count > words.count && text.tokens[tokens.lowerBound].kind == .mark
      }
      if isTime(text, rest), text.tokens[words[0]].kind == .capitals { return true }
    }
    return false
  }

  /// Whether tokens are a time of day: "4:53 P.M. EDT".
  private func isTime(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, text.tokens[first].kind == .number else { return false }
    return text.isMark(first + 1, ":") || text.isMark(first + 1, ".")
      || [Token.key("p"), Token.key("a")].contains(
        text.tokens[min(first + 1, text.tokens.count - 1)].key)
  }
}
