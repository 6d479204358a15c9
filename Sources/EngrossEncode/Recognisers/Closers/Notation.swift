/// Finds what is said below a signature of enclosures and copies: "Enclosure: Sketch", "cc: Legal
/// Adviser", "Copy to the Minister".
///
/// A short line after the text that starts with such a word and a colon, or is that word alone with
/// a number; lines indented below go on with it. TEI Guidelines, DS, Openers and Closers.
struct Notation: Recogniser {
  static let examples: [Example] = [
    "A letter\nDear Anna,\nThis is so.\nYours truly,\nOLA LUND.\nEnclosure: a map of it\ncc: Miss Lund"
      ~> "</signed>\n<seg type=\"enclosure\">Enclosure: a map of it</seg>\n<seg type=\"copy\">cc:",
    "A letter\nEnclosure of the commons: a map of it\nThis is so." !~> "<seg",
  ]

  private static let words = Formulas.words("notation")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let bottom = text.filledLines.dropFirst(2).suffix(14)
    var annotations: [Annotation] = []
    for line in bottom where !found.claims(line: line) {
      guard let type = type(text, text.lines[line].tokens) else { continue }
      var last = line
      while last + 1 < text.lines.count, isIndented(text, last + 1, under: line),
        !found.claims(line: last + 1)
      {
        last += 1
        let start = text.lines[last].content.lowerBound
        annotations.append(
          Annotation(
            start..<start, .lineBreak, .high, rule: "notation", because: "the list goes on"))
      }
      annotations.append(
        Annotation(
          text.lines[line].content.lowerBound..<text.lines[last].content.upperBound,
          .notation(type: type), .high, rule: "notation",
          because: "the label of what is enclosed or copied"))
    }
    return annotations
  }

  private func type(_ text: TokenisedText, _ tokens: Range<Int>) -> String? {
    let first = tokens.lowerBound
    guard tokens.count <= 30, Self.words.contains(text.tokens[first].key) else { return nil }
    let key = text.tokens[first].key
    let isCopy = ["cc", "bcc", "copy", "copies", "distribution"].contains { Token.key($0) == key }
    let isLabelled =
      text.isMark(first + 1, ":") || text.isMark(first + 1, ".") && tokens.count <= 4
      || text.isMark(first + 1, "-") && tokens.count <= 8
    let isAlone =
      text.tokens[first].isCapital
      && tokens.dropFirst().allSatisfy {
        text.tokens[$0].kind == .mark || text.tokens[$0].kind == .number
      }
    let isCopyTo = isCopy && tokens.count > 2 && text.tokens[first + 1].key == Token.key("to")
    guard isLabelled || isAlone || isCopyTo else { return nil }
    return isCopy ? "copy" : "enclosure"
  }

  private func isIndented(_ text: TokenisedText, _ line: Int, under first: Int) -> Bool {
    let (above, this) = (text.lines[first], text.lines[line])
    return !this.isBlank && this.content.count <= 80
      && this.content.lowerBound - this.whole.lowerBound
        >= above.content.lowerBound - above.whole.lowerBound + 2
  }
}
