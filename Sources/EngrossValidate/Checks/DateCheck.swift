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

  /// Attributes without one of which there's nothing to check.
  static let attributes: Set<String> = ["when", "from", "notBefore"]
  /// The bytes of the longest words that are read as a date.
  static let longest = 80

  /// Of two dates the later first.
  func reversals(_ element: DatedElement) -> [CheckFinding] {
    if Self.others.contains(element.name) { return [] }
    var found: [CheckFinding] = []
    for (first, last) in Self.ranges {
      guard let start = element.attributes[first], let end = element.attributes[last],
        let from = PartialDate(start), let to = PartialDate(end), from.isLater(than: to)
      else { continue }
      found.append(
        CheckFinding(
          kind: "reversed-dates",
          message: "@\(first) is \(start) and @\(last) is \(end); the earlier date comes first",
          offset: element.offset, attribute: first))
    }
    return found
  }

  /// Whether an element's words are to be held against its `@when`.
  func readsWords(of element: DatedElement) -> Bool { date(of: element) != nil }

  private func date(of element: DatedElement) -> PartialDate? {
    // Where a calendar is named, words and value differ by right; before 1753 they may without one.
    guard Self.dates.contains(element.name), let when = element.attributes["when"],
      element.attributes["calendar"] == nil, let date = PartialDate(when), date.year >= 1753
    else { return nil }
    return date
  }

  /// What is wrong where an element's words say another date than it does.
  func contradiction(_ element: DatedElement, _ bytes: [UInt8]) -> CheckFinding? {
    guard bytes.count <= Self.longest, let date = date(of: element) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self)
      .split { $0.isWhitespace }.joined(separator: " ")
    if Self.obviouslyAgree(words, date) { return nil }
    guard let value = meaning(words), let meant = PartialDate(value), meant.contradicts(date) else {
      return nil
    }
    return CheckFinding(
      kind: "contradicted-date",
      message:
        "@when is \(element.attributes["when"] ?? ""), but \"\(words)\" is \(value)",
      offset: element.offset, attribute: "when")
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

/// An element with dates in attributes.
struct DatedElement {
  let name: String
  /// The byte offset of its `<`.
  let offset: Int
  /// The attributes in no namespace.
  var attributes: [String: String] = [:]
}
