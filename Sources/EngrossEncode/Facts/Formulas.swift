import EngrossModel

/// The words that make the fixed phrases of openers and closers, by kind (`Facts/formulas.tsv`).
enum Formulas {
  private static let kinds: [String: WordSet] = FactTable(named: "formulas").rows.reduce(
    into: [:]
  ) {
    $0[$1[0]] = WordSet($1.dropFirst())
  }

  /// The words of a kind, such as "signing".
  static func words(_ kind: String) -> WordSet {
    guard let words = kinds[kind] else { preconditionFailure("no formulas of kind \(kind)") }
    return words
  }
}
