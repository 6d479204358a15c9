/// Finds the headings of an outline: "1. Purpose", "I. INTRODUCTION", "A. Background", above prose.
///
/// The words after the label are a title and the line is short; a paragraph follows that has no
/// label, or a heading one level in. The labels go on from the first, and there are two or more; so
/// that items of a list, which follow each other, are none. TEI Guidelines, DS, Headings.
struct OutlineHeading: Recogniser {
  static let examples: [Example] = [
    "A memorandum of it\n\n1. Purpose\n\nThis says what the office is to do in that year.\n\n2. Scope of the Work\n\nIt holds for all of those who work in the office."
      ~> "<div type=\"section\" n=\"1\"><head>1. Purpose</head>\n\n<p xml:id=\"p-1\">This says",
    "A memorandum of it\n\nI. INTRODUCTION\n\nA. Background\n\nThis says what the office is to do in that year.\n\nB. Purpose\n\nThis says what the office is to do in that year.\n\nII. POLICY\n\nIt holds for all of those who work in the office."
      ~> "<div type=\"section\" n=\"A\"><head>",
    "An order of it\nThese shall report:\n1. The Secretary of State\n2. The Bureau of Roads\nThey do so each year, and they say what they did in it."
      !~> "<div type=\"section\"",
    "An order of it\n1. The office shall report on what it did.\nIt does so each year, and it says what it did in it.\n2. The bank shall report too.\nIt does so each year, and it says what it did in it."
      !~> "<div type=\"section\"",
  ]

  private struct Heading {
    let line: Int
    let number: Int
    let depth: Int
    let list: Int
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let layout = text.lineWidth
    let filled = text.filledLines.filter { !found.isPage(line: $0) }
    var outline = Outline()
    var headings: [Heading] = []
    for (position, line) in filled.enumerated() where !found.claims(line: line) {
      guard isHeading(text, filled, position, layout, found),
        let place = outline.place(text, text.lines[line].tokens.lowerBound)
      else { continue }
      headings.append(
        Heading(
          line: line, number: text.lines[line].tokens.lowerBound, depth: place.depth,
          list: place.list))
    }
    return headings.filter { outline.counts[$0.list] > 1 }.map { heading in
      var division = Division(
        kind: .section, number: text.string(text.tokens[heading.number].range))
      division.depth = heading.depth
      return Annotation(
        text.lines[heading.line].content, .divisionHead(division), .medium,
        rule: "outline-heading", because: "a label in its order, and a title above prose")
    }
  }

  private func isHeading(
    _ text: TokenisedText, _ filled: [Int], _ position: Int, _ layout: LineWidth,
    _ found: Findings
  ) -> Bool {
    let number = filled[position]
    guard position + 1 < filled.count, isTitle(text, number), !layout.continues(text, number),
      !found.claimsTail(ofLine: number)
    else { return false }
    let next = filled[position + 1]
    // Where lines are wrapped, the next would be the rest of an item.
    if layout.isWrapped, next == number + 1 { return false }
    return isProse(text, next, found)
      || isTitle(text, next)
        && text.tokens[text.lines[next].tokens.lowerBound].kind
          != text.tokens[text.lines[number].tokens.lowerBound].kind
      || isTitle(text, next) && isFirst(text, next)
  }

  private func isFirst(_ text: TokenisedText, _ line: Int) -> Bool {
    let label = text.tokens[text.lines[line].tokens.lowerBound]
    return Numbering.readings(text.bytes[label.range]).contains { $0.1 == 1 }
  }

  /// Whether a line is a label and a title.
  private func isTitle(_ text: TokenisedText, _ number: Int) -> Bool {
    let line = text.lines[number]
    let first = line.tokens.lowerBound
    guard line.tokens.count >= 3, line.tokens.count <= 20, line.content.count <= 110,
      text.tokens[first].kind == .number || text.tokens[first].kind == .capitals,
      text.isMark(first + 1, "."), text.isAttached(first + 1), !text.isAttached(first + 2),
      ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(text.lastByte(line))
    else { return false }
    let rest = first + 2..<line.tokens.upperBound
    return text.tokens[first + 2].isCapital && text.tokens[first + 2].count > 1
      && TitleCase.holds(text, rest)
  }

  /// Whether a line is of running text, and no item of a list.
  private func isProse(_ text: TokenisedText, _ number: Int, _ found: Findings) -> Bool {
    let line = text.lines[number]
    let first = line.tokens.lowerBound
    guard !found.claims(line: number), line.tokens.count >= 8, !isTitle(text, number),
      text.tokens[first].isCapital, text.tokens[first].count > 1 || !text.isMark(first + 1, ".")
    else { return false }
    return line.tokens.filter { text.tokens[$0].kind == .word }.count * 3 >= line.tokens.count
  }
}

/// The series of labels that are open, one inside the other, while lines are read.
private struct Outline {
  private var open: [(numbering: Numbering, value: Int, list: Int)] = []
  /// For each series how many labels it has.
  private(set) var counts: [Int] = []

  /// How deep a label stands, from 0, and its series; nil when it neither goes on nor starts one.
  mutating func place(_ text: TokenisedText, _ token: Int) -> (depth: Int, list: Int)? {
    let readings = Numbering.readings(text.bytes[text.tokens[token].range])
    for depth in open.indices.reversed() {
      let next = (numbering: open[depth].numbering, value: open[depth].value + 1)
      guard readings.contains(where: { $0 == next }) else { continue }
      open.removeSubrange((depth + 1)...)
      open[depth].value += 1
      counts[open[depth].list] += 1
      return (depth, open[depth].list)
    }
    guard open.count < 6, let first = readings.first(where: { $0.1 == 1 }) else { return nil }
    open.append((first.0, 1, counts.count))
    counts.append(1)
    return (open.count - 1, counts.count - 1)
  }
}
