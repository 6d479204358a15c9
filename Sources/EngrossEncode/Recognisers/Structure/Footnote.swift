/// Finds footnotes and their marks in the text: "the year 1812.*" … "* By the old reckoning."
///
/// A line that starts with the mark is a note only where the text before has the mark too, after a
/// word: "[1]", "\1\", "¹", a star or a dagger. Bare numbers count where the sentences of the text
/// end with 1, 2 and so on, "of the bridge.1", and lines below start with the same. TEI Guidelines, CO, Notes.
struct Footnote: Recogniser {
  static let examples: [Example] = [
    "A treaty of all\nWe keep what was said in 1812* of the bridge.\n* By the old reckoning."
      ~> "1812</date><ref type=\"footnote\" target=\"#footnote-1\">*</ref>",
    "A treaty of all\nWe keep what was said in that year [1] of the bridge.\n[1] By the old reckoning."
      ~> "<note type=\"footnote\" n=\"[1]\" xml:id=\"footnote-1\"",
    "A treaty of all\nWe keep what was said in that year.¹ And more.\n¹ By the old reckoning."
      ~> "<note type=\"footnote\" n=\"¹\" xml:id=\"footnote-1\"",
    "A treaty of all\nWe keep what was said then.1 And we keep more of that year.2 So be it.\n1 By the old reckoning.\n2 By the new one."
      ~> "year.<ref type=\"footnote\" target=\"#footnote-2\">2</ref>",
    "A treaty of all\nWe keep what was said then.1 And we keep more.\n2 Men were there."
      !~> "footnote",
    "A treaty of all\nWe keep two things:\n* this\n* that" !~> "footnote",
    "A treaty of all\nWe keep [1] of them." !~> "footnote",
  ]

  private struct Place {
    let tokens: ClosedRange<Int>
    let line: Int
    let startsLine: Bool
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var places: [String: [Place]] = [:]
    for (number, line) in text.lines.enumerated() {
      var index = line.tokens.lowerBound
      while index < line.tokens.upperBound {
        let first = index
        index += 1
        guard text.tokens[first].kind == .mark, let last = mark(text, first, line.tokens) else {
          continue
        }
        index = last + 1
        let startsLine = first == line.tokens.lowerBound
        // A mark in the text stands at the end of a word.
        let isStar = first == last
        guard startsLine || !isStar || text.isAttached(first) else { continue }
        guard !startsLine || !found.claims(line: number) && last + 1 < line.tokens.upperBound
        else { continue }
        places[text.string(text.range(first, last)), default: []].append(
          Place(tokens: first...last, line: number, startsLine: startsLine))
      }
    }
    for (mark, pair) in numbered(text, found) { places[mark, default: []] += pair }
    return join(text, found, places)
  }

  /// The bare numbers at the ends of sentences, and the lines that start with the same, as far as
  /// both count on from 1.
  private func numbered(
    _ text: TokenisedText, _ found: Findings
  ) -> [(mark: String, pair: [Place])] {
    var references: [Place] = []
    var notes: [Place] = []
    for (number, line) in text.lines.enumerated() where !line.isBlank {
      let first = line.tokens.lowerBound
      if value(text, first) == notes.count + 1, line.tokens.count > 2, !found.claims(line: number),
        text.tokens[first + 1].isCapital, !text.isAttached(first + 1),
        notes.count < references.count
      {
        notes.append(Place(tokens: first...first, line: number, startsLine: true))
        continue
      }
      for index in line.tokens.dropFirst(2) where text.tokens[index].kind == .number {
        guard value(text, index) == references.count + 1, text.isAttached(index),
          text.tokens[index - 1].kind == .mark, text.isAttached(index - 1),
          text.tokens[index - 2].kind == .word, text.tokens[index - 2].count > 3,
          index + 1 == line.tokens.upperBound || !text.isAttached(index + 1)
        else { continue }
        references.append(Place(tokens: index...index, line: number, startsLine: false))
      }
    }
    // One number alone may stand there for another reason.
    guard notes.count > 1, notes.count == references.count else { return [] }
    return zip(references, notes).map { reference, note in
      (text.string(text.tokens[note.tokens.lowerBound].range), [reference, note])
    }
  }

  private func value(_ text: TokenisedText, _ index: Int) -> Int? {
    let token = text.tokens[index]
    guard token.kind == .number, token.count <= 3 else { return nil }
    return text.bytes[token.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Whether a character is one that marks notes: a star, a dagger, a double one, § or ¶.
  private func isSign(_ scalar: UInt32) -> Bool {
    scalar == 0x2A || scalar == 0x2020 || scalar == 0x2021 || scalar == 0xA7 || scalar == 0xB6
  }

  /// Whether a character is a digit set high: ¹, ², ³, ⁰ or ⁴ to ⁹.
  private func isSuperscript(_ scalar: UInt32) -> Bool {
    scalar == 0xB9 || scalar == 0xB2 || scalar == 0xB3 || scalar == 0x2070
      || (0x2074...0x2079).contains(scalar)
  }

  /// The last token of a mark that starts at a token.
  private func mark(_ text: TokenisedText, _ first: Int, _ tokens: Range<Int>) -> Int? {
    if isSuperscript(text.scalar(first)) {
      var last = first
      while last + 1 < tokens.upperBound, text.isAttached(last + 1),
        text.tokens[last + 1].kind == .mark, isSuperscript(text.scalar(last + 1))
      {
        last += 1
      }
      return last
    }
    if isSign(text.scalar(first)) {
      let isAlone =
        !(first + 1 < tokens.upperBound && text.tokens[first + 1].key == text.tokens[first].key)
        && !(first > tokens.lowerBound && text.tokens[first - 1].key == text.tokens[first].key)
      return isAlone ? first : nil
    }
    guard first + 2 < text.tokens.count, text.tokens[first + 1].kind == .number,
      text.tokens[first + 1].count <= 3, text.isAttached(first + 1), text.isAttached(first + 2)
    else { return nil }
    let isClosed =
      text.isMark(first, "[") && text.isMark(first + 2, "]")
      || text.isMark(first, "\\") && text.isMark(first + 2, "\\")
    return isClosed ? first + 2 : nil
  }

  /// The notes whose mark the text before has, joined to it.
  private func join(
    _ text: TokenisedText, _ found: Findings, _ places: [String: [Place]]
  ) -> [Annotation] {
    var pairs: [(mark: String, reference: Place, note: Place)] = []
    for (mark, places) in places {
      let notes = places.filter(\.startsLine)
      // A list whose bullets are stars has more of them than the text has marks.
      guard !notes.isEmpty, notes.count * 2 <= places.count else { continue }
      var reference: Place?
      for place in places {
        if !place.startsLine {
          reference = place
        } else if let first = reference {
          pairs.append((mark, first, place))
          reference = nil
        }
      }
    }
    pairs.sort { $0.note.line < $1.note.line }
    let lines = FlowingLines(text, found, rule: "footnote")
    let starts = Set(pairs.map(\.note.line))
    return pairs.enumerated().flatMap { index, pair in
      let (last, breaks) = lines.block(from: pair.note.line, isStart: starts.contains)
      let content = text.lines[pair.note.line].content
      return [
        Annotation(
          content.lowerBound..<text.lines[last].content.upperBound,
          .footnote(label: pair.mark, number: index + 1), .high, rule: "footnote",
          because: "the text before has the mark \(pair.mark)"),
        Annotation(
          text.range(pair.reference.tokens.lowerBound, pair.reference.tokens.upperBound),
          .noteReference(index + 1), .high, rule: "footnote",
          because: "a note below starts with \(pair.mark)"),
      ] + breaks
    }
  }
}
