/// Finds lists that run on in a paragraph: "shall (1) report to it; (2) keep a register; and (3) …".
///
/// Labels in parentheses, in order from the first, each but the first after a mark or "and", three
/// words or more apart. References such as "paragraphs (a) and (b)" are none. The last item ends
/// with its sentence. TEI Guidelines, CO, Lists.
struct RunInList: Recogniser {
  static let examples: [Example] = [
    "An order of it\nThe office shall (1) report to the bank; (2) keep a list; and (3) close early. It may do so."
      ~> "shall <list rend=\"run-in\"><item n=\"(1)\">(1) report to the bank; </item><item n=\"(2)\">(2) keep a list; and </item><item n=\"(3)\">(3) close early.</item></list> It may",
    "An order of it\nThe office shall do what paragraphs (a) and (b) of the order say, and no more."
      !~> "<list",
    "An order of it\nThis is true (a) of all things that are." !~> "<list",
  ]

  private struct Label {
    let token: Int
    let readings: [(Numbering, Int)]
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let blocks = found.annotations.filter {
      switch $0.mark {
      case .paragraph, .item, .anonymousBlock: true
      default: false
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var annotations: [Annotation] = []
    var index = 0
    for block in blocks {
      while index < text.tokens.count, Int(text.tokens[index].start) < block.range.lowerBound {
        index += 1
      }
      let first = index
      while index < text.tokens.count, Int(text.tokens[index].start) < block.range.upperBound {
        index += 1
      }
      let isItem = if case .item = block.mark { true } else { false }
      annotations += list(text, first..<index, isItem: isItem)
    }
    return annotations
  }

  private func list(_ text: TokenisedText, _ tokens: Range<Int>, isItem: Bool) -> [Annotation] {
    var labels: [Label] = []
    for index in tokens where text.isMark(index, "(") {
      // The label of the item itself isn't one inside it.
      if isItem, index == tokens.lowerBound { continue }
      guard let label = label(text, index, tokens) else { continue }
      if let last = labels.last {
        let (numbering, value) = last.readings[0]
        guard index - last.token >= 6,
          let next = label.readings.first(where: { $0.0 == numbering && $0.1 == value + 1 }),
          isSeparate(text, index)
        else { continue }
        labels.append(Label(token: index, readings: [next]))
      } else if let first = label.readings.first(where: { $0.1 == 1 }) {
        labels = [Label(token: index, readings: [first])]
      }
    }
    guard labels.count >= 2 else { return [] }
    let end = end(text, labels[labels.count - 1].token, tokens)
    let starts = labels.map { Int(text.tokens[$0.token].start) } + [end]
    let because = "\(labels.count) labels in their order"
    return [
      Annotation(starts[0]..<end, .runInList, .high, rule: "run-in-list", because: because)
    ]
      + labels.indices.map { index in
        let token = labels[index].token
        return Annotation(
          starts[index]..<starts[index + 1],
          .runInItem(label: text.string(text.range(token, token + 2))), .high, rule: "run-in-list",
          because: because)
      }
  }

  /// A label in parentheses at a token, with white space before it.
  private func label(_ text: TokenisedText, _ open: Int, _ tokens: Range<Int>) -> Label? {
    guard open + 3 < tokens.upperBound, text.isMark(open + 2, ")"),
      open == tokens.lowerBound || !text.isAttached(open), text.isAttached(open + 1),
      text.isAttached(open + 2), text.tokens[open + 1].count <= 5
    else { return nil }
    let readings = Numbering.readings(text.bytes[text.tokens[open + 1].range])
    return readings.isEmpty ? nil : Label(token: open, readings: readings)
  }

  /// Whether a mark, or "and" after one, stands before a label.
  private func isSeparate(_ text: TokenisedText, _ label: Int) -> Bool {
    var before = label - 1
    if [Token.key("and"), Token.key("or")].contains(text.tokens[before].key) { before -= 1 }
    return [";", ",", ":", "."].contains { text.isMark(before, $0) }
  }

  /// Where the last item ends: with its sentence, or with its block.
  private func end(_ text: TokenisedText, _ label: Int, _ tokens: Range<Int>) -> Int {
    for index in label + 4..<max(label + 4, tokens.upperBound - 1)
    where text.isMark(index, ".") && text.tokens[index - 1].count > 2
      && text.tokens[index + 1].isCapital && !text.isAttached(index + 1)
    {
      return Int(text.tokens[index].end)
    }
    return Int(text.tokens[tokens.upperBound - 1].end)
  }
}
