/// The beginning of a page, as a line of the source says it.
package struct PageBeginning: Sendable, Equatable {
  /// The number of the page, empty where the source has none.
  let number: String
  /// Whether the page begins in the middle of a paragraph.
  let isInside: Bool
  /// Whether a word goes on over the break.
  let isInWord: Bool
}

/// Finds where pages begin: "[[Page 52829]]", "- 2 -", "Page 2 of 4", a form feed.
///
/// The line stands alone. A number without the word or brackets counts only among others that count
/// on from it. Where the sentence before isn't finished and goes on below in lower case, the
/// page begins inside its paragraph. TEI Guidelines, CO, Milestone Elements.
struct PageBreak: Recogniser {
  static let examples: [Example] = [
    "A notice to all\nThis is so.\n\n[[Page 71]]\n\nAnd that is so."
      ~> "<pb n=\"71\"/><fw type=\"pageNum\">[[Page 71]]</fw>",
    "A notice to all\n\nThis is said on one page and\n\n[[Page 71]]\n\nalso said on another."
      ~> "page and\n\n<pb n=\"71\"/><fw type=\"pageNum\">[[Page 71]]</fw>\n\nalso said",
    "A notice to all\nThis is so.\n\n- 2 -\n\nThat is so.\n\n- 3 -\n\nAll is so."
      ~> "<pb n=\"3\"/><fw type=\"pageNum\">- 3 -</fw>",
    "A notice to all\nThis is so.\n\n2\n\nThat is so.\n\n7\n\nAll is so." !~> "<pb",
    "A notice to all\nSee page 7 of it.\n\nThis is so." !~> "<pb",
  ]

  private struct Found {
    let line: Int
    let number: Int
    let isSure: Bool
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    var pages: [(position: Int, page: Found)] = []
    for (position, line) in filled.enumerated() where text.lines[line].tokens.count <= 9 {
      if let page = page(text, line) { pages.append((position, page)) }
    }
    let numbers = pages.map(\.page.number)
    return pages.enumerated().compactMap { index, entry in
      let (position, page) = entry
      let isCounted =
        index > 0 && numbers[index - 1] + 1 == page.number
        || index + 1 < numbers.count && numbers[index + 1] == page.number + 1
      guard page.isSure || isCounted && page.number > 0 else { return nil }
      let isInside =
        position > 0 && position + 1 < filled.count
        && goesOn(text, filled[position - 1], filled[position + 1])
      let isInWord = isInside && text.endsInHyphen(text.lines[filled[position - 1]])
      let beginning = PageBeginning(
        number: page.number > 0 ? String(page.number) : "", isInside: isInside, isInWord: isInWord)
      return Annotation(
        text.lines[page.line].content, .pageBreak(beginning), page.isSure ? .high : .medium,
        rule: "page-break",
        because: page.isSure ? "a line that numbers a page" : "a number that counts on")
    }
  }

  /// What a line says of a page, its number 0 where it has none.
  private func page(_ text: TokenisedText, _ number: Int) -> Found? {
    var tokens = text.lines[number].tokens
    let isFormFeed =
      text.bytes[text.lines[number].content.lowerBound] == 0x0C && tokens.count == 1
    if isFormFeed { return Found(line: number, number: 0, isSure: true) }
    var isBracketed = false
    while tokens.count > 2, isFrame(text, tokens.lowerBound, tokens.upperBound - 1) {
      isBracketed = isBracketed || text.isMark(tokens.lowerBound, "[")
      tokens = tokens.dropFirst().dropLast()
    }
    guard let first = tokens.first else { return nil }
    let isNamed = [Token.key("page"), Token.key("p"), Token.key("pg")]
      .contains(text.tokens[first].key)
    var rest = isNamed ? tokens.dropFirst() : tokens
    if isNamed, let mark = rest.first, text.isMark(mark, ".") { rest = rest.dropFirst() }
    guard let last = rest.first, text.tokens[last].kind == .number, text.tokens[last].count <= 6,
      let value = Int(text.string(text.tokens[last].range))
    else { return nil }
    // "2 of 4", where the name of the page or the line's company tells what is counted.
    let isOf =
      rest.count == 3 && text.tokens[last + 1].key == Token.key("of")
      && text.tokens[last + 2].kind == .number
    guard rest.count == 1 || isOf && isNamed else { return nil }
    // Years and sums stand alone on lines too.
    guard isNamed || value < 1000 else { return nil }
    let isAlone =
      (number == 0 || text.lines[number - 1].isBlank)
      && (number + 1 == text.lines.count || text.lines[number + 1].isBlank)
    guard isNamed || isAlone, value > 0 else { return nil }
    return Found(line: number, number: value, isSure: isBracketed && isNamed)
  }

  private func isFrame(_ text: TokenisedText, _ first: Int, _ last: Int) -> Bool {
    text.isMark(first, "[") && text.isMark(last, "]")
      || text.isMark(first, "(") && text.isMark(last, ")")
      || text.isMark(first, "-") && text.isMark(last, "-")
      || [0x2013, 0x2014].contains(text.scalar(first))
        && text.tokens[first].key == text.tokens[last].key
  }

  /// Whether a line is of running text, not of titles.
  private func isLong(_ text: TokenisedText, _ line: Line) -> Bool {
    line.tokens.count >= 5
      && line.tokens.filter { text.tokens[$0].kind == .word }.count * 5 >= line.tokens.count * 2
  }

  private func goesOn(_ text: TokenisedText, _ before: Int, _ after: Int) -> Bool {
    let (above, below) = (text.lines[before], text.lines[after])
    guard below.tokens.count >= 2, above.tokens.count >= 2 else { return false }
    if text.tokens[below.tokens.lowerBound].isCapital {
      return isLong(text, above) && isLong(text, below)
        && text.tokens[above.tokens.upperBound - 1].kind != .mark
        && !text.isMark(below.tokens.lowerBound + 1, ".")
    }
    guard text.tokens[below.tokens.lowerBound].kind == .word else { return false }
    // "a." and "i)" are labels of a list.
    let isLabel =
      text.tokens[below.tokens.lowerBound].count <= 4
      && (text.isMark(below.tokens.lowerBound + 1, ".")
        || text.isMark(below.tokens.lowerBound + 1, ")"))
    let last = above.tokens.upperBound - 1
    return !isLabel
      && (text.tokens[last].kind != .mark || text.isMark(last, ",") || text.isMark(last, "-")
        || text.isMark(last, ")"))
  }
}
