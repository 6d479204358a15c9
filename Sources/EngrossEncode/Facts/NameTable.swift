/// Names of one or several words, and what each means; found by their first word.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    /// The keys of the words after the first.
    let rest: [UInt64]
    let value: Value
  }

  private let entries: WordTable<[Entry]>

  /// The names with their values; of two that start together, the longer is found first.
  init(_ names: [(name: String, value: Value)]) {
    var entries: [UInt64: [Entry]] = [:]
    for (name, value) in names {
      let keys = name.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "-" })
        .map { Token.key($0) }
      guard let first = keys.first else { continue }
      entries[first, default: []].append(Entry(rest: Array(keys.dropFirst()), value: value))
    }
    self.entries = WordTable(
      entries.mapValues { entries in
        entries.enumerated().sorted {
          ($1.element.rest.count, $0.offset) < ($0.element.rest.count, $1.offset)
        }.map(\.element)
      })
  }

  /// The longest name that starts at a token and whose value is wanted; its last token.
  func find(
    _ text: TokenisedText, at index: Int, where isWanted: (Value) -> Bool = { _ in true }
  ) -> (last: Int, value: Value)? {
    guard let candidates = entries[text.stem(index)] else { return nil }
    for entry in candidates where isWanted(entry.value) {
      if let last = Self.last(text, from: index, entry.rest) { return (last, entry.value) }
    }
    return nil
  }

  private static func last(_ text: TokenisedText, from index: Int, _ rest: [UInt64]) -> Int? {
    var last = index
    for key in rest {
      var next = last + 1
      while text.isMark(next, ".") || text.isMark(next, "-"), text.isAttached(next) { next += 1 }
      guard next < text.tokens.count, text.stem(next) == key else { return nil }
      last = next
    }
    return last
  }
}
