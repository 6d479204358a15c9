import EngrossModel

/// The series in which official texts are cited (`Facts/citations.tsv`).
struct Citations: Sendable {
  /// Series that a volume's number stands before, and others.
  private let names: NameTable<Bool>

  init() {
    names = NameTable(
      FactTable(named: "citations").rows.flatMap { row in
        row.dropFirst().map { ($0, row[0] == "volume") }
      })
  }

  /// The last token of the series whose name starts at a token, with or without a volume before.
  func series(_ text: TokenisedText, at index: Int, isVolume: Bool) -> Int? {
    guard text.tokens[index].isCapital else { return nil }
    return names.find(text, at: index) { $0 == isVolume }?.last
  }
}
