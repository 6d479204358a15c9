/// Reads the names that a noun makes a place's: "Montgomery County", "Lake Nyassa", "City of Oslo".
struct PlaceNoun {
  let text: TokenisedText
  let facts: Facts

  private static let never = NameWords.words("never-place")
  private static let ofCapitals = NameWords.words("named-by-place")
  private static let royal = Set(["prince", "king", "queen"].map { Token.key($0) })

  /// "Montgomery County", "Prince George's County", "West River", "18 Hart St".
  func after(_ index: Int) -> PlaceName.Match? {
    let first = text.tokens[index]
    if Self.never.contains(first.key) || facts.dates.months.contains(first.key)
      || facts.gazetteer.titles[first.key] != nil && !Self.royal.contains(first.key)
    {
      return nil
    }
    var next = index
    var words = 0
    while next < text.tokens.count, words < 4 {
      let token = text.tokens[next]
      // "TREATY WITH THE CREEK" is a heading.
      guard token.isCapital, token.kind == .capitalised || !Self.never.contains(token.key) else {
        return nil
      }
      if words > 0, facts.gazetteer.nounsAfter.contains(token.key), token.count > 1 {
        guard token.kind == first.kind || token.kind == .capitalised, !isOfBody(after: next) else {
          return nil
        }
        return PlaceName.Match(
          first: index, last: jurisdiction(next) ?? next, certainty: .medium,
          because: "a name and \"\(text.string(token.range))\"")
      }
      // "Mission House Blomfield St" are two places.
      if facts.organisations.contains(token.key) || token.count > 2 && Self.isSeat(token.key) {
        return nil
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

  /// Whether a name goes on as that of a body: "District Court", "Forest Service".
  private func isOfBody(after last: Int) -> Bool {
    let next = last + 1
    guard next < text.tokens.count, text.tokens[next].kind == .capitalised,
      text.isBeside(last, next), !text.endsShortLine(last),
      facts.gazetteer.place(text, at: next) == nil
    else { return false }
    return Self.bodies.contains(text.tokens[next].key)
      || facts.organisations.contains(text.tokens[next].key)
  }

  /// The last token of the region whose part a district is: "Southern District of New York".
  private func jurisdiction(_ noun: Int) -> Int? {
    guard text.tokens[noun].key == Token.key("district"), noun + 2 < text.tokens.count,
      text.tokens[noun + 1].key == Token.key("of")
    else { return nil }
    return facts.gazetteer.place(text, at: noun + 2)?.last
  }

  private static let bodies = NameWords.words("body-noun")
  private static let seats = Formulas.words("seat")
  private static func isSeat(_ key: UInt64) -> Bool {
    seats.contains(key) && key != Token.key("fort") && key != Token.key("camp")
  }

  /// "Fort Sumter", "Lake Nyassa", "R. Zambesi".
  func before(_ index: Int) -> PlaceName.Match? {
    let noun = text.tokens[index]
    let isRiver = noun.count == 1 && noun.key == Token.key("r") && text.isMark(index + 1, ".")
    guard isRiver || facts.gazetteer.nounsBefore.contains(noun.key) else { return nil }
    var next = index + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    guard next < text.tokens.count,
      text.tokens[next].kind == .capitalised || noun.kind == .capitals,
      text.tokens[next].isCapital, text.tokens[next].count > 2, text.isBeside(next - 1, next),
      !Self.never.contains(text.tokens[next].key),
      !facts.dates.months.contains(text.tokens[next].key)
    else { return nil }
    let known = facts.gazetteer.place(text, at: next)
    // "R. Smith" is a person, a "River Navigator" too.
    if isRiver || noun.key == Token.key("river") {
      guard let known, case .feature = known.kind else { return nil }
    }
    return PlaceName.Match(
      first: index, last: known?.last ?? next, certainty: .medium,
      because: "\"\(text.string(noun.range))\" and a name")
  }

  /// "City of Washington", "Isle of Wight"; of "State of Maryland", the name.
  func of(_ index: Int) -> PlaceName.Match? {
    let noun = text.tokens[index]
    guard facts.gazetteer.nounsOf.contains(noun.key) else { return nil }
    var next = index + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    guard next + 1 < text.tokens.count, text.tokens[next].key == Token.key("of") else { return nil }
    next += 1
    guard text.tokens[next].isCapital, text.tokens[next].count > 2,
      !Self.never.contains(text.tokens[next].key), !facts.roles.contains(text.tokens[next].key)
    else { return nil }
    let known = facts.gazetteer.place(text, at: next) { kind in
      if case .region(_, isShort: true) = kind { false } else { true }
    }
    if let known, case .state = known.kind { return nil }
    if [Token.key("state"), Token.key("department")].contains(noun.key) { return nil }
    // "City of Geo Town".
    var last = known?.last ?? next
    while known == nil, last - next < 2, last + 1 < text.tokens.count,
      text.tokens[last + 1].kind == text.tokens[next].kind, text.tokens[next].isCapital,
      text.isBeside(last, last + 1), !Self.never.contains(text.tokens[last + 1].key),
      !text.endsShortLine(last)
    {
      last += 1
    }
    return PlaceName.Match(
      first: index, last: last, certainty: .medium,
      because: "\"\(text.string(noun.range)) of\" and a name")
  }

  /// The same with the noun before it that has no capital, and the number of a house in a street.
  func widened(_ match: PlaceName.Match) -> PlaceName.Match {
    var match = match
    let before = match.first - 1
    if before > 0, text.tokens[before].key == Token.key("of"),
      Self.ofCapitals.contains(text.tokens[before - 1].key),
      text.tokens[before - 1].kind == .word
    {
      match.first = before - 1
    } else if before >= 0, text.tokens[before].kind == .number, text.tokens[before].count <= 4,
      text.isBeside(before, match.first), isStreet(match.last)
    {
      match.first = before
    }
    return match
  }

  private func isStreet(_ index: Int) -> Bool {
    ["street", "st", "avenue", "ave", "road", "boulevard", "lane", "square"].contains {
      text.tokens[index].key == Token.key($0)
    }
  }
}
