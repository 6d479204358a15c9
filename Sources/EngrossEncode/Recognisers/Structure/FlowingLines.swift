/// The lines that one block of running text takes: hard-wrapped, and over a page's end.
struct FlowingLines {
  private let text: TokenisedText
  private let found: Findings
  private let layout: LineWidth
  private let rule: String

  init(_ text: TokenisedText, _ found: Findings, rule: String) {
    self.text = text
    self.found = found
    self.rule = rule
    layout = text.lineWidth
  }

  /// The last line of the block that starts on a line, and the breaks between its lines.
  ///
  /// - Parameter isStart: whether a line starts a block of its own.
  func block(
    from first: Int, isStart: (Int) -> Bool = { _ in false }
  ) -> (last: Int, breaks: [Annotation]) {
    var last = first
    var breaks: [Annotation] = []
    while !found.claimsTail(ofLine: last) {
      if let next = nextPage(after: last), !found.claims(line: next), !isStart(next) {
        last = next
        continue
      }
      let next = last + 1
      guard next < text.lines.count, !found.claims(line: next), !isStart(next),
        !found.beginsPage(line: next), layout.continues(text, next) || goesOn(text, next)
      else { return (last, breaks) }
      breaks.append(.lineBreak(in: text, before: next, rule: rule))
      last = next
    }
    return (last, breaks)
  }

  /// Whether a line starts in lower case, after one that ends in a word or a comma.
  private func goesOn(_ text: TokenisedText, _ line: Int) -> Bool {
    let (before, this) = (text.lines[line - 1], text.lines[line])
    guard this.tokens.count >= 1, before.tokens.count >= 4 else { return false }
    let (first, last) = (this.tokens.lowerBound, before.tokens.upperBound - 1)
    guard text.tokens[first].kind == .word, text.tokens[first].count > 1 || this.tokens.count > 2,
      !(text.isMark(first + 1, ".") && text.isAttached(first + 1)), !text.isMark(first + 1, ")")
    else { return false }
    return text.tokens[last].kind != .mark || text.isMark(last, ",")
      || text.endsInHyphen(before)
  }

  /// The line on which a sentence goes on that a page's end interrupts.
  private func nextPage(after line: Int) -> Int? {
    guard found.hasPagesInside, let page = filled(after: line), found.beginsPage(line: page) else {
      return nil
    }
    return filled(after: page)
  }

  private func filled(after line: Int) -> Int? {
    var next = line + 1
    while next < text.lines.count, text.lines[next].isBlank { next += 1 }
    return next < text.lines.count ? next : nil
  }
}

extension Annotation {
  /// The start of a line that goes on with the block of the line before.
  static func lineBreak(in text: TokenisedText, before line: Int, rule: String) -> Annotation {
    let start = text.lines[line].content.lowerBound
    let isInWord =
      line > 0 && text.endsInHyphen(text.lines[line - 1])
      && text.tokens[text.lines[line].tokens.lowerBound].kind != .mark
    return Annotation(
      start..<start, isInWord ? .wordBreak : .lineBreak, .high, rule: rule,
      because: isInWord
        ? "a word is divided at the line's end" : "its first word had no room on the line before")
  }
}
