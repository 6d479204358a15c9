import EngrossModel

/// Checks that of two dates the earlier comes first, and that `@when` says what the words say (TEI
/// Guidelines, ND, Dates and Times).
struct DateCheck {
  /// What words mean as a date, in the form that `@when` takes; nil where nobody can be sure.
  let meaning: @Sendable (String) -> String?

  private static let ranges = [("from", "to"), ("notBefore", "notAfter")]
  /// Elements whose `@from` and `@to` aren't dates: pages, and points of a graph.
  private static let others: Set<String> = [
    "biblScope", "citedRange", "arc", "app", "span", "locus", "timeline", "witDetail", "move",
  ]
  /// Elements that hold a date's words and nothing else.
  private static let dates: Set<String> = ["date", "docDate"]

  func findings(_ element: Element) -> [CheckFinding] {
    if Self.others.contains(element.name.local) { return [] }
    var found: [CheckFinding] = []
    for (first, last) in Self.ranges {
      guard let start = element[first], let end = element[last], let from = PartialDate(start),
        let to = PartialDate(end), from.isLater(than: to)
      else { continue }
      found.append(
        CheckFinding(
          kind: "reversed-dates",
          message: "@\(first) is \(start) and @\(last) is \(end); the earlier date comes first",
          node: element.index, attribute: first))
    }
    if let contradiction = contradiction(element) { found.append(contradiction) }
    return found
  }

  private func contradiction(_ element: Element) -> CheckFinding? {
    // Where a calendar is named, words and value differ by right; before 1753 they may without one.
    guard Self.dates.contains(element.name.local), let when = element["when"],
      element["calendar"] == nil, let date = PartialDate(when), date.year >= 1753
    else { return nil }
    let range = element.index + 1..<Int(element.document.nodes[element.index].next)
    var bytes: [UInt8] = []
    for node in element.document.nodes[range] where node.kind == .text {
      bytes += element.document.storage[node.range]
      if bytes.count > 80 { return nil }
    }
    let words = String(decoding: bytes, as: UTF8.self)
      .split { $0.isWhitespace }.joined(separator: " ")
    if Self.obviouslyAgree(words, date) { return nil }
    guard let value = meaning(words), let meant = PartialDate(value), meant.contradicts(date) else {
      return nil
    }
    return CheckFinding(
      kind: "contradicted-date",
      message: "@when is \(when), but \"\(words)\" is \(value)", node: element.index,
      attribute: "when")
  }

  /// Whether the words are the value itself, or hold its numbers and no others but the month's name:
  /// most dates, told without reading them.
  private static func obviouslyAgree(_ words: String, _ date: PartialDate) -> Bool {
    let digits = words.utf8.split { !(0x30...0x39).contains($0) }
    return digits.isEmpty
      || digits.count == 1 && date.month == nil
        && digits[0].reduce(0) { $0 &* 10 &+ Int($1) - 0x30 } == date.year
  }
}
