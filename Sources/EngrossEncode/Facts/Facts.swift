import EngrossModel

/// The facts that recognisers look things up in, by the keys of tokens.
package struct Facts: Sendable {
  /// A state of the world.
  struct State: Sendable {
    let name: String
    let formalName: String
    let hasTwoSurnames: Bool
  }

  /// A kind of document, what is expected of it, and the phrases of a title that tell it.
  package struct Genre: Sendable, Equatable {
    /// How documents of a genre are signed.
    enum Signing: String, Sendable {
      /// By names, in capitals or not.
      case names
      /// By a surname alone too.
      case surname
      /// Not at all: names at its end are of those present.
      case unsigned
    }

    package let id: String
    package let description: String
    let signing: Signing?
    let cues: [[UInt64]]
  }

  let dates = DateFacts()
  let gazetteer: Gazetteer
  let editorial = EditorialFacts()
  let citations = Citations()
  /// Units of measures and money, by their forms.
  let units: WordTable<(id: String, type: String)>
  /// Bodies by their names and short forms; the usual name of each.
  let bodies: NameTable<String>
  let slips = SlipFacts()
  /// States by their usual and formal names in lower case.
  private var states: [String: State]
  let roles: WordSet
  /// Nouns that name a body.
  let organisations: WordSet
  let genres: [Genre]
  /// Phrases that are spelt in one way alone, as words.
  let phrases: [[String]]
  /// The parts that no word is, with the rests that make words of them.
  let dividedWords: WordTable<WordSet>

  /// Reads the facts that are compiled in.
  package init() {
    gazetteer = Gazetteer()
    units = WordTable(
      FactTable(named: "units").rows.reduce(into: [:]) { units, row in
        for form in row.dropFirst(2) { units[Token.key(form)] = (id: row[0], type: row[1]) }
      })
    bodies = NameTable(
      FactTable(named: "bodies").rows.flatMap { row in row.map { ($0, row[0]) } })
    states = FactTable(named: "states").rows.reduce(into: [:]) { states, row in
      let state = State(name: row[0], formalName: row[1], hasTwoSurnames: row.count > 2)
      states[state.name.lowercased()] = state
      states[state.formalName.lowercased()] = state
    }
    for row in FactTable(named: "state-names").rows {
      for name in row.dropFirst() { states[name.lowercased()] = states[row[0].lowercased()] }
    }
    roles = WordSet(FactTable(named: "roles").rows.map { $0[0] })
    organisations = WordSet(FactTable(named: "organisations").rows.map { $0[0] })
    genres = FactTable(named: "genres").rows.map {
      Genre(
        id: $0[0], description: $0[1], signing: Genre.Signing(rawValue: $0[2]),
        cues: $0.dropFirst(3).map { $0.split(separator: " ").map(Token.key) })
    }
    phrases = FactTable(named: "phrases").rows.map { $0[0].split(separator: " ").map(String.init) }
    dividedWords = WordTable(
      FactTable(named: "divided-words").rows.reduce(into: [:]) { words, row in
        words[Token.key(row[0])] = WordSet(row.dropFirst())
      })
  }
}

extension Facts {
  private static let kinds: Set<String> = [
    "republic", "kingdom", "state", "states", "union", "commonwealth", "federation",
    "confederation", "principality", "empire", "government", "duchy",
  ]

  /// The state that a name means: its usual or formal name, or a form of government "of" its name.
  func state(named name: String) -> State? {
    var words = name.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r" })
      .map(String.init)
    if words.first == "the" { words.removeFirst() }
    while !words.isEmpty {
      if let state = states[words.joined(separator: " ")] { return state }
      guard let of = words.firstIndex(of: "of"), words[..<of].contains(where: Self.kinds.contains)
      else { return nil }
      words = Array(words[(of + 1)...])
      if words.first == "the" { words.removeFirst() }
    }
    return nil
  }
}
