/// Finds lines between a document's title and its greeting that are neither: "MAY 13.—Read; referred to
/// the Committee", a file's number.
///
/// At most three lines that nothing else took, above the first greeting, which is among the first
/// lines: the text starts with the greeting. TEI Guidelines, CO, Notes.
struct Endorsement: Recogniser {
  static let examples: [Example] = [
    "MESSAGE ON BRIDGES\nMay 13.—Read and referred to those whom it concerns, and ordered to be printed\nTo the Assembly:\nThis is a text that says so."
      ~> "<note type=\"endorsement\"><date when=\"--05-13\"",
    "On bridges\nThis is a text that says so.\nAnd so does this.\nThis too.\nAnd this.\nDear Anna:\nThis is another."
      !~> "<note",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    guard let salute = found.blocks(.openingSalute).first else { return [] }
    let greeting = found.line(at: salute.range.lowerBound)
    let above = text.filledLines.prefix { $0 < greeting }
    let free = above.filter { !found.claims(line: $0) }
    guard above.count <= 14, free.count <= 3,
      free.allSatisfy({ text.lines[$0].content.count <= 400 })
    else { return [] }
    return free.map {
      Annotation(
        text.lines[$0].content, .preliminary(type: "endorsement"), .medium, rule: "endorsement",
        because: "a line between the title and the greeting")
    }
  }
}
