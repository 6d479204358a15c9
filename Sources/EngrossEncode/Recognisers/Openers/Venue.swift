/// Finds where an oath is taken or a deed made: "State of Maryland, / Montgomery County, to wit:".
///
/// A line that is no more than a state, a district or a county, with "ss." or "to wit" or without,
/// beside another such line or above text that starts as oaths do.
/// TEI Guidelines, DS, Openers and Closers.
struct Venue: Recogniser {
  static let examples: [Example] = [
    "A petition\nThis is asked.\n(Signed)\nAnna Berg\nState of Wessex,\nAmber County, ss.\nI, Anna Berg, say so."
      ~> "</placeName>, ss.</dateline>",
    "A notice\nThe State of Wessex is large.\nAmber County is small, and so on it goes."
      !~> "<dateline",
  ]

  private static let kinds = Formulas.words("jurisdiction")
  private static let formulas = Formulas.words("venue")
  private static let oaths = Formulas.words("oath-start")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    let filled = text.filledLines
    var index = 0
    while index < filled.count {
      let first = index
      while index < filled.count, index - first < 3, isVenue(text, text.lines[filled[index]]),
        !found.claims(line: filled[index])
      {
        index += 1
      }
      guard index > first else {
        index += 1
        continue
      }
      let isSworn = hasFormula(text, text.lines[filled[index - 1]])
      guard index < filled.count, index - first > 1 || isSworn,
        isSworn || startsOath(text, text.lines[filled[index]])
      else { continue }
      annotations.append(
        Annotation(
          text.lines[filled[first]].content
            .lowerBound..<text.lines[filled[index - 1]].content
            .upperBound,
          .dateline, .high, rule: "venue", because: "a state and a county above an oath"))
      annotations += filled[(first + 1)..<index].map {
        let start = text.lines[$0].content.lowerBound
        return Annotation(
          start..<start, .lineBreak, .high, rule: "venue", because: "the venue goes on")
      }
    }
    return annotations
  }

  private func isVenue(_ text: TokenisedText, _ line: Line) -> Bool {
    guard line.tokens.count >= 1, line.tokens.count <= 12 else { return false }
    var names = 0
    var isPlace = false
    for index in line.tokens {
      let token = text.tokens[index]
      if Self.kinds.contains(token.key) {
        isPlace = true
      } else if token.isCapital {
        names += 1
      } else if token.kind != .mark, !Self.formulas.contains(token.key) {
        return false
      }
    }
    return isPlace && names >= 1 && names <= 3 || hasFormula(text, line) && line.tokens.count <= 4
  }

  private func hasFormula(_ text: TokenisedText, _ line: Line) -> Bool {
    let words = line.tokens.suffix(4).filter { text.tokens[$0].kind != .mark }.map {
      text.tokens[$0].key
    }
    guard let last = words.last else { return false }
    // "s. s." as two letters.
    if words.suffix(2) == [Token.key("s"), Token.key("s")] { return true }
    return [Token.key("ss"), Token.key("sct"), Token.key("wit")].contains(last)
  }

  private func startsOath(_ text: TokenisedText, _ line: Line) -> Bool {
    let first = text.tokens[line.tokens.lowerBound].key
    return Self.oaths.contains(first)
  }
}
