/// Finds the names of places: "Washington, D.C.", "Montgomery County, Maryland", "City of Oslo",
/// "West River", "Mexico".
///
/// Known names from the gazetteer, with the region after them, and names that a noun makes a
/// place's. A town's name that is a surname too counts after "at" or "of", or before its region.
/// TEI Guidelines, ND, Place Names.
struct PlaceName: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "They all met at Washington, D.C. in the old hall, as they say."
      ~> ">Washington, D.C</placeName>",
    "They all met in Amber County, Maryland and in Oslo, as they say."
      ~> ">Amber County, Maryland</placeName>",
    "They all met in Amber County, Maryland and in Oslo, as they say." ~> ">Oslo</placeName>",
    "They sailed on the West River to the City of Oslo, as they say."
      ~> ">City of Oslo</placeName>",
    "General Jackson met Mr. Lincoln in the old hall, as they say." !~> "<placeName",
    "The county of it is large and the river is deep, as they say." !~> "<placeName",
  ]

  private static let prepositions = WordSet([
    "at", "of", "in", "from", "to", "near", "for", "through", "towards", "toward", "outside",
  ])
  private static let never = WordSet([
    "the", "this", "said", "each", "any", "such", "no", "every", "our", "a", "in", "circuit",
    "criminal",
    "supreme", "superior", "orphans", "district", "high", "probate", "world", "international",
    "court",
  ])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let signatures = found.annotations.filter(\.mark.isSigned).map(\.range).sorted {
      $0.lowerBound < $1.lowerBound
    }
    var signature = 0
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      let start = Int(text.tokens[index].start)
      while signature < signatures.count, signatures[signature].upperBound <= start {
        signature += 1
      }
      if signature < signatures.count, signatures[signature].contains(start) {
        index += 1
        continue
      }
      guard text.tokens[index].isCapital, let match = place(text, at: index) else {
        index += 1
        continue
      }
      annotations.append(
        Annotation(
          text.nameRange(index, match.last), .placeName, match.certainty, rule: "place-name",
          because: match.because))
      index = match.last + 1
    }
    return annotations
  }

  private struct Match {
    var last: Int
    let certainty: Annotation.Certainty
    let because: String
    var takesRegion = true
  }

  private func place(_ text: TokenisedText, at index: Int) -> Match? {
    guard
      var match = withNoun(text, at: index) ?? longRegion(text, at: index)
        ?? ofNoun(text, at: index) ?? known(text, at: index)
    else { return nil }
    if match.takesRegion, let last = region(text, after: match.last) { match.last = last }
    return match
  }

  /// "Montgomery County", "Prince George's County", "West River".
  private func withNoun(_ text: TokenisedText, at index: Int) -> Match? {
    if Self.never.contains(text.tokens[index].key)
      || facts.gazetteer.titles[text.tokens[index].key] != nil && !isPlaceTitle(text, index)
    {
      return nil
    }
    var next = index
    var words = 0
    while next < text.tokens.count, words < 4 {
      let token = text.tokens[next]
      guard token.isCapital else { return nil }
      if words > 0, facts.gazetteer.nounsAfter.contains(token.key), token.count > 1 {
        guard token.kind == text.tokens[index].kind || token.kind == .capitalised else {
          return nil
        }
        return Match(
          last: next, certainty: .medium, because: "a name and \"\(text.string(token.range))\"")
      }
      words += 1
      next += 1
      if text.isMark(next, "."), text.isAttached(next), token.count <= 2 { next += 1 }
      if next < text.tokens.count, Int(text.tokens[next].start) > Int(text.tokens[next - 1].end) + 1
      {
        return nil
      }
    }
    return nil
  }

  private func isPlaceTitle(_ text: TokenisedText, _ index: Int) -> Bool {
    text.tokens[index].key == Token.key("prince") || text.tokens[index].key == Token.key("king")
      || text.tokens[index].key == Token.key("queen")
  }

  /// A known region of several words: "District of Columbia".
  private func longRegion(_ text: TokenisedText, at index: Int) -> Match? {
    let region = facts.gazetteer.place(text, at: index) { kind in
      if case .region = kind { true } else { false }
    }
    guard let region, region.last > index + 1 else { return nil }
    return Match(
      last: region.last, certainty: .high, because: "a known region", takesRegion: false)
  }

  /// "City of Washington", "State of Maryland", "Fort Sumter".
  private func ofNoun(_ text: TokenisedText, at index: Int) -> Match? {
    guard facts.gazetteer.nounsBefore.contains(text.tokens[index].key),
      index + 1 < text.tokens.count
    else { return nil }
    var next = index + 1
    let isOf = text.tokens[next].key == Token.key("of")
    if isOf { next += 1 }
    guard next < text.tokens.count, text.tokens[next].isCapital,
      !Self.never.contains(text.tokens[next].key)
    else { return nil }
    let known = facts.gazetteer.place(text, at: next)
    let isHead = ["fort", "cape", "lake", "mount", "camp", "port"].map { Token.key($0) }
      .contains(text.tokens[index].key)
    guard known != nil && isOf || isHead && !isOf && text.tokens[next].kind == .capitalised else {
      return nil
    }
    return Match(
      last: known?.last ?? next, certainty: .medium,
      because: "\"\(text.string(text.tokens[index].range))\" and a name")
  }

  private func known(_ text: TokenisedText, at index: Int) -> Match? {
    guard let place = facts.gazetteer.place(text, at: index) else { return nil }
    let isAfter = index > 0 && Self.prepositions.contains(text.tokens[index - 1].key)
    switch place.kind {
    case .state:
      // "Government of Chile", "against the United States": a state that acts is no place.
      guard isLocated(text, index) else { return nil }
      return Match(
        last: place.last, certainty: .medium, because: "a state's name after a word of place",
        takesRegion: false)
    case .region:
      // "Miss", "Mass", "Me", "O" are other words when they stand alone.
      guard text.tokens[index].count > 4 || place.last > index + 1 else {
        return nil
      }
      return Match(
        last: place.last, certainty: .high, because: "a known region", takesRegion: false)
    case .town(let isCommon):
      if isPerson(text, index, place.last) { return nil }
      let hasRegion = region(text, after: place.last) != nil
      guard !isCommon || isAfter || hasRegion else { return nil }
      return Match(
        last: place.last, certainty: hasRegion || !isCommon ? .high : .medium,
        because: hasRegion ? "a known town and its region" : "a known town")
    }
  }

  private static let located = WordSet([
    "in", "into", "from", "to", "within", "throughout", "through", "near", "toward", "towards",
    "across", "outside", "inside", "via", "at", "enter", "entering", "leave", "leaving",
  ])

  /// Whether a word before a state's name says that something is there or goes there.
  private func isLocated(_ text: TokenisedText, _ index: Int) -> Bool {
    var before = index - 1
    if before > 0, text.tokens[before].key == Token.key("the") { before -= 1 }
    return before >= 0 && Self.located.contains(text.tokens[before].key)
  }

  /// Whether a town's name stands in a person's: "George Washington", "Mr. Lincoln", "Jack London".
  private func isPerson(_ text: TokenisedText, _ first: Int, _ last: Int) -> Bool {
    var before = first - 1
    if text.isMark(before, "."), before > 0 { before -= 1 }
    if before >= 0, text.tokens[before].isCapital, text.isBeside(before, first) {
      let key = text.tokens[before].key
      if facts.gazetteer.titles[key] != nil || facts.gazetteer.givenNames[key] != nil
        || text.tokens[before].count == 1
      {
        return true
      }
    }
    let next = last + 1
    guard next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(last, next) else {
      return false
    }
    return facts.gazetteer.place(text, at: next) == nil
      && !facts.gazetteer.nounsAfter.contains(text.tokens[next].key)
  }

  /// The last token of the region after a place: ", D.C.", " Va.", ", District of Columbia".
  private func region(_ text: TokenisedText, after last: Int) -> Int? {
    var next = last + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    if text.isMark(next, ",") { next += 1 }
    guard next < text.tokens.count, text.tokens[next].isCapital,
      Int(text.tokens[next].start) - Int(text.tokens[next - 1].end) <= 2,
      let region = facts.gazetteer.place(
        text, at: next,
        where: { kind in
          if case .region = kind { true } else { false }
        })
    else { return nil }
    return region.last
  }
}
