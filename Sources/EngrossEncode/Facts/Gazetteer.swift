import EngrossModel

/// The names of places and persons that are known, by the keys of their words.
struct Gazetteer: Sendable {
  /// What kind of place a name means.
  enum PlaceKind: Sendable {
    case state, region
    /// A town; its name may be a surname or another word too.
    case town(isCommon: Bool)
  }

  private struct Place: Sendable {
    /// The keys of the words after the first.
    let rest: [UInt64]
    let kind: PlaceKind
  }

  /// Given names, and whether each is another word, a place or a surname as well.
  let givenNames: WordTable<Bool>
  /// Words before names, and whether each belongs to the name.
  let titles: WordTable<Bool>
  /// Nouns that follow a place's name, and such as stand before it.
  let nounsAfter: WordSet
  let nounsBefore: WordSet
  private let places: WordTable<[Place]>

  init() {
    givenNames = Self.flags("given-names")
    titles = Self.flags("titles")
    let nouns = FactTable(named: "place-nouns").rows
    nounsAfter = WordSet(nouns.filter { $0[1] == "after" }.map { $0[0] })
    nounsBefore = WordSet(nouns.filter { $0[1] == "before" }.map { $0[0] })
    var places: [UInt64: [Place]] = [:]
    func add(_ name: String, _ kind: PlaceKind) {
      let keys = name.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "-" })
        .map { Token.key($0) }
      guard let first = keys.first else { return }
      places[first, default: []].append(Place(rest: Array(keys.dropFirst()), kind: kind))
    }
    for row in FactTable(named: "states").rows {
      add(row[0], .state)
      if row[1] != row[0] { add(row[1], .state) }
    }
    for row in FactTable(named: "towns").rows { add(row[0], .town(isCommon: row.count > 1)) }
    for row in FactTable(named: "regions").rows { for name in row { add(name, .region) } }
    self.places = WordTable(
      places.mapValues { places in
        // Longer names first; a town before a region of its name.
        places.enumerated().sorted {
          ($1.element.rest.count, $0.offset) < ($0.element.rest.count, $1.offset)
        }.map(\.element)
      })
  }

  private static func flags(_ name: String) -> WordTable<Bool> {
    WordTable(
      FactTable(named: name).rows.reduce(into: [:]) { $0[Token.key($1[0])] = $1.count > 1 })
  }

  /// The place whose name starts at a token, the longest; its last token.
  func place(
    _ text: TokenisedText, at index: Int, where isWanted: (PlaceKind) -> Bool = { _ in true }
  ) -> (last: Int, kind: PlaceKind)? {
    guard let candidates = places[text.tokens[index].key] else { return nil }
    for place in candidates where isWanted(place.kind) {
      if let last = Self.last(text, from: index, place.rest) { return (last, place.kind) }
    }
    return nil
  }

  private static func last(_ text: TokenisedText, from index: Int, _ rest: [UInt64]) -> Int? {
    var last = index
    for key in rest {
      var next = last + 1
      while text.isMark(next, ".") || text.isMark(next, "-"), text.isAttached(next) { next += 1 }
      guard next < text.tokens.count, text.tokens[next].key == key else { return nil }
      last = next
    }
    return last
  }
}
