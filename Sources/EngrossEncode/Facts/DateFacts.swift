import EngrossModel

/// What dates are read with: the names of months, seasons, zones and reigns, numbers in words, and
/// the words that stand beside dates. Small, so that a reader of dates needs none of the other facts.
///
/// A class, so that what reads dates holds one reference, not twenty tables.
final class DateFacts: Sendable {
  /// What a word can begin.
  enum Lead: Sendable { case month, number, season }

  struct Reign: Sendable {
    let name: UInt64
    let number: Int
    let accession: CalendarDate
  }

  let months: WordTable<Int>
  let quakerMonths: WordTable<Int>
  let numbers: NumberWords
  /// The first and the last month of each season.
  let seasons: WordTable<ClosedRange<Int>>
  /// The distance from Universal Time, as ISO 8601 writes it.
  let zones: WordTable<String>
  let reigns: [Reign]
  /// The words that a date may start with.
  let leads: WordTable<Lead>
  let beforeYear: WordSet
  let counted: WordSet
  let numbered: WordSet
  let yearWords: WordSet
  let independenceWords: WordSet
  let monthBefore: WordSet
  let numericBefore: WordSet
  let rangeWords: WordSet
  let recurring: WordSet

  init() {
    months = Self.names("months")
    quakerMonths = Self.names("quaker-months")
    numbers = NumberWords()
    seasons = WordTable(
      FactTable(named: "seasons").rows.reduce(into: [:]) { seasons, row in
        let first = Int(row[1]) ?? 1
        let last = Int(row[2]) ?? 12
        seasons[Token.key(row[0])] = first...(last < first ? last + 12 : last)
      })
    zones = WordTable(
      FactTable(named: "time-zones").rows.reduce(into: [:]) { $0[Token.key($1[0])] = $1[1] })
    reigns = FactTable(named: "reigns").rows.compactMap { row in
      CalendarDate(w3c: row[2]).map {
        Reign(name: Token.key(row[0]), number: Int(row[1]) ?? 0, accession: $0)
      }
    }
    let kinds: [String: WordSet] = FactTable(named: "date-words").rows.reduce(into: [:]) {
      $0[$1[0]] = WordSet($1.dropFirst())
    }
    func words(_ kind: String) -> WordSet {
      guard let words = kinds[kind] else { preconditionFailure("no date words of kind \(kind)") }
      return words
    }
    beforeYear = words("before-year")
    counted = words("counted")
    numbered = words("numbered")
    yearWords = words("year")
    independenceWords = words("independence")
    monthBefore = words("month-before")
    numericBefore = words("numeric-before")
    rangeWords = words("range")
    recurring = words("recurring")
    var leads: [UInt64: Lead] = [:]
    for row in FactTable(named: "numbers").rows {
      for word in row.dropFirst() { leads[Token.key(word)] = .number }
    }
    for row in FactTable(named: "seasons").rows { leads[Token.key(row[0])] = .season }
    for file in ["months", "quaker-months"] {
      for row in FactTable(named: file).rows {
        for name in row.dropFirst() { leads[Token.key(name)] = .month }
      }
    }
    self.leads = WordTable(leads)
  }

  /// Numbers by their names.
  static func names(_ file: String) -> WordTable<Int> {
    WordTable(
      FactTable(named: file).rows.reduce(into: [:]) { names, row in
        for name in row.dropFirst() { names[Token.key(name)] = Int(row[0]) }
      })
  }
}
