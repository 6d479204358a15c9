import EngrossModel

/// The words by which names in running text are told, by kind (`Facts/name-words.tsv`).
enum NameWords {
  private static let kinds: [String: WordSet] = FactTable(named: "name-words").rows.reduce(
    into: [:]
  ) {
    $0[$1[0]] = WordSet($1.dropFirst())
  }

  /// The words of a kind, such as "motion".
  static func words(_ kind: String) -> WordSet {
    guard let words = kinds[kind] else { preconditionFailure("no name words of kind \(kind)") }
    return words
  }
}
