/// Finds who speaks in a transcript: "PRESIDENT BERG:", "Q.", "The Secretary.", "MR. LUND:".
///
/// A speaker starts a line and has words after. One alone is none: a transcript has three turns or
/// more. TEI Guidelines, DR, Speeches and Speakers.
struct Speaker: Recogniser {
  static let examples: [Example] = [
    "Press Conference\nPRESIDENT BERG: Good day to you.\nQ Is it so?\nPRESIDENT BERG: It's so.\nMR. LUND: It is."
      ~> "<speaker>PRESIDENT <persName",
    "Talks of the day\nQ. Is it so?\nThe President. It's so.\nQ. And is that so?\nThe President. It is."
      ~> "<speaker>The President.</speaker>",
    "A notice\nNOTE: this is one.\nSUBJECT: that is it.\nTO: all who are here." !~> "<sp",
    "A notice to all\nWARNING: this is hot." !~> "<sp",
  ]

  private static let never = WordSet([
    "note", "notes", "subject", "to", "from", "re", "ref", "date", "whereas", "resolved", "copy",
    "enclosure", "attachment", "contact", "cc", "article", "section", "part", "annex", "summary",
    "recommendation", "background", "comment", "action", "info", "release", "washington",
    "embargo",
    "agenda", "provided", "title", "place", "time", "participants", "present", "ref", "tags",
  ])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var turns = 0
    var questions = 0
    for (number, line) in text.lines.enumerated()
    where !line.isBlank && !found.claims(line: number) {
      guard let (end, isQuestion) = speaker(text, line.tokens) else { continue }
      turns += 1
      if isQuestion { questions += 1 }
      let because = "words like those that start other lines"
      annotations.append(
        Annotation(
          text.range(line.tokens.lowerBound, end - 1), .speaker, .high, rule: "speaker",
          because: because))
    }
    let points = annotations.contains {
      $0.mark == .speaker && text.bytes[$0.range.upperBound - 1] == UInt8(ascii: ".")
    }
    return turns >= 3 && (!points || questions > 0) ? annotations : []
  }

  /// The end of the speaker's name at a line's start, and whether it's the "Q" of a question.
  private func speaker(_ text: TokenisedText, _ tokens: Range<Int>) -> (Int, Bool)? {
    let first = tokens.lowerBound
    guard tokens.count >= 2, text.tokens[first].isCapital,
      !Self.never.contains(text.tokens[first].key)
    else { return nil }
    if text.tokens[first].key == Token.key("q") || text.tokens[first].key == Token.key("a"),
      text.tokens[first].kind == .capitals
    {
      let isQuestion = text.tokens[first].key == Token.key("q")
      if text.isAttached(first + 1), text.isMark(first + 1, ".") || text.isMark(first + 1, ":") {
        return (first + 2, isQuestion)
      }
      return isQuestion && text.tokens[first + 1].isCapital ? (first + 1, true) : nil
    }
    var index = first
    var capitals = true
    while index < tokens.upperBound, index - first < 9 {
      let token = text.tokens[index]
      if text.isMark(index, ":"), text.isAttached(index) {
        return capitals && index + 1 < tokens.upperBound && token.count == 1
          ? (index + 1, false) : nil
      }
      if text.isMark(index, "."), text.isAttached(index) {
        let name = text.tokens[index - 1]
        if name.count > 3 || index - first > 3 {
          let isOffice = [
            Token.key("the"), Token.key("mr"), Token.key("secretary"),
            Token.key("president"), Token.key("mrs"), Token.key("ms"),
          ]
          .contains(text.tokens[first].key)
          return isOffice && index + 1 < tokens.upperBound && index > first + 1
            ? (index + 1, false) : nil
        }
      } else if token.kind == .mark {
        guard text.isMark(index, "-") || text.isMark(index, "'") || text.isMark(index, ",") else {
          return nil
        }
      } else if token.kind == .capitalised {
        capitals = false
      } else if token.kind != .capitals {
        return nil
      }
      index += 1
    }
    return nil
  }
}
