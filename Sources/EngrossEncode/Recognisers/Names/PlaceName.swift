/// Finds the names of places: "Washington, D.C.", "Montgomery County, Maryland", "City of Oslo",
/// "West River", "Mexico".
///
/// Known names from the gazetteer, with the region after them; names that a noun makes a place's
/// (`PlaceNoun`); unknown ones where only a place can stand (`UnknownPlace`). A town's name that is
/// a surname too counts after a preposition, or before its region. A name that says how a state is
/// governed ("United States") counts where something is or goes, since such a state mostly acts.
/// TEI Guidelines, ND, Place Names.
struct PlaceName: Recogniser {
  let facts: Facts

  /// Short names of regions that are other words too: "In", "Or", "Geo".
  private static let otherWords = NameWords.words("region-word")

  static let examples: [Example] = [
    "They all met at Washington, D.C. in the old hall, as they say."
      ~> ">Washington, D.C</placeName>",
    "They all met in Amber County, Maryland and in Oslo, as they say."
      ~> ">Amber County, Maryland</placeName>",
    "They all met in Amber County, Maryland and in Oslo, as they say." ~> ">Oslo</placeName>",
    "They sailed on the West River to the City of Oslo, as they say."
      ~> ">City of Oslo</placeName>",
    "They went from the Transvaal to Great Britain and Mexico's north, as they say."
      ~> ">Mexico</placeName>",
    "They came to the United States over the Atlantic, as they say."
      ~> ">United States</placeName>",
    "They are residents of the District of Columbia and lived in said District for years."
      ~> ">District</placeName>",
    "He is a person loyal to the United States, as they say." !~> "<placeName",
    "The Government of Chile sent a note of protest, as they say." !~> "<placeName",
    "See 8 U.S.C. 1182 and the U.S. Code of that year, as they say." !~> "<placeName",
    "General Jackson met Mr. Lincoln in the old hall, as they say." !~> "<placeName",
    "The county of it is large and the river is deep, as they say." !~> "<placeName",
  ]

  /// What is found of a place: its tokens, how sure it is and why.
  struct Match {
    var first: Int
    var last: Int
    let certainty: Annotation.Certainty
    let because: String
    var takesRegion = true
  }

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let taken = Self.taken(found)
    let unknown = UnknownPlace(text, found, facts)
    var next = 0
    var matches: [Match] = []
    var district: UInt64?
    var index = 0
    while index < text.tokens.count {
      let start = Int(text.tokens[index].start)
      while next < taken.count, taken[next].upperBound <= start {
        next += 1
      }
      if next < taken.count, taken[next].contains(start) {
        if text.tokens[index].key == Token.key("district") { district = text.tokens[index].key }
        index += 1
        continue
      }
      guard text.tokens[index].isCapital,
        let match = place(text, at: index, unknown) ?? shortForm(text, at: index, district)
          ?? matches.last.flatMap({ unknown.match(at: index, beside: $0) })
      else {
        index += 1
        continue
      }
      if text.tokens[match.first].key == Token.key("district"), match.last > match.first + 1 {
        district = text.tokens[match.first].key
      }
      matches.append(match)
      index = match.last + 1
    }
    return unknown.repeated(unknown.confirmed(matches), taken).map {
      Annotation(
        text.nameRange($0.first, $0.last), .placeName, $0.certainty, rule: "place-name",
        because: $0.because)
    }
  }

  /// Where no places are looked for: in persons' names, in citations, and in signatures but for the
  /// offices there ("Justice of the Peace for Amber County").
  private static func taken(_ found: Findings) -> [Range<Int>] {
    let offices = found.annotations.filter { $0.mark == .roleName }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var taken: [Range<Int>] = []
    let all = found.annotations.filter {
      $0.mark.isSigned || $0.mark.isCitation || $0.mark == .persName || $0.rule == KnownName.rule
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for annotation in all {
      var start = annotation.range.lowerBound
      let end = annotation.range.upperBound
      if annotation.mark.isSigned {
        while next < offices.count, offices[next].lowerBound < start { next += 1 }
        while next < offices.count, offices[next].upperBound <= end {
          taken.append(start..<offices[next].lowerBound)
          start = offices[next].upperBound
          next += 1
        }
      }
      if start < end { taken.append(start..<end) }
    }
    return taken.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func place(_ text: TokenisedText, at index: Int, _ unknown: UnknownPlace) -> Match? {
    let noun = PlaceNoun(text: text, facts: facts)
    guard
      var match = noun.after(index) ?? longRegion(text, at: index) ?? noun.before(index)
        ?? noun.of(index) ?? known(text, at: index) ?? unknown.match(at: index)
    else { return nil }
    if match.takesRegion, let last = region(text, after: match.last) { match.last = last }
    return noun.widened(match)
  }

  /// "said District", where the text has "District of Columbia" before.
  private func shortForm(_ text: TokenisedText, at index: Int, _ district: UInt64?) -> Match? {
    guard let district, text.tokens[index].key == district, index > 0,
      text.tokens[index].kind == .capitalised,
      ["said", "this"].contains(where: { text.tokens[index - 1].key == Token.key($0) }),
      index + 1 == text.tokens.count
        || !text.tokens[index + 1].isCapital
          && text.tokens[index + 1].key != Token.key("of")
    else { return nil }
    return Match(
      first: index, last: index, certainty: .medium, because: "short for a place named in full")
  }

  /// A known region of several words: "District of Columbia".
  private func longRegion(_ text: TokenisedText, at index: Int) -> Match? {
    let region = facts.gazetteer.place(text, at: index) { kind in
      if case .region = kind { true } else { false }
    }
    guard let region, region.last > index + 1 else { return nil }
    if case .region(_, isShort: true) = region.kind { return nil }
    return Match(
      first: index, last: region.last, certainty: .high, because: "a known region",
      takesRegion: false)
  }

  private func known(_ text: TokenisedText, at index: Int) -> Match? {
    guard let place = facts.gazetteer.place(text, at: index) else { return nil }
    let context = PlaceContext(text: text, facts: facts, first: index, last: place.last)
    if context.isInAbbreviation || context.isInBody { return nil }
    switch place.kind {
    case .state(let isPolitical):
      guard isPolitical ? context.isLocated : !context.acts && !context.isSurname,
        !context.isInLongerName
      else { return nil }
      return Match(
        first: index, last: place.last, certainty: .medium,
        because: context.isLocated ? "a state's name after a word of place" : "a state's name",
        takesRegion: false)
    case .feature:
      guard !context.isInLongerName else { return nil }
      return Match(
        first: index, last: place.last, certainty: .high, because: "a known part of the earth",
        takesRegion: false)
    case .building:
      guard context.isLocated, !context.isInLongerName else { return nil }
      return Match(
        first: index, last: place.last, certainty: .medium,
        because: "a known building after a word of place")
    case .region(_, let isShort):
      // "Miss", "Mass", "Me", "O" are other words when they stand alone.
      guard !isShort, !context.isPerson else { return nil }
      return Match(
        first: index, last: place.last, certainty: .high, because: "a known region",
        takesRegion: false)
    case .town(let isCommon):
      if context.isPerson { return nil }
      let hasRegion = region(text, after: place.last) != nil
      let isGivenName = facts.gazetteer.givenNames.contains(text.tokens[index].key)
      guard
        !isCommon || hasRegion || context.isAfterPlace
          || context.isAfterPreposition && !isGivenName
      else { return nil }
      return Match(
        first: index, last: place.last, certainty: hasRegion || !isCommon ? .high : .medium,
        because: hasRegion ? "a known town and its region" : "a known town")
    }
  }

  /// The last token of the region after a place: ", D.C.", " Va.", ", District of Columbia".
  private func region(_ text: TokenisedText, after last: Int) -> Int? {
    var next = last + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    let isApart = text.isMark(next, ",")
    if isApart { next += 1 }
    guard next < text.tokens.count, text.tokens[next].isCapital,
      Int(text.tokens[next].start) - Int(text.tokens[next - 1].end) <= 2,
      isApart || !Self.otherWords.contains(text.tokens[next].key)
    else { return nil }
    return facts.gazetteer.place(text, at: next) { kind in
      if case .region = kind { true } else { false }
    }?.last
  }
}
