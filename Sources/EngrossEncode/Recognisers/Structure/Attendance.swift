/// Finds the lists of those who were at a meeting: "Present:", then a name a line.
///
/// The label stands alone on its line. Those below it are capitalised lines, no sentences; a line
/// among them that ends with a colon names a group. A blank line ends the list unless one followed
/// the label too, or a group's name comes next; the last line isn't the heading of what follows.
/// TEI Guidelines, CO, Lists.
struct Attendance: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Minutes of the day\nPresent:\nMr. Lund, Chairman\nMs. Berg\nThe chair opened the meeting at nine and all went well."
      ~> "<list type=\"attendance\" subtype=\"present\"><head>Present:</head>\n<item>",
    "Minutes of the day\nParticipants:\nThe Office:\nMr. Lund\nThe Bank:\nMs. Berg\nThe chair opened the meeting at nine and all went well."
      ~> "</item></list>\n<list type=\"attendance\" subtype=\"present\"><head>The Bank:</head>",
    "Minutes of the day\nAbsent\nMr. Lund, Chairman\nMs. Berg\nThe chair opened the meeting at nine."
      ~> "<list type=\"attendance\" subtype=\"absent\"><head>Absent</head>",
    "Minutes of the day\nPresent:\nMr. Lund, Chairman\nMs. Berg\nWelcome by the Chairman\nThe chair opened the meeting at nine and all went well."
      !~> "<item>Welcome",
    "Minutes of the day\nPresent:\nthe reasons are these, and they are good ones.\nMr. Lund"
      !~> "attendance",
    "Minutes of the day\nAll were present:\nMr. Lund saw it." !~> "attendance",
  ]

  private static let present = Formulas.words("present")
  private static let absent = Formulas.words("absent")
  private static let others = Formulas.words("attendance")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var annotations: [Annotation] = []
    var position = 0
    while position < filled.count {
      let label = position
      position += 1
      guard isFree(filled[label], found),
        let type = type(text, text.lines[filled[label]].tokens)
      else { continue }
      let end = end(text, filled, label, found)
      guard end > label + 1 else { continue }
      var list = (label..<end).map { index in
        let isHead = index == label || isGroup(text, text.lines[filled[index]])
        return (line: filled[index], isHead: isHead)
      }
      if let last = list.last, !last.isHead, isHeading(text, last.line) { list.removeLast() }
      while list.last?.isHead == true { list.removeLast() }
      annotations += list.map { line, isHead in
        Annotation(
          text.lines[line].content,
          isHead ? .participantHead(type: type) : .participant(type: type), .high,
          rule: "attendance", because: "below a line that says who was \(type)")
      }
      position = end
    }
    return annotations
  }

  private func isFree(_ line: Int, _ found: Findings) -> Bool {
    !found.claims(line: line) && !found.isPage(line: line) && !found.claimsTail(ofLine: line)
  }

  /// Whether the words of a line say that those who were present, or absent, follow.
  private func type(_ text: TokenisedText, _ tokens: Range<Int>) -> String? {
    guard tokens.count <= 7, text.tokens[tokens.lowerBound].isCapital else { return nil }
    let words = text.isMark(tokens.upperBound - 1, ":") ? tokens.dropLast() : tokens
    var type: String?
    for word in words {
      let key = text.tokens[word].key
      if Self.absent.contains(key) {
        type = "absent"
      } else if Self.present.contains(key) {
        type = type ?? "present"
      } else if !Self.others.contains(key) {
        return nil
      }
    }
    return type
  }

  /// The position after the last line of the list below a label.
  private func end(
    _ text: TokenisedText, _ filled: [Int], _ label: Int, _ found: Findings
  ) -> Int {
    let isSpaced = label + 1 < filled.count && filled[label + 1] > filled[label] + 1
    var end = label + 1
    while end < filled.count {
      let line = text.lines[filled[end]]
      let isAfterBlank = filled[end] > filled[end - 1] + 1
      guard isFree(filled[end], found), isName(text, line),
        type(text, line.tokens) == nil,
        !isAfterBlank || end == label + 1 || isGroup(text, line) || isSpaced
      else { break }
      end += 1
    }
    return end
  }

  /// Whether a line can be the name of one who was there, or of a group.
  private func isName(_ text: TokenisedText, _ line: Line) -> Bool {
    let first = text.tokens[line.tokens.lowerBound]
    guard first.isCapital, line.tokens.count <= 50 else { return false }
    let words = line.tokens.filter { text.tokens[$0].kind != .mark }
    let isSentence =
      text.lastByte(line) == UInt8(ascii: ".") && text.tokens[words[words.count - 1]].count > 3
    let low = words.filter {
      text.tokens[$0].kind == .word && !TitleCase.small.contains(text.tokens[$0].key)
    }
    return !isSentence && low.count * 4 <= words.count
  }

  /// Whether a line below names is the heading of a part: "Welcome by the Chairman".
  private func isHeading(_ text: TokenisedText, _ number: Int) -> Bool {
    let tokens = text.lines[number].tokens
    return !facts.gazetteer.titles.contains(text.tokens[tokens.lowerBound].key)
      && tokens.allSatisfy { text.tokens[$0].kind != .mark }
      && tokens.contains { text.tokens[$0].kind == .word }
  }

  private func isGroup(_ text: TokenisedText, _ line: Line) -> Bool {
    text.lastByte(line) == UInt8(ascii: ":")
  }
}
