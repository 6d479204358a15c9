/// Finds simple tables: lines one below the other, with cells divided by tabs or by columns of
/// spaces.
///
/// All rows have as many cells. Columns of spaces stand one below the other, at their left or their
/// right; two columns need three rows. A line whose first cell is a label of a list is none.
/// TEI Guidelines, FT, Tables.
struct Table: Recogniser {
  static let examples: [Example] = [
    "A report of trade\nThis was sold:\nCotton\t500\t12\nRye\t20\t1"
      ~> "<table><row><cell>Cotton\t</cell><cell>500\t</cell><cell>12</cell></row>\n<row>",
    "A report of trade\nThis was sold:\nCotton      500\nRye          20\nOats          3"
      ~> "<row><cell>Rye          </cell><cell>20</cell></row>",
    "A report of trade\nThis was sold:\nCotton      500\nRye  and all\nOats    it was said"
      !~> "<table",
    "A report of trade\nThis was said:\n(a)\tone\n(b)\ttwo\n(c)\tthree" !~> "<table",
    "A report of trade.  It says so.  And so.\nIt says so.  And more.  And so.\nIt says.  So be.  It."
      !~> "<table",
  ]

  /// A row: the first token of each cell, and where cells start and end in the line.
  private struct Row {
    let line: Int
    let isTabbed: Bool
    var starts: [Int] = []
    var columns: [Range<Int>] = []
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var tables = 0
    var rows: [Row] = []
    func close() {
      if isTable(text, rows) {
        tables += 1
        annotations += rows.flatMap { cells(text, $0, table: tables) }
      }
      rows = []
    }
    for (number, line) in text.lines.enumerated() {
      guard !line.isBlank, !found.claims(line: number), !found.claimsTail(ofLine: number),
        !found.isPage(line: number), let row = row(text, number)
      else {
        close()
        continue
      }
      if let last = rows.last,
        last.starts.count != row.starts.count || last.isTabbed != row.isTabbed
      {
        close()
      }
      rows.append(row)
    }
    close()
    return annotations
  }

  /// The cells of a line; nil where it has one alone.
  private func row(_ text: TokenisedText, _ number: Int) -> Row? {
    let line = text.lines[number]
    // Most lines have no gap: they're told before anything is made of them.
    guard
      line.tokens.dropFirst().contains(where: { index in
        let end = text.tokens[index - 1].end
        let gap = text.tokens[index].start - end
        return gap >= 3 || gap > 0 && text.bytes[Int(end)] == 0x09
      })
    else { return nil }
    let isTabbed = text.bytes[line.content].contains(0x09)
    var row = Row(line: number, isTabbed: isTabbed)
    for index in line.tokens {
      let start = Int(text.tokens[index].start)
      let end = index == line.tokens.lowerBound ? start : Int(text.tokens[index - 1].end)
      let gap = text.bytes[end..<start]
      let isCell =
        index == line.tokens.lowerBound || (isTabbed ? gap.contains(0x09) : gap.count >= 3)
      let column = start - line.whole.lowerBound
      if isCell {
        row.starts.append(index)
        row.columns.append(column..<column + text.tokens[index].count)
      } else {
        let first = row.columns[row.columns.count - 1].lowerBound
        row.columns[row.columns.count - 1] = first..<column + text.tokens[index].count
      }
    }
    return row.starts.count > 1 && row.starts.count <= 20 ? row : nil
  }

  private func isTable(_ text: TokenisedText, _ rows: [Row]) -> Bool {
    guard let first = rows.first, rows.count >= (first.starts.count == 2 ? 3 : 2) else {
      return false
    }
    if first.starts.count == 2, rows.allSatisfy({ isLabel(text, $0) }) { return false }
    if first.isTabbed { return true }
    return first.columns.indices.allSatisfy { column in
      isAligned(rows.map { $0.columns[column].lowerBound })
        || isAligned(rows.map { $0.columns[column].upperBound })
    }
  }

  private func isAligned(_ places: [Int]) -> Bool {
    (places.max() ?? 0) - (places.min() ?? 0) <= 1
  }

  /// Whether the first cell is the label of a list's item or a bullet.
  private func isLabel(_ text: TokenisedText, _ row: Row) -> Bool {
    let tokens = row.starts[0]..<row.starts[1]
    if tokens.allSatisfy({ text.tokens[$0].kind == .mark }) { return true }
    return tokens.count <= 3 && text.tokens[tokens.upperBound - 1].kind == .mark
      && tokens.contains { !Numbering.readings(text.bytes[text.tokens[$0].range]).isEmpty }
  }

  /// The row and its cells, the white space after a cell inside it.
  private func cells(_ text: TokenisedText, _ row: Row, table: Int) -> [Annotation] {
    let content = text.lines[row.line].content
    let because = row.isTabbed ? "tabs divide it" : "columns one below the other"
    let certainty = row.isTabbed ? Annotation.Certainty.high : .medium
    let starts = row.starts.map { Int(text.tokens[$0].start) } + [content.upperBound]
    return [
      Annotation(content, .row(table: table), certainty, rule: "table", because: because)
    ]
      + row.starts.indices.map {
        Annotation(starts[$0]..<starts[$0 + 1], .cell, certainty, rule: "table", because: because)
      }
  }
}
