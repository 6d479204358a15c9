/// Finds places that no list has, where only a place can stand: before a region ("Carlisle,
/// Penna."), before the date of a dateline ("Kongone 30th July"), after a preposition of place.
struct UnknownPlace {
  private let text: TokenisedText
  private let facts: Facts
  /// The first tokens of the datelines.
  private let datelines: Set<Int>
  /// Whether names after a preposition count: in letters, which tell of journeys.
  private let isLetter: Bool

  private static let stationary = NameWords.words("stationary")
  private static let motion = NameWords.words("motion")

  init(_ text: TokenisedText, _ found: Findings, _ facts: Facts) {
    self.text = text
    self.facts = facts
    datelines = Set(
      found.blocks(.dateline).compactMap { dateline in
        let first = text.firstToken(from: dateline.range.lowerBound)
        return first < text.tokens.count
          && text.tokens[first].range.lowerBound == dateline.range.lowerBound ? first : nil
      })
    isLetter =
      found.genre == "letter" || found.genre == nil && !found.blocks(.openingSalute).isEmpty
  }

  func match(at index: Int) -> PlaceName.Match? {
    guard isName(index) else { return nil }
    if datelines.contains(index) {
      let next = index + 1
      guard next < text.tokens.count,
        text.tokens[next].kind == .mixed || text.tokens[next].kind == .number
          || text.isMark(next, ",")
          || facts.dates.months.contains(text.tokens[next].key)
      else { return nil }
      return PlaceName.Match(
        first: index, last: index, certainty: .medium, because: "the start of a dateline")
    }
    if let match = withRegion(index) { return match }
    guard isLetter, index > 0, text.tokens[index].kind == .capitalised else { return nil }
    return afterPreposition(index)
  }

  /// "at Carlisle, Penna."
  private func withRegion(_ index: Int) -> PlaceName.Match? {
    guard index > 0,
      Self.stationary.contains(text.tokens[index - 1].key)
        || PlaceContext.isOfPerson(text, index - 1, facts)
    else { return nil }
    var last = index
    while last + 1 < text.tokens.count, last - index < 2, isName(last + 1),
      text.isBeside(last, last + 1)
    {
      last += 1
    }
    guard text.isMark(last + 1, ","), last + 2 < text.tokens.count, text.tokens[last + 2].isCapital,
      let region = facts.gazetteer.place(
        text, at: last + 2, where: { if case .region = $0 { true } else { false } })
    else { return nil }
    return PlaceName.Match(
      first: index, last: region.last, certainty: .medium, because: "a name before its region",
      takesRegion: false)
  }

  /// "Shire" in "up the Zambesi & Shire", the last of a list whose others are places.
  func match(at index: Int, beside known: PlaceName.Match) -> PlaceName.Match? {
    guard index - known.last <= 3, index > known.last + 1 else { return nil }
    let joints = known.last + 1..<index
    let isList = joints.allSatisfy {
      text.isMark($0, ",") || text.isMark($0, "&") || text.tokens[$0].key == Token.key("and")
    }
    guard isList, !text.isMark(index - 1, ","), known.certainty != .low, isLocated(known.first),
      isName(index), !goesOn(index)
    else { return nil }
    let isKnown = facts.gazetteer.place(text, at: index) != nil
    guard isKnown || isLetter && text.tokens[index].kind == .capitalised else { return nil }
    return PlaceName.Match(
      first: index, last: index, certainty: isKnown ? .medium : .low,
      because: "the last of a list of places", takesRegion: isKnown)
  }

  /// Whether the words before a token say that something is there or goes there.
  private func isLocated(_ index: Int) -> Bool {
    var before = index - 1
    if before > 0, text.tokens[before].key == Token.key("the") { before -= 1 }
    guard before >= 0 else { return false }
    let key = text.tokens[before].key
    if key == Token.key("to") {
      return before > 0 && Self.motion.contains(text.tokens[before - 1].key)
    }
    return Self.stationary.contains(key)
  }

  /// Whether a name goes on after a token.
  private func goesOn(_ index: Int) -> Bool {
    let next = index + 1
    return next < text.tokens.count && text.isBeside(index, next)
      && (text.tokens[next].isCapital || text.isMark(next, "-") && text.isAttached(next))
  }

  private func afterPreposition(_ index: Int) -> PlaceName.Match? {
    guard isLocated(index), text.tokens[index].count > 2, !goesOn(index) else { return nil }
    return PlaceName.Match(
      first: index, last: index, certainty: .low, because: "a name after a word of place",
      takesRegion: false)
  }

  /// Whether a token is a name of something that no list says is no place.
  private func isName(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isCapital && token.count > 2 && !token.isAny(.numberWord)
      && text.stemClasses(index).isDisjoint(with: [
        .neverPerson, .neverPlace, .seat, .people, .role, .organisation, .month, .heading, .title,
        .givenName,
      ])
  }

  /// The matches but for those after a preposition whose word the text has without a capital too.
  func confirmed(_ matches: [PlaceName.Match]) -> [PlaceName.Match] {
    let doubtful = matches.filter { $0.certainty == .low }
    if doubtful.isEmpty { return matches }
    let names = WordSet(keys: doubtful.map { text.stem($0.first) })
    var words: Set<UInt64> = []
    for token in text.tokens where token.kind == .word && names.contains(token.key) {
      words.insert(token.key)
    }
    return matches.filter { $0.certainty != .low || !words.contains(text.stem($0.first)) }
  }

  /// The matches, and the other mentions of those that no list has.
  func repeated(_ matches: [PlaceName.Match], _ taken: [Range<Int>]) -> [PlaceName.Match] {
    let unknown = matches.filter { $0.certainty == .low && $0.first == $0.last }
    if unknown.isEmpty { return matches }
    let names = WordSet(keys: unknown.map { text.stem($0.first) })
    var all = matches
    var match = 0
    var range = 0
    for (index, token) in text.tokens.enumerated() where token.kind == .capitalised {
      while match < matches.count, matches[match].last < index { match += 1 }
      while range < taken.count, taken[range].upperBound <= Int(token.start) { range += 1 }
      let isFree =
        (match == matches.count || matches[match].first > index)
        && (range == taken.count || !taken[range].contains(Int(token.start)))
      let next = index + 1
      let goesOn =
        next < text.tokens.count && text.tokens[next].isCapital && text.isBeside(index, next)
      if isFree, !goesOn, names.contains(text.stem(index)) {
        all.append(
          PlaceName.Match(
            first: index, last: index, certainty: .low, because: "a place named elsewhere"))
      }
    }
    return all
  }
}
