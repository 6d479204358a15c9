import EngrossModel

/// The facts that recognisers look things up in, by the keys of tokens.
///
/// A class, so that what looks things up holds one reference, not forty tables.
package final class Facts: Sendable {
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

  /// A phrase that tells a genre, as the keys of its words.
  struct GenreCue: Sendable {
    let genre: Genre
    let keys: [UInt64]

    /// Whether it stands among some tokens, from one on.
    func stands(in text: TokenisedText, at start: Int, before end: Int) -> Bool {
      start + keys.count <= end
        && keys.indices.allSatisfy { text.tokens[start + $0].key == keys[$0] }
    }
  }

  let dates = DateFacts()
  let gazetteer: Gazetteer
  let editorial = EditorialFacts()
  let citations = Citations()
  /// The names that a user knows of; nil where none are given.
  let known: NameTable<KnownNames.Kind>?
  let references: References
  /// Units of measures and money, by their forms.
  let units: WordTable<(id: String, type: String)>
  /// Bodies by their names and short forms; the usual name of each.
  let bodies: NameTable<String>
  let slips = SlipFacts()
  /// States by the keys of their usual and formal names.
  private let states: WordTable<State>
  let roles: WordSet
  /// Nouns that name a body.
  let organisations: WordSet
  let genres: [Genre]
  /// The cues of all genres, by their first words, the longer first.
  let genreCues: WordTable<[GenreCue]>
  /// Phrases that are spelt in one way alone, as words.
  let phrases: [[String]]
  /// The parts that no word is, each with a rest that makes a word of it.
  let dividedWords: WordSet

  /// Reads the facts that are compiled in.
  ///
  /// - Parameter names: what a user knows of beside them.
  package init(_ names: KnownNames = KnownNames()) {
    known =
      names.entries.isEmpty ? nil : NameTable(names.entries.map { ($0.name, $0.kind) })
    references = References(names)
    gazetteer = Gazetteer()
    units = WordTable(
      FactTable(named: "units").rows.reduce(into: [:]) { units, row in
        for form in row.dropFirst(2) { units[Token.key(form)] = (id: row[0], type: row[1]) }
      })
    bodies = NameTable(
      FactTable(named: "bodies").rows.flatMap { row in row.map { ($0, row[0]) } })
    var states: [UInt64: State] = FactTable(named: "states").rows.reduce(into: [:]) { states, row in
      let state = State(name: row[0], formalName: row[1], hasTwoSurnames: row.count > 2)
      states[Token.key(state.name.lowercased())] = state
      states[Token.key(state.formalName.lowercased())] = state
    }
    for row in FactTable(named: "state-names").rows {
      for name in row.dropFirst() {
        states[Token.key(name.lowercased())] = states[Token.key(row[0].lowercased())]
      }
    }
    self.states = WordTable(states)
    roles = WordSet(FactTable(named: "roles").rows.map { $0[0] })
    organisations = WordSet(FactTable(named: "organisations").rows.map { $0[0] })
    genres = FactTable(named: "genres").rows.map {
      Genre(
        id: $0[0], description: $0[1], signing: Genre.Signing(rawValue: $0[2]),
        cues: $0.dropFirst(3).map { $0.split(separator: " ").map(Token.key) })
    }
    var cues: [UInt64: [GenreCue]] = [:]
    for genre in genres {
      for cue in genre.cues {
        cues[cue[0], default: []].append(GenreCue(genre: genre, keys: cue))
      }
    }
    genreCues = WordTable(
      cues.mapValues { cues in
        cues.enumerated().sorted {
          (-$0.element.keys.count, $0.offset) < (-$1.element.keys.count, $1.offset)
        }.map(\.element)
      })
    phrases = FactTable(named: "phrases").rows.map { $0[0].split(separator: " ").map(String.init) }
    dividedWords = WordSet(
      keys: FactTable(named: "divided-words").rows.flatMap { row in
        row.dropFirst().map { Token.key(Token.key(row[0]), Token.key($0)) }
      })
  }
}

extension Facts {
  private static let governments = WordSet([
    "republic", "kingdom", "state", "states", "union", "commonwealth", "federation",
    "confederation", "principality", "empire", "government", "duchy",
  ])

  /// The state that a name means: its usual or formal name, or a form of government "of" its name.
  func state(named name: String) -> State? {
    // A key takes only ASCII letters in lower case.
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    var words = (isASCII ? name : name.lowercased()).utf8.split {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }[...]
    func skipArticle() {
      if let first = words.first, Token.key(Substring(first)) == Token.key("the") {
        words.removeFirst()
      }
    }
    skipArticle()
    while !words.isEmpty {
      var name = Token.offsetBasis
      for (index, word) in words.enumerated() {
        if index > 0 { name = Token.step(name, UInt8(ascii: " ")) }
        for byte in word { name = Token.step(name, Token.lowercased(byte)) }
      }
      if let state = states[name] { return state }
      guard let of = words.firstIndex(where: { Token.key(Substring($0)) == Token.key("of") }),
        words[..<of].contains(where: { Self.governments.contains(Token.key(Substring($0))) })
      else { return nil }
      words = words[(of + 1)...]
      skipArticle()
    }
    return nil
  }
}
