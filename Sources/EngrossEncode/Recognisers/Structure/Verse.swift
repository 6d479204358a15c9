/// Finds verse among prose: short lines, farther in than the prose, that start with capitals.
///
/// Four lines or more with blank ones around, none of them a sum, a list or a row of names: most
/// words are in lower case, the lines don't all end alike, and the last has a mark at its end.
/// TEI Guidelines, VE.
struct Verse: Recogniser {
  static let examples: [Example] = [
    "Remarks on it\n\nHe said what many of us know from the days when we were at school in that town, as the poet did who lived there once and wrote of it and its people for all of us:\n\n    The river runs below the town,\n    And all who go to see it there\n    Are told of how the snow came down\n    And would not leave the hill so bare.\n\nThat was what he said."
      ~> "<lg><l>The river runs below the town,</l>\n    <l>And all",
    "Remarks on it\n\nThese came:\n\n    Anna Berg\n    Ola Lund\n    Mary Ford\n    John Hill\n\nThat was so."
      !~> "<lg",
    "Remarks on it\n\nThese count:\n\n    The roads of it;\n    The river and all;\n    The hills above;\n    The towns below;\n\nThat was so."
      !~> "<lg",
    "Remarks on it\n\n        The river runs below the town,\n        And all who go to see it there\n        Are told of how the snow came down\n        And would not leave the hill, as\n        is known to all of us."
      !~> "<lg",
    "Remarks on it\n\nThe river runs below the town,\nAnd all who go to see it there\nAre told of how the snow came down\nAnd would not leave the hill so bare."
      !~> "<lg",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var lines: [Int] = []
    let margin = margin(text)
    var stanza = 0
    // Whether all lines since the last blank one can be verse.
    var isWhole = true
    func close() {
      if isVerse(text, lines) {
        stanza += 1
        annotations += lines.map {
          Annotation(
            text.lines[$0].content, .verse(stanza: stanza), .medium, rule: "verse",
            because: "short lines farther in than the prose")
        }
      }
      lines = []
    }
    for (number, line) in text.lines.enumerated() {
      if line.isBlank {
        close()
        isWhole = true
      } else if found.claims(line: number) || found.claimsTail(ofLine: number)
        || found.isPage(line: number) || indent(line) < margin + 2 || !isLine(text, line)
      {
        lines = []
        isWhole = false
      } else if isWhole {
        lines.append(number)
      }
    }
    close()
    return annotations
  }

  private func indent(_ line: Line) -> Int { line.content.lowerBound - line.whole.lowerBound }

  /// The column at which most of the text starts.
  private func margin(_ text: TokenisedText) -> Int {
    var bytes = [Int](repeating: 0, count: 80)
    for line in text.lines where !line.isBlank && indent(line) < 80 {
      bytes[indent(line)] += line.content.count
    }
    return bytes.indices.max { bytes[$0] < bytes[$1] } ?? 0
  }

  private func isLine(_ text: TokenisedText, _ line: Line) -> Bool {
    guard line.content.count <= 64, line.tokens.count >= 4 else { return false }
    let first = line.tokens.first { text.tokens[$0].kind != .mark }
    return first.map { text.tokens[$0].isCapital } == true
      && line.tokens.allSatisfy { text.tokens[$0].kind != .number }
  }

  private func isVerse(_ text: TokenisedText, _ lines: [Int]) -> Bool {
    guard lines.count >= 4 else { return false }
    let tokens = lines.flatMap { text.lines[$0].tokens }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    let low = words.filter { text.tokens[$0].kind == .word }
    let ends = Set(lines.map { end(text, text.lines[$0]) })
    return low.count * 2 >= words.count && ends.count > 1
      && end(text, text.lines[lines[lines.count - 1]]) != nil
  }

  /// The mark at a line's end, nil for none.
  private func end(_ text: TokenisedText, _ line: Line) -> UInt8? {
    text.tokens[line.tokens.upperBound - 1].kind == .mark ? text.lastByte(line) : nil
  }
}
