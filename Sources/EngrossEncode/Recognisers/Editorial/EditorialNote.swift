/// Finds what editors added after a text: "NOTE: An original was not available…", filing lines.
///
/// Only lines that start with a note's label or with a filing office's formula, and only after the
/// text. A note's sentences are told apart by what they speak of. A note in the middle stays a
/// paragraph. TEI Guidelines, CO, Notes.
struct EditorialNote: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice\nThis is so.\nNOTE: An original was not available for verification."
      ~> "<note type=\"editorial\" subtype=\"original-not-available\"",
    "A notice\nThis is so.\n[FR Doc. 97-24591\nFiled 9-12-97; 8:45 am]"
      ~> "<note type=\"editorial\" subtype=\"filing\"",
    "A notice\nThis is so.\nNOTE: The Premier spoke at 9 a.m. in the hall. The office also released a map of it."
      ~> "NOTE: The Premier spoke at 9 a.m. in the hall.</note> <note type=\"editorial\" subtype=\"release\" xml:id=\"note-2\" resp=\"#engross\" cert=\"high\">The office",
    "A notice\nThis is so.\nEditor's Note: The name of the bridge should read Amber."
      ~> "<note type=\"editorial\" subtype=\"correction\"",
    "A notice\nNote that this is so." !~> "<note",
  ]

  private static let filingWords = WordSet(["doc", "filed", "received"])
  private static let labels = WordSet(["note", "notes", "correction", "corrections"])
  private static let editors = WordSet(["editorial", "editor's", "editors", "editor’s", "ed"])
  private static let sources = WordSet(["source", "citation"])
  /// Abbreviations after which no sentence ends.
  private static let abbreviations = WordSet([
    "mr", "mrs", "ms", "dr", "gov", "sen", "rep", "gen", "no", "st", "jr", "sr", "vol", "col", "fr",
    "u.s", "a.m", "p.m", "stat", "pub", "ed", "prof", "lt", "maj", "capt", "sgt", "hon", "rev",
  ])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var bottom = text.filledLines[...]
    while let last = bottom.last {
      let line = text.lines[last]
      if let because = label(text, line) {
        annotations += notes(text, line, because)
        bottom.removeLast()
      } else if let filing = filing(text, bottom) {
        annotations.append(filing.annotation)
        bottom = filing.above
      } else if found.claims(line: last) {
        bottom.removeLast()
      } else {
        break
      }
    }
    return annotations
  }

  /// The words that make a line an editor's note.
  private func label(_ text: TokenisedText, _ line: Line) -> String? {
    var index = line.tokens.lowerBound
    let first = index
    guard line.tokens.count > 2 else { return nil }
    if text.isMark(index, "*") || text.isMark(index, "[") { index += 1 }
    if Self.editors.contains(text.tokens[index].key) { index += 1 }
    if text.isMark(index, ".") { index += 1 }
    guard index + 1 < line.tokens.upperBound, text.tokens[index].isCapital,
      Self.labels.contains(text.tokens[index].key)
        || Self.sources.contains(text.tokens[index].key) && text.isMark(index + 1, ":")
    else { return nil }
    guard text.isMark(index + 1, ":") || text.isMark(index + 1, ".") else { return nil }
    return "the label \"\(text.string(text.range(first, index)))\""
  }

  /// The note on a line: sentences that speak of one thing are one note.
  private func notes(_ text: TokenisedText, _ line: Line, _ because: String) -> [Annotation] {
    var notes: [(kind: String?, start: Int, end: Int)] = []
    for sentence in sentences(text, line.tokens) {
      let kind = kind(text, sentence)
      if let last = notes.last, kind == nil || last.kind == kind {
        notes[notes.count - 1].end = sentence.upperBound
      } else if let last = notes.last, last.kind == nil {
        notes[notes.count - 1] = (kind, last.start, sentence.upperBound)
      } else {
        notes.append((kind, sentence.lowerBound, sentence.upperBound))
      }
    }
    return notes.map { note in
      Annotation(
        text.range(note.start, note.end - 1), .note(subtype: note.kind), .high,
        rule: "editorial-note", because: because)
    }
  }

  private func kind(_ text: TokenisedText, _ sentence: Range<Int>) -> String? {
    for index in sentence {
      if let kind = facts.editorial.noteKinds.kind(text, at: index)?.kind { return kind }
    }
    return Self.sources.contains(text.tokens[sentence.lowerBound].key) ? "source" : nil
  }

  /// The sentences of a line: a point ends one before a capital, after a word that isn't short for
  /// another.
  private func sentences(_ text: TokenisedText, _ tokens: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens.dropFirst(3) where text.isMark(index, ".") {
      guard index + 1 < tokens.upperBound, text.tokens[index + 1].isCapital,
        !text.isAttached(index + 1), text.tokens[index - 1].count > 1,
        !Self.abbreviations.contains(text.tokens[index - 1].key)
      else { continue }
      sentences.append(start..<index + 1)
      start = index + 1
    }
    return sentences + [start..<tokens.upperBound]
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
