/// Finds what editors added after a text: "NOTE: An original was not available…", filing lines.
///
/// Only lines that start with a note's label or with a filing office's formula, and only after the
/// text. A note in the middle stays a paragraph. TEI Guidelines, CO, Notes.
struct EditorialNote: Recogniser {
  static let examples: [Example] = [
    "A notice\nThis is so.\nNOTE: An original was not available for verification."
      ~> "<note type=\"editorial\" subtype=\"original-not-available\"",
    "A notice\nThis is so.\n[FR Doc. 97-24591\nFiled 9-12-97; 8:45 am]"
      ~> "<note type=\"editorial\" subtype=\"filing\"",
    "A notice\nNote that this is so." !~> "<note",
  ]

  private static let filingWords = WordSet(["doc", "filed", "received"])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var bottom = text.filledLines[...]
    while let last = bottom.last {
      if let note = note(text, text.lines[last]) {
        annotations.append(note)
        bottom.removeLast()
      } else if let filing = filing(text, bottom) {
        annotations.append(filing.annotation)
        bottom = filing.above
      } else {
        break
      }
    }
    return annotations
  }

  private func note(_ text: TokenisedText, _ line: Line) -> Annotation? {
    let first = line.tokens.lowerBound
    guard line.tokens.count > 2, text.isMark(first + 1, ":") || text.isMark(first + 1, "."),
      [Token.key("note"), Token.key("notes")].contains(text.tokens[first].key)
    else { return nil }
    let isUnavailable = text.holds(["original", "was", "not", "available"], in: line.tokens)
    return Annotation(
      line.content, .note(subtype: isUnavailable ? "original-not-available" : nil), .high,
      rule: "editorial-note", because: "the label \"\(text.string(text.tokens[first].range))\"")
  }

  /// A filing note that ends the lines: "[FR Doc. …" to "]", or "Billing code …".
  private func filing(
    _ text: TokenisedText, _ lines: ArraySlice<Int>
  ) -> (annotation: Annotation, above: ArraySlice<Int>)? {
    for (back, number) in lines.reversed().prefix(4).enumerated() {
      let line = text.lines[number]
      let isDocument =
        text.isMark(line.tokens.lowerBound, "[")
        && line.tokens.prefix(10).contains { Self.filingWords.contains(text.tokens[$0].key) }
      let isBilling = back == 0 && text.holds(["billing", "code"], in: line.tokens.prefix(2))
      guard isDocument || isBilling else { continue }
      let last = text.lines[lines[lines.endIndex - 1]]
      guard isBilling || text.lastByte(last) == UInt8(ascii: "]") else { return nil }
      return (
        Annotation(
          line.content.lowerBound..<last.content.upperBound, .note(subtype: "filing"), .high,
          rule: "editorial-note", because: "the formula of an office that files documents"),
        lines.dropLast(back + 1)
      )
    }
    return nil
  }
}
