/// Reads one mention of a person at a token: "Mrs. Berg", "Ola Lund", "W. A. Maddow".
struct PersonMentionReader {
  private let text: TokenisedText
  private let facts: Facts
  private let names: PersonNameReader

  init(text: TokenisedText, facts: Facts) {
    self.text = text
    self.facts = facts
    names = PersonNameReader(text: text, facts: facts)
  }

  /// A mention: the token that starts it, and the name in it.
  struct Match {
    let first: Int
    let name: PersonNameReader.Name
    let certainty: Annotation.Certainty
    let because: String
    /// Whether a word before says that a name follows.
    var isNamed = false
    /// Whether it's a name only if the text has its words nowhere without a capital.
    var isDoubtful = false

    var last: Int { name.last }
  }

  private static let naming = NameWords.words("naming")
  private static let beforeSaid = NameWords.words("before-said")
  private static let plurals = NameWords.words("plural-title")
  private static let generalThings = NameWords.words("general-thing")
  private static let bodies = NameWords.words("body-noun")
  private static let things = NameWords.words("initials-of-things")

  func person(at index: Int, before end: Int?) -> Match? {
    let token = text.tokens[index]
    if token.count > 1, let isCourtesy = facts.gazetteer.titles[token.key] {
      return titled(index, end, isCourtesy)
    }
    if token.count > 1, let isCommon = facts.gazetteer.givenNames[token.key] {
      return given(index, end, isCommon) ?? cued(index, end)
    }
    return token.count == 1 ? initials(index, end) : cued(index, end)
  }

  /// "Mrs. Berg", "Mr. and Mrs. Berg", "President Ola Lund".
  private func titled(_ index: Int, _ end: Int?, _ isCourtesy: Bool) -> Match? {
    func afterTitle(_ index: Int) -> Int {
      text.isMark(index + 1, ".") && text.isAttached(index + 1) ? index + 2 : index + 1
    }
    var next = afterTitle(index)
    var isPair = false
    if isCourtesy, next + 1 < text.tokens.count,
      text.tokens[next].key == Token.key("and") || text.isMark(next, "&"),
      facts.gazetteer.titles[text.tokens[next + 1].key] == true
    {
      next = afterTitle(next + 1)
      isPair = true
    }
    guard next < text.tokens.count, text.isBeside(next - 1, next) || text.isMark(next - 1, "."),
      text.tokens[next].isCapital, text.tokens[next].count == 1 || names.isName(next),
      let name = names.name(from: next, before: end), name.words > 0
    else { return nil }
    if text.tokens[index].key == Token.key("general"), !name.isFull,
      Self.generalThings.contains(text.tokens[next].key)
    {
      return nil
    }
    // "Mr. Prime Minister" is an office.
    let after = name.last + 1
    if isCourtesy, !name.isFull, after < text.tokens.count, text.isBeside(name.last, after),
      text.tokens[after].isCapital, facts.roles.contains(text.tokens[after].key)
    {
      return nil
    }
    let isInside =
      isCourtesy && (isPair || !name.isFull) && !Self.plurals.contains(text.tokens[index].key)
    // Editors differ on whether the title belongs to a surname alone.
    let isSure = isCourtesy && text.tokens[index].kind == .capitalised && name.isFull
    return Match(
      first: isInside ? index : next, name: name, certainty: isSure ? .high : .medium,
      because: "a name after \"\(text.string(text.tokens[index].range))\"",
      isDoubtful: text.tokens[index].key == Token.key("general") && !name.isFull)
  }

  /// "Ola Lund", "Ola", a given name that no other word is.
  private func given(_ index: Int, _ end: Int?, _ isCommon: Bool) -> Match? {
    let token = text.tokens[index]
    guard let name = names.name(from: index, before: end) else { return nil }
    if name.isFull {
      let isCertain =
        name.initials > 0
        || names.isName(index) && !names.startsSentence(index)
          && names.isName(name.last)
      guard !isCommon || isCertain else { return nil }
      // Three words may be the end of one name and another.
      let isSure = !isCommon && (name.words == 2 || name.initials > 0)
      return Match(
        first: index, name: name, certainty: isSure ? .high : .medium,
        because: "a given name and a surname", isDoubtful: isCommon && name.initials == 0)
    }
    guard !isCommon, token.kind == .capitalised, !isPart(index) else { return nil }
    return Match(first: index, name: name, certainty: .medium, because: "a given name alone")
  }

  /// "named Precil Quad"; "Hilmar L. Offut", whatever stands before.
  private func cued(_ index: Int, _ end: Int?) -> Match? {
    guard text.tokens[index].kind == .capitalised, names.isName(index) else { return nil }
    let isNamed = isNamed(index)
    let hasInitial =
      index + 2 < text.tokens.count && text.tokens[index + 1].kind == .capitals
      && text.tokens[index + 1].count == 1 && text.isBeside(index, index + 1)
      && (text.isMark(index + 2, ".") && text.isAttached(index + 2)
        || text.tokens[index + 1].key != Token.key("i") && text.tokens[index + 2].isCapital
          && !text.endsShortLine(index + 1))
    guard isNamed || hasInitial, let name = names.name(from: index, before: end),
      facts.gazetteer.clearPlace(text, at: index) == nil
    else { return nil }
    if isNamed {
      return Match(
        first: index, name: name, certainty: .medium,
        because: "a name after \"\(text.string(text.tokens[index - 1].range))\"", isNamed: true,
        isDoubtful: true)
    }
    guard name.words == 2, name.initials == 1, names.isName(name.last),
      !Self.bodies.contains(text.tokens[name.last].key),
      !isAfterCapital(index)
    else { return nil }
    return Match(
      first: index, name: name, certainty: .medium, because: "a name, an initial and a surname")
  }

  /// Whether the words before say that a name follows: "named", "by the name of", "of said".
  private func isNamed(_ index: Int) -> Bool {
    guard index > 1 else { return false }
    let before = text.tokens[index - 1]
    let earlier = text.tokens[index - 2].key
    if before.key == Token.key("said") {
      return before.kind == .word && Self.beforeSaid.contains(earlier)
        && !facts.gazetteer.nounsOf.contains(text.tokens[index].key)
    }
    if before.key == Token.key("of") {
      return earlier == Token.key("name") || earlier == Token.key("names")
    }
    return before.kind == .word && Self.naming.contains(before.key)
  }

  /// "W. A. Maddow".
  private func initials(_ index: Int, _ end: Int?) -> Match? {
    let key = text.tokens[index].key
    guard key != Token.key("a") || text.isMark(index + 1, "."), key != Token.key("i"),
      let name = names.name(from: index, before: end), name.initials > 0, name.words > 0,
      name.words <= 2, name.last > index + 1, areInitials(index, name.last)
    else { return nil }
    return Match(
      first: index, name: name, certainty: .medium, because: "initials and a surname")
  }

  /// Whether a given name stands in a longer name of something else: "Louisa County", "St. Paul".
  private func isPart(_ index: Int) -> Bool {
    let next = index + 1
    if next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(index, next) {
      return true
    }
    let before = index - 1
    return isAfterCapital(index)
      || text.isMark(before, ".") && before > 0 && text.tokens[before - 1].count <= 2
  }

  private func isAfterCapital(_ index: Int) -> Bool {
    index > 0 && text.tokens[index - 1].isCapital && text.isBeside(index - 1, index)
  }

  /// Whether letters before a name are initials: "U. S." and "D. C." aren't.
  private func areInitials(_ first: Int, _ last: Int) -> Bool {
    let letters = (first...last).filter {
      text.tokens[$0].kind != .mark && text.tokens[$0].count == 1
    }
    if isAfterCapital(first) || text.isAttached(first) { return false }
    // "U.S. Code": the first two letters, as one word.
    let pair = letters.prefix(2).reduce(Token.offsetBasis) {
      Token.step($0, Token.lowercased(text.bytes[Int(text.tokens[$1].start)]))
    }
    return (text.isMark(first + 1, ".") || letters.count > 1) && !Self.things.contains(pair)
      && names.isName(last) && facts.gazetteer.clearPlace(text, at: last) == nil
  }
}
