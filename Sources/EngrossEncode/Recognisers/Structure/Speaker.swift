/// Finds who speaks in a transcript: "PRESIDENT BERG:", "Q.", "The Secretary.", "MR. LUND:".
///
/// A speaker starts a line and has words after, or the line to itself if the same words do so
/// again. One turn alone is none: a transcript has three or more. TEI Guidelines, DR, Speeches and Speakers.
struct Speaker: Recogniser {
  static let examples: [Example] = [
    "Press Conference\nPRESIDENT BERG: Good day to you.\nQ Is it so?\nPRESIDENT BERG: It's so.\nMR. LUND: It is."
      ~> "<speaker>PRESIDENT <persName",
    "Talks of the day\nQ. Is it so?\nThe President. It's so.\nQ. And is that so?\nThe President. It is."
      ~> "<speaker>The President.</speaker>",
    "Talks of the day\n\nOslo, May 6, 1997\n\nThey met at nine in the hall of the bank, and all of them who were in the hall spoke there at length, as they had done in the years before that one.\nMR. LUND:\nIs it so in all of it?\nMS. BERG:\nIt is so in all of it.\nMR. LUND:\nThen it is well.\nMS. BERG:\nSo it is."
      ~> "<sp who=\"#person-2\"><speaker><persName",
    "A paper of the day\nTHE PROBLEM:\nIt is so in all of it.\nTHE OPTIONS:\nThere are none in it.\nTHE PLAN:\nThen it is well."
      !~> "<sp",
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
    var turns: [Turn] = []
    for (number, line) in text.lines.enumerated()
    where !line.isBlank && !found.claims(line: number) {
      guard let (end, isQuestion) = speaker(text, line.tokens) else { continue }
      turns.append(
        Turn(
          tokens: line.tokens.lowerBound..<end, isQuestion: isQuestion,
          isAlone: end == line.tokens.upperBound))
    }
    turns = recurring(text, turns)
    let annotations = turns.map {
      Annotation(
        text.range($0.tokens.lowerBound, $0.tokens.upperBound - 1), .speaker, .high,
        rule: "speaker", because: "words like those that start other lines")
    }
    let points = annotations.contains {
      $0.mark == .speaker && text.bytes[$0.range.upperBound - 1] == UInt8(ascii: ".")
    }
    return turns.count >= 3 && (!points || turns.contains(where: \.isQuestion)) ? annotations : []
  }

  private struct Turn {
    let tokens: Range<Int>
    let isQuestion: Bool
    /// Whether the line has no other words.
    let isAlone: Bool
  }

  /// The turns without those that are a line of their own, where its words don't come again.
  private func recurring(_ text: TokenisedText, _ turns: [Turn]) -> [Turn] {
    guard turns.contains(where: \.isAlone) else { return turns }
    func key(_ turn: Turn) -> UInt64 {
      turn.tokens.reduce(0) { $0 &* 31 &+ text.tokens[$1].key }
    }
    var counts: [UInt64: Int] = [:]
    for turn in turns { counts[key(turn), default: 0] += 1 }
    return turns.filter { !$0.isAlone || counts[key($0)]! > 1 }
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
        return capitals && index > first && token.count == 1
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
