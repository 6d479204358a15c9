/// Finds the items of lists, by their labels: "(a)", "(1)", "iv.", "B.", "•", one level in another.
///
/// A label starts its line. A list starts with its first label and goes on with the next; a label
/// out of order is none, and a list has two items or more. TEI Guidelines, CO, Lists.
struct ListItem: Recogniser {
  static let examples: [Example] = [
    "An order of it\nThese shall report, namely:\n(a) the first of them; and\n(b) the second of them."
      ~> "<list><item n=\"(a)\">(a) the first of them; and</item>\n<item n=\"(b)\">(b) the second",
    "An order of it\nThese report:\n(a) one of them:\n(1) this;\n(2) that;\n(b) the other of them."
      ~> "<list><item n=\"(1)\">",
    "A notice to all\nIn 1997 we met.\n1997 was the year.\nAnd so it was." !~> "<list",
    "A notice to all\nThis is so.\n- one thing\n- another thing" ~> "<item>- one thing",
    "A notice to all\nThis is so.\n(b) the second of none." !~> "<list",
  ]

  private static let bullets = WordSet([
    "•", "·", "-", "*", "–", "—", "‣", "◦", "▪", "○", "●",
  ])

  private struct Label {
    /// How it's written: the marks around it, or the bullet.
    let form: UInt64
    let readings: [(Numbering, Int)]
    let text: String
  }

  private struct Item {
    let line: Int
    let start: Int
    let level: Int
    let continues: Bool
    let label: String
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var lists = Lists()
    var items: [Item] = []
    for (number, line) in text.lines.enumerated() where !line.isBlank {
      // A heading ends the lists before it.
      if found.isPage(line: number) { continue }
      if found.claims(line: number) { lists.close(to: 0) }
      let rest = found.rest(of: number, in: text)
      guard let label = label(text, rest), let place = lists.place(label) else { continue }
      items.append(
        Item(
          line: number, start: rest.lowerBound, level: place.level, continues: place.continues,
          label: label.text))
    }
    lists.close(to: 0)
    let kept = levels(items, lists.isKept)
    let starts = Set(kept.map(\.0.line))
    let lines = FlowingLines(text, found, rule: "list-item")
    return kept.flatMap { item, level in
      let (last, breaks) = lines.block(from: item.line, isStart: starts.contains)
      let range = Int(text.tokens[item.start].start)..<text.lines[last].content.upperBound
      return [
        Annotation(
          range, .item(level: level, label: item.label, continues: item.continues), .high,
          rule: "list-item",
          because: item.label.isEmpty ? "a bullet, as its neighbours" : "a label in its order")
      ] + breaks
    }
  }

  /// The items that are kept, each at the level that it has among those.
  private func levels(_ items: [Item], _ isKept: [Bool]) -> [(Item, Int)] {
    var stack: [Int] = []
    return zip(items, isKept).filter(\.1).map { item, _ in
      while let last = stack.last, last >= item.level { stack.removeLast() }
      stack.append(item.level)
      return (item, stack.count)
    }
  }

  private func label(_ text: TokenisedText, _ tokens: Range<Int>) -> Label? {
    let first = tokens.lowerBound
    guard tokens.count >= 3 else { return nil }
    if text.isMark(first, "(") {
      guard text.isMark(first + 2, ")"), text.isAttached(first + 1), text.isAttached(first + 2)
      else {
        return nil
      }
      return label(text, first + 1, first...(first + 2), form: 1)
    }
    if text.tokens[first].kind == .mark {
      let mark = text.tokens[first]
      guard Self.bullets.contains(mark.key), !text.isAttached(first + 1),
        text.tokens[first + 1].kind != .mark
      else {
        return nil
      }
      return Label(form: mark.key, readings: [], text: "")
    }
    // "I..All" and "3.We" are set so in print; "3.5" and "U.S." aren't labels.
    let isLoose =
      text.isMark(first + 2, ".")
      || text.tokens[first].kind == .number && text.tokens[first + 2].isCapital
    guard text.isAttached(first + 1), !text.isAttached(first + 2) || isLoose else { return nil }
    if text.isMark(first + 1, ")") { return label(text, first, first...(first + 1), form: 2) }
    if text.isMark(first + 1, ".") { return label(text, first, first...(first + 1), form: 3) }
    return nil
  }

  private func label(
    _ text: TokenisedText, _ number: Int, _ all: ClosedRange<Int>, form: UInt64
  ) -> Label? {
    let readings = Numbering.readings(text.bytes[text.tokens[number].range])
    guard !readings.isEmpty else { return nil }
    return Label(
      form: form, readings: readings,
      text: text.string(text.range(all.lowerBound, all.upperBound)))
  }

  /// The lists that are open, one inside the other, while lines are read.
  private struct Lists {
    private struct Open {
      let form: UInt64
      let numbering: Numbering
      var value: Int
      var items: [Int]
    }

    private var open: [Open] = []
    /// For each item whether it has neighbours.
    private(set) var isKept: [Bool] = []

    mutating func close(to depth: Int) {
      while open.count > depth {
        let list = open.removeLast()
        if list.items.count > 1 { for item in list.items { isKept[item] = true } }
      }
    }

    /// The level, from 1, at which a label goes on with a list or starts one; nil when it does neither.
    /// Whether it goes on with one is said of numbered lists alone.
    mutating func place(_ label: Label) -> (level: Int, continues: Bool)? {
      for level in open.indices.reversed() where open[level].form == label.form {
        let next = label.readings.first {
          $0.0 == open[level].numbering && $0.1 == open[level].value + 1
        }
        guard label.readings.isEmpty || next != nil else { continue }
        close(to: level + 1)
        open[level].value = next?.1 ?? 0
        add(to: level)
        return (level + 1, next != nil)
      }
      guard open.count < 6 else { return nil }
      if label.readings.isEmpty {
        open.append(Open(form: label.form, numbering: .decimal, value: 0, items: []))
      } else if let first = label.readings.first(where: { $0.1 == 1 }) {
        open.append(Open(form: label.form, numbering: first.0, value: 1, items: []))
      } else {
        return nil
      }
      add(to: open.count - 1)
      return (open.count, false)
    }

    private mutating func add(to level: Int) {
      open[level].items.append(isKept.count)
      isKept.append(false)
    }
  }
}
