import EngrossModel

/// Words that slips are told by.
struct SlipFacts: Sendable {
  /// Words that no sentence has twice beside each other.
  let doubled: WordSet
  /// The names of months with one letter wrong, and the right ones.
  let misspeltMonths: WordTable<String>

  init() {
    doubled = WordSet(FactTable(named: "doubled-words").rows.map { $0[0] })
    misspeltMonths = WordTable(
      FactTable(named: "misspelt-months").rows.reduce(into: [:]) { months, row in
        for slip in row.dropFirst() { months[Token.key(slip)] = row[0] }
      })
  }
}
