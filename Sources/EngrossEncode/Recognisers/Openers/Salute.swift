/// Finds greetings: "Dear Sir:" before the text, "Sincerely yours," after it.
///
/// A greeting stands alone on a short line and ends in a comma or a colon.
/// TEI Guidelines, DS, Openers and Closers.
struct Salute: Recogniser {
  static let examples: [Example] = [
    "May 6, 1997\nDear Sir:\nI write to say so.\nSincerely yours,\nANNA BERG"
      ~> "<salute>Dear Sir:</salute>",
    "May 6, 1997\nDear Sir:\nI write to say so.\nSincerely yours,\nANNA BERG"
      ~> "<closer><salute>Sincerely yours,</salute>",
    "Dear friends met us there, which was a pleasure to us all.\nSo it was." !~> "<salute",
  ]

  private static let opening = [
    ["dear"], ["my", "dear"], ["sir"], ["sirs"], ["gentlemen"], ["to", "the"],
  ]
  private static let closing = [
    ["sincerely"], ["yours"], ["very", "truly"], ["respectfully"], ["faithfully"],
    ["with", "best"],
    ["your", "obedient"], ["cordially"], ["i", "am"], ["i", "have", "the", "honor"],
    ["very", "sincerely"], ["most", "sincerely"], ["very", "respectfully"], ["ever", "yours"],
    ["your", "most", "obedient"], ["affectionately"], ["with", "great", "respect"],
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var annotations: [Annotation] = []
    if let line = filled.prefix(14).first(where: {
      isSalute(text, text.lines[$0], Self.opening) && !found.claims(line: $0)
    }), text.lastByte(text.lines[line]) != UInt8(ascii: "."), line != filled.last {
      annotations.append(salute(text, line, .openingSalute))
    }
    if let line = filled.suffix(10).last(where: {
      isSalute(text, text.lines[$0], Self.closing) && !found.claims(line: $0)
    }), line != filled.last, text.lastByte(text.lines[line]) == UInt8(ascii: ",") {
      annotations.append(salute(text, line, .closingSalute))
    }
    return annotations
  }

  private func salute(_ text: TokenisedText, _ line: Int, _ mark: Mark) -> Annotation {
    Annotation(
      text.lines[line].content, mark, .high, rule: "salute",
      because: "a greeting alone on its line")
  }

  private func isSalute(_ text: TokenisedText, _ line: Line, _ starts: [[String]]) -> Bool {
    guard line.tokens.count <= 14, line.tokens.count >= 2,
      [UInt8(ascii: ","), UInt8(ascii: ":")].contains(text.lastByte(line))
    else { return false }
    return starts.contains { text.holds($0, in: line.tokens.prefix($0.count)) }
  }
}
