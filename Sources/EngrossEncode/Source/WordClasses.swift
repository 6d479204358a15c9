import EngrossModel

/// The lists of facts that a word stands in, a bit a list.
///
/// Told once for each token, so that recognisers, of which each asks for several lists, test bits
/// and look little up.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  // What starts a thing.
  static let dateLead = WordClasses(rawValue: 1 << 0)
  static let relativeDay = WordClasses(rawValue: 1 << 1)
  static let numberWord = WordClasses(rawValue: 1 << 2)
  static let misspeltMonth = WordClasses(rawValue: 1 << 3)
  static let dividedWord = WordClasses(rawValue: 1 << 4)
  static let phrase = WordClasses(rawValue: 1 << 5)
  static let provision = WordClasses(rawValue: 1 << 6)
  // Nouns and names.
  static let month = WordClasses(rawValue: 1 << 7)
  static let role = WordClasses(rawValue: 1 << 8)
  static let organisation = WordClasses(rawValue: 1 << 9)
  static let title = WordClasses(rawValue: 1 << 10)
  static let givenName = WordClasses(rawValue: 1 << 11)
  static let heading = WordClasses(rawValue: 1 << 12)
  static let people = WordClasses(rawValue: 1 << 13)
  static let seat = WordClasses(rawValue: 1 << 14)
  static let nounAfterPlace = WordClasses(rawValue: 1 << 15)
  static let nounBeforePlace = WordClasses(rawValue: 1 << 16)
  static let nounOfPlace = WordClasses(rawValue: 1 << 17)
  static let lawNoun = WordClasses(rawValue: 1 << 18)
  static let lawNounOf = WordClasses(rawValue: 1 << 19)
  static let bodyNounOf = WordClasses(rawValue: 1 << 20)
  // What no name has.
  static let neverPerson = WordClasses(rawValue: 1 << 21)
  static let neverPlace = WordClasses(rawValue: 1 << 22)
  static let neverBody = WordClasses(rawValue: 1 << 23)
  static let neverLaw = WordClasses(rawValue: 1 << 24)
  /// The commonest words of English.
  static let commonEnglish = WordClasses(rawValue: 1 << 25)

  /// Those of all words that have any, by their keys.
  static let table: WordTable<WordClasses> = {
    var classes: [UInt64: WordClasses] = [:]
    func add(_ words: some Sequence<String>, _ new: WordClasses) {
      for word in words { classes[Token.key(word), default: []].insert(new) }
    }
    func add(_ words: WordSet, _ new: WordClasses) {
      for key in words.keys { classes[key, default: []].insert(new) }
    }
    func rows(_ file: String) -> [[String]] { FactTable(named: file).rows }
    for file in ["months", "quaker-months"] {
      add(rows(file).flatMap { $0.dropFirst() }, .dateLead)
    }
    add(rows("months").flatMap { $0.dropFirst() }, .month)
    add(rows("seasons").map { $0[0] }, .dateLead)
    add(rows("numbers").flatMap { $0.dropFirst() }, .dateLead)
    add(rows("numbers").flatMap { $0[1...2] }, .numberWord)
    add(rows("relative-days").map { $0[0] }, .relativeDay)
    add(rows("misspelt-months").flatMap { $0.dropFirst() }, .misspeltMonth)
    add(rows("divided-words").map { $0[0] }, .dividedWord)
    for row in rows("phrases") {
      add(row[0].split(separator: " ").prefix(2).map(String.init), .phrase)
    }
    add(rows("roles").map { $0[0] }, .role)
    add(rows("organisations").map { $0[0] }, .organisation)
    add(rows("titles").map { $0[0] }, .title)
    add(rows("given-names").map { $0[0] }, .givenName)
    add(rows("headings").map { $0[0] }, .heading)
    for row in rows("place-nouns") {
      switch row[1] {
      case "after": add([row[0]], .nounAfterPlace)
      case "before": add([row[0]], .nounBeforePlace)
      default: add([row[0]], .nounOfPlace)
      }
    }
    add(Language.common, .commonEnglish)
    add(Formulas.words("seat"), .seat)
    let names: KeyValuePairs<String, WordClasses> = [
      "provision": .provision, "people": .people, "law-noun": .lawNoun, "law-noun-of": .lawNounOf,
      "body-noun-of": .bodyNounOf, "never-person": .neverPerson, "never-place": .neverPlace,
      "never-body": .neverBody, "never-start": .neverLaw,
    ]
    for (kind, new) in names { add(NameWords.words(kind), new) }
    return WordTable(classes)
  }()
}
