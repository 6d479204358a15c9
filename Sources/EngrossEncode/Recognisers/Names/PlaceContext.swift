/// What stands around a known place's name, and what that says of it.
struct PlaceContext {
  let text: TokenisedText
  let facts: Facts
  let first: Int
  let last: Int

  private static let prepositions = NameWords.words("place-preposition")
  private static let locating = NameWords.words("locating")
  private static let stationary = NameWords.words("stationary")
  private static let acting = NameWords.words("acting")
  private static let namedByPlace = NameWords.words("body-named-by-place")
  private static let sentenceStarts = NameWords.words("never-body")

  /// The token before the name and its article.
  private var before: Int {
    first > 0 && text.tokens[first - 1].key == Token.key("the") ? first - 2 : first - 1
  }

  var isAfterPreposition: Bool {
    first > 0 && Self.prepositions.contains(text.tokens[first - 1].key)
  }

  /// Whether the words before can say where something is: "at", or "of" after a person's name.
  var isAfterPlace: Bool {
    guard first > 1 else { return false }
    let before = text.tokens[first - 1].key
    if before == Token.key("of") { return Self.isOfPerson(text, first - 1, facts) }
    return Self.stationary.contains(before)
  }

  /// Whether "of" follows a name that is no office's: "John Lund of Oslo".
  static func isOfPerson(_ text: TokenisedText, _ of: Int, _ facts: Facts) -> Bool {
    guard of > 0, text.tokens[of].key == Token.key("of") else { return false }
    let before = text.tokens[of - 1]
    return before.isCapital && !facts.roles.contains(before.key)
      && !facts.organisations.contains(before.key) || text.isMark(of - 1, ",")
  }

  /// Whether the words before say that something is there or goes there.
  var isLocated: Bool {
    guard before >= 0 else { return false }
    // "in U.S. history" is no place, "in the U.S." is.
    if text.tokens[first].count == 1, before == first - 1 { return false }
    if text.tokens[before].key == Token.key("to") {
      return before > 0 && !Self.acting.contains(text.tokens[before - 1].key)
    }
    return Self.locating.contains(text.tokens[before].key)
  }

  /// Whether the words before say that a state acts, and isn't a place: "Government of Chile".
  var acts: Bool {
    guard before > 0 else { return false }
    let key = text.tokens[before].key
    if key == Token.key("against") { return true }
    guard key == Token.key("of") || key == Token.key("to") else { return false }
    return Self.acting.contains(text.tokens[before - 1].key)
  }

  /// Whether the name tells which body or title is meant: "University of Texas", "Earl of Derby".
  var isInBody: Bool {
    before > 0 && text.tokens[before].key == Token.key("of") && text.tokens[before - 1].isCapital
      && Self.namedByPlace.contains(text.tokens[before - 1].key)
  }

  /// Whether the letters go on: "U.S." in "U.S.C."
  var isInAbbreviation: Bool {
    text.tokens[last].count == 1 && text.isMark(last + 1, ".") && text.isAttached(last + 1)
      && text.isAttached(last + 2) && last + 2 < text.tokens.count
      && text.tokens[last + 2].kind == .capitals
  }

  /// Whether the name goes on with a capital that starts no other place: "U.S. Code".
  var isInLongerName: Bool {
    var next = last + 1
    if text.tokens[last].count <= 2, text.isMark(next, "."), text.isAttached(next) { next += 1 }
    guard next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(next - 1, next),
      !startsAnew(next)
    else { return false }
    return facts.gazetteer.place(text, at: next) == nil
  }

  /// Whether a capital after the name is a new line's, and no name's: "on the Zambesi / I am yours".
  private func startsAnew(_ next: Int) -> Bool {
    let byte = text.bytes[Int(text.tokens[next].start) - 1]
    return (byte == 0x0A || byte == 0x0D) && Self.sentenceStarts.contains(text.tokens[next].key)
  }

  /// Whether the name stands in a person's: "George Washington", "Mr. Lincoln", "Jack London".
  var isPerson: Bool {
    if isSurname { return true }
    let next = last + 1
    guard next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(last, next),
      !startsAnew(next)
    else { return false }
    return facts.gazetteer.place(text, at: next) == nil
      && !facts.gazetteer.nounsAfter.contains(text.tokens[next].key)
  }

  /// Whether a given name, a title or an initial stands before the name: "Mr. Lincoln".
  var isSurname: Bool {
    var before = first - 1
    if text.isMark(before, "."), before > 0 { before -= 1 }
    if before >= 0, text.tokens[before].isCapital,
      Int(text.tokens[first].start) - Int(text.tokens[before].end) <= 2
    {
      let key = text.tokens[before].key
      let isName =
        facts.gazetteer.titles[key] != nil || facts.gazetteer.givenNames[key] != nil
        || text.tokens[before].count == 1
      if isName, before + 1 == first || text.tokens[before].count <= 5 { return true }
    }
    return false
  }
}
