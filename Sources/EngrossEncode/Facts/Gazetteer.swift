import EngrossModel

/// The names of places and persons that are known, by the keys of their words.
struct Gazetteer: Sendable {
  /// What kind of place a name means.
  enum PlaceKind: Sendable {
    /// A state or a land; whether its name says how it is governed: "United States".
    case state(isPolitical: Bool)
    /// A part of a state, by its number among `regions`; whether the name is shortened, and so
    /// counts only after a town's.
    case region(Int, isShort: Bool)
    /// A continent, a sea, a river, a mountain.
    case feature
    /// A house, a square, a fort, which counts where something is or goes.
    case building
    /// A town; its name may be a surname or another word too.
    case town(isCommon: Bool)
  }

  /// A part of a state, and the state, where that's beyond doubt.
  struct Region: Sendable {
    let name: String
    let country: String?
  }

  let regions: [Region]
  /// Given names, and whether each is another word, a place or a surname as well.
  let givenNames: WordTable<Bool>
  /// Words before names, and whether each belongs to the name.
  let titles: WordTable<Bool>
  /// Nouns that follow a place's name, stand before it, or stand before it and "of".
  let nounsAfter: WordSet
  let nounsBefore: WordSet
  let nounsOf: WordSet
  private let places: NameTable<PlaceKind>

  init() {
    givenNames = Self.flags("given-names")
    titles = Self.flags("titles")
    let nouns = FactTable(named: "place-nouns").rows
    nounsAfter = WordSet(nouns.filter { $0[1] == "after" }.map { $0[0] })
    nounsBefore = WordSet(nouns.filter { $0[1] == "before" }.map { $0[0] })
    nounsOf = WordSet(nouns.filter { $0[1] == "of" }.map { $0[0] })
    let united = NameWords.words("united")
    var places: [(name: String, value: PlaceKind)] = []
    func add(_ name: String, _ kind: PlaceKind) { places.append((name, kind)) }
    func addState(_ name: String) {
      let isPolitical = name.split(whereSeparator: { $0 == " " || $0 == "." }).contains {
        united.contains(Token.key($0))
      }
      add(name, .state(isPolitical: isPolitical))
    }
    for row in FactTable(named: "states").rows {
      addState(row[0])
      if row[1] != row[0] { addState(row[1]) }
    }
    for row in FactTable(named: "state-names").rows {
      for name in row.dropFirst() { addState(name) }
    }
    for row in FactTable(named: "lands").rows { addState(row[0]) }
    for row in FactTable(named: "features").rows { add(row[0], .feature) }
    for row in FactTable(named: "buildings").rows { add(row[0], .building) }
    for row in FactTable(named: "towns").rows { add(row[0], .town(isCommon: row.count > 1)) }
    let rows = FactTable(named: "regions").rows
    regions = rows.map { Region(name: $0[0], country: $0[1] == "-" ? nil : $0[1]) }
    for (number, row) in rows.enumerated() {
      add(row[0], .region(number, isShort: false))
      // "District of Col" is no word beside a town's name alone.
      for name in row.dropFirst(2) { add(name, .region(number, isShort: !name.contains(" "))) }
    }
    // A town before a region of its name.
    self.places = NameTable(places)
  }

  private static func flags(_ name: String) -> WordTable<Bool> {
    WordTable(
      FactTable(named: name).rows.reduce(into: [:]) { $0[Token.key($1[0])] = $1.count > 1 })
  }

  /// The place whose name starts at a token, the longest; its last token.
  func place(
    _ text: TokenisedText, at index: Int, where isWanted: (PlaceKind) -> Bool = { _ in true }
  ) -> (last: Int, kind: PlaceKind)? {
    places.find(text, at: index, where: isWanted).map { ($0.last, $0.value) }
  }

  /// The same but for names that are surnames or other words too.
  func clearPlace(_ text: TokenisedText, at index: Int) -> (last: Int, kind: PlaceKind)? {
    place(text, at: index) { kind in
      switch kind {
      case .town(isCommon: true), .region(_, isShort: true): false
      default: true
      }
    }
  }
}
