/// Finds where and when a document was issued: "May 06, 1997", "THE WHITE HOUSE, August 5, 1939.",
/// "Done at Ankara, in duplicate, this 3rd day of October 1997."
///
/// A dateline stands alone on its line or lines, near the document's start or end, or anywhere
/// where it has a place and a full date; it holds a date, and at most a place before it and a time
/// after it. The place may stand on the lines above. A sentence that starts with "Done at" and holds
/// a date is one above signatures. TEI Guidelines, DS, Openers and Closers.
struct Dateline: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "THE WHITE HOUSE, August 5, 1939.\n\nA notice to all\n\nThis is a text that says so."
      ~> "<dateline><placeName ref=\"#place-1\" resp=\"#engross\" cert=\"medium\">THE WHITE HOUSE</placeName>, <date",
    "DEPARTMENT OF LIGHTS,\nOslo, May 7, 1874.\nDear Sir:\nThis is a text that says so."
      ~> "<dateline><placeName ref=\"#place-1\" resp=\"#engross\" cert=\"medium\">DEPARTMENT OF LIGHTS</placeName>,\n<lb/>",
    "Headquarters Army of the Ilse,\nNear Castle Gant, Sept. 5, 1862—6.30 p. m.\nGeneral:\nThis is a text that says so, and more."
      ~> "1862—6.30 p. m.</date></dateline>",
    "A treaty\nThis is agreed.\nDone at Oslo, in duplicate, this 3rd day of October 1997.\nANNA BERG\nOLA LUND"
      ~> "<closer><dateline>Done at",
    "A treaty on all\n\nThis is agreed by us all, who have set our seals to it. Done at Oslo, in triplicate, this 3rd day of October 1997.\n\nANNA BERG\nOLA LUND"
      ~> "seals to it.</p> <closer><dateline>Done at",
    "A treaty\nThis is agreed.\nDone in duplicate,\nOslo, October 3, 1997.\nANNA BERG\nOLA LUND"
      ~> "<dateline>Done in duplicate,\n<lb/>",
    "Tarn Ferry\n2d April 1856\n\nMy dear Anna\n\nThis is a text that says so, and it says more."
      ~> "<dateline><placeName ref=\"#place-1\" resp=\"#engross\" cert=\"medium\">Tarn Ferry</placeName>\n<lb/>",
    "The News Conference of June 1, 1971\n\nThis is a text that says so." !~> "<dateline",
    "A notice to all\n\nThe meeting of August 19, 2002, opened at nine." !~> "<dateline",
    "A notice\n\nThis is a text that says so.\n\nU. S. GRANT.\n\nCASTLE ILSE, August 15, 1876."
      ~> "</signed>\n\n<dateline>",
    "A report on lamps\nSubject: Meeting of the Keepers, August 19, 2002\nThis is a text that says so."
      !~> "<dateline",
    "Treaty of August 19, 2002\n\nThis is a text that says so." !~> "<dateline",
    "A petition\nThis is asked.\nANNA BERG.\nFiled May 5, 1862." !~> "<dateline",
  ]

  private static let starts = Formulas.words("dateline-start")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    guard filled.count > 1 else { return [] }
    let top = filled[min(7, filled.count - 1)]
    let bottom = filled[max(0, filled.count - 12)]
    let layout = text.lineWidth
    var all: [DatelineLines] = []
    var inParagraphs: [Annotation] = []
    for date in found.dates {
      let number = found.line(at: date.range.lowerBound)
      guard !found.claims(line: number), number > all.last?.lines.upperBound ?? -1,
        date.range.upperBound <= text.lines[number].content.upperBound
          || found.line(at: date.range.upperBound - 1) == number + 1
      else { continue }
      if goesOnFromAbove(text, number, found),
        let lines = doneAt(text, number, date, found, layout)
      {
        all.append(lines)
      } else if var lines = DatelineLines(text, date, on: number, found) {
        let isTop = number <= top
        let position: DatelineLines.Position =
          isTop ? .start : number >= bottom ? .end : .middle
        guard lines.standsAlone(date, near: position), !startsAsFirst(text, number, filled[0]),
          isTop || isSet(text, number, layout),
          position != .middle || text.lastByte(text.lines[number]) != UInt8(ascii: ","),
          lines.isPlaced || all.last?.lines.upperBound != number - 1
        else { continue }
        lines.climb(text, found, facts, isTop: isTop, after: all.last?.lines.upperBound ?? -1)
        if !lines.isPlaced { lines.descend(text, found) }
        all.append(lines)
      } else if let lines = doneAt(text, number, date, found, layout) {
        all.append(lines)
      } else if number > top || filled.count < 12 {
        inParagraphs += doneInParagraph(text, number, date, found, layout)
      }
    }
    return belowAuthor(all, text, found).flatMap { $0.annotations(text) } + inParagraphs
  }

  /// Whether a line starts as the document does: an author's name that lost the end of its line.
  private func startsAsFirst(_ text: TokenisedText, _ number: Int, _ first: Int) -> Bool {
    guard first < number, text.lines[first].tokens.count > 1 else { return false }
    return text.bytes[text.lines[number].content].starts(
      with: text.bytes[text.lines[first].content])
  }

  /// Whether a line is none that wrapped text has by chance: it starts with no small letter, doesn't
  /// go on with the line before, and nothing goes on with it.
  private func isSet(_ text: TokenisedText, _ number: Int, _ layout: LineWidth) -> Bool {
    text.tokens[text.lines[number].tokens.lowerBound].kind != .word
      && !layout.continues(text, number)
      && (number + 1 == text.lines.count || !layout.continues(text, number + 1))
  }

  /// The datelines without that of an author's line, where the text has another, with its place.
  private func belowAuthor(
    _ all: [DatelineLines], _ text: TokenisedText, _ found: Findings
  ) -> some Sequence<DatelineLines> {
    guard let first = all.first, first.places.isEmpty, all.dropFirst().contains(where: \.isPlaced),
      first.lines.lowerBound > 0, text.filledLines.first == first.lines.lowerBound - 1
    else { return all[...] }
    let name = PersonalName(text, text.lines[first.lines.lowerBound - 1].tokens, found, facts)
    return name == nil ? all[...] : all.dropFirst()
  }

  /// The sentence on some lines that starts with "Done at" or "Given under my hand", above short lines
  /// or the text's end.
  private func doneAt(
    _ text: TokenisedText, _ number: Int, _ date: Annotation, _ found: Findings,
    _ layout: LineWidth
  ) -> DatelineLines? {
    var first = number
    while first > 0, number - first < 3, layout.continues(text, first) { first -= 1 }
    // "Done in duplicate, / Oslo, May 6, 1997"
    if first == number, goesOnFromAbove(text, number, found) { first -= 1 }
    let tokens = text.lines[first].tokens
    guard isDone(text, tokens) else { return nil }
    var last = number
    while last + 1 < text.lines.count, last - first < 6, layout.continues(text, last + 1),
      !found.claims(line: last + 1),
      SignatureFormula.party(text, text.lines[last + 1].tokens) == nil
    {
      last += 1
    }
    guard text.lines[last].tokens.upperBound - tokens.lowerBound <= 80,
      (first...last).allSatisfy({ !found.claims(line: $0) })
    else { return nil }
    let next = (last + 1..<text.lines.count).first { !text.lines[$0].isBlank }
    guard next.map({ text.lines[$0].tokens.count <= 20 }) ?? true else { return nil }
    return DatelineLines(done: first...last, date)
  }

  /// Whether the line above starts as such a sentence and doesn't end it.
  private func goesOnFromAbove(_ text: TokenisedText, _ line: Int, _ found: Findings) -> Bool {
    line > 0 && !text.lines[line - 1].isBlank && !found.claims(line: line - 1)
      && !isDone(text, text.lines[line].tokens) && isDone(text, text.lines[line - 1].tokens)
      && text.lastByte(text.lines[line - 1]) != UInt8(ascii: ".")
      && text.lines[line].tokens.count <= 20
  }

  /// Whether tokens start as a sentence does that says where and when something was done.
  private func isDone(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard tokens.count >= 3, Self.starts.contains(text.tokens[first].key),
      text.tokens[first].isCapital
    else { return false }
    let next = text.isMark(first + 1, ",") ? first + 2 : first + 1
    return next < tokens.upperBound
      && ["at", "in", "this", "on"].contains { text.tokens[next].key == Token.key($0) }
  }

  /// The last sentence of a paragraph, when it says where and when it was done, above short lines:
  /// "…our seals. Done at the city of Oslo, this third day of May, 1997."
  private func doneInParagraph(
    _ text: TokenisedText, _ number: Int, _ date: Annotation, _ found: Findings,
    _ layout: LineWidth
  ) -> [Annotation] {
    let line = text.lines[number]
    guard date.range.upperBound <= line.content.upperBound,
      text.lastByte(line) == UInt8(ascii: "."),
      let next = (number + 1..<text.lines.count).first(where: { !text.lines[$0].isBlank }),
      text.lines[next].tokens.count <= 16, !layout.continues(text, next),
      line.content.upperBound - date.range.upperBound < 200,
      let start = line.tokens.dropFirst(4).suffix(64).last(where: { index in
        Int(text.tokens[index].start) < date.range.lowerBound
          && (text.isMark(index - 1, ".") || text.isMark(index - 1, ";"))
          && isDone(text, index..<line.tokens.upperBound)
      }), line.tokens.upperBound - start <= 60,
      // Nothing but the end of the same sentence follows.
      !(start..<line.tokens.upperBound - 1).contains(where: {
        text.isMark($0, ".") && text.tokens[$0 - 1].count > 3
      })
    else { return [] }
    return [
      Annotation(
        Int(text.tokens[start].start)..<line.content.upperBound, .dateline, .high,
        rule: "dateline", because: DatelineLines.doneSentence)
    ]
  }
}
