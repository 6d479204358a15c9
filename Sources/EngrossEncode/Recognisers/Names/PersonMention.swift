/// Finds persons in running text: "Mrs. Berg", "Robt. L. Teal", "President Ola Lund", "W. A. Maddow",
/// and given names that stand alone.
///
/// A title, a given name or a word such as "named" starts a name, and capitalised words go on with
/// it; initials need a surname. A title belongs to the mention where the surname stands alone
/// ("Mrs. Berg"); before a full name it doesn't. Once a text has a person's full name, a part of it
/// is the person too. TEI Guidelines, ND, Personal Names.
struct PersonMention: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "We met with Mrs. Berg in the hall and so on they went." ~> ">Mrs. Berg</persName>",
    "We met with Robert L. Teal in the hall and so on they went." ~> ">Robert L. Teal</persName>",
    "We met with W. A. Maddow in the hall and so on they went." ~> ">W. A. Maddow</persName>",
    "We met with Hilmar L. Offut in the hall and so on they went." ~> ">Hilmar L. Offut</persName>",
    "We met with President Ola Lund in the hall and so on they went." ~> ">Ola Lund</persName>",
    "We met with Mr. and Mrs. Berg in the hall and so on they went."
      ~> ">Mr. and Mrs. Berg</persName>",
    "We met with Mr. Ola Lund's son in the hall, and so on they went." ~> ">Ola Lund</persName>",
    "We met a woman named Precil Quad in the hall and so on they went."
      ~> ">Precil Quad</persName>",
    "We met with Louisa and Hannah in the hall and so on they went." ~> ">Louisa</persName>",
    "We met the President of the United States in Virginia and so on." !~> "<persName",
    "Section 5 of the U.S. Code and the Grant of Rights are May rules." !~> "<persName",
    "The General Assembly, the Acting Political Adviser and Mr. President met them."
      !~> "<persName",
    "Good morning to you, Mr. Prime Minister, and welcome to the hall." !~> "<persName",
    "By Executive Order the Good Offices of the Chief Executive were used there."
      !~> "<persName",
  ]

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
  private static let things = NameWords.words("initials-of-things")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let taken = found.annotations.filter {
      $0.mark == .placeName || $0.mark == .orgName || $0.mark.isSigned
        || $0.mark.isCitation || $0.rule == KnownName.rule
    }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    let reader = PersonNameReader(text: text, facts: facts)
    var matches: [Match] = []
    scan(text, taken) { index, end in
      guard let match = person(reader, at: index, before: end) else { return nil }
      matches.append(match)
      return match.last
    }
    matches = PersonShortForms.named(matches, text) { $0.isDoubtful }
    let shortForms = PersonShortForms(text, matches, facts)
    var position = 0
    var later: [Match] = []
    scan(text, taken) { index, _ in
      while position < matches.count, matches[position].last < index { position += 1 }
      if position < matches.count, matches[position].first <= index {
        return matches[position].last
      }
      guard let match = shortForms.match(at: index) else { return nil }
      if position < matches.count, matches[position].first <= match.last { return nil }
      later.append(match)
      return match.last
    }
    return (matches + PersonShortForms.named(later, text) { $0.last > $0.first }).map {
      Annotation(
        text.nameRange($0.first, $0.last), .persName, $0.certainty, rule: "person-mention",
        because: $0.because)
    }
  }

  /// Calls a function with each capitalised token that stands outside some ranges, and with the
  /// start of the next range; goes on after the token that it gives.
  private func scan(
    _ text: TokenisedText, _ taken: [Range<Int>], _ read: (Int, Int?) -> Int?
  ) {
    var place = 0
    var index = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      while place < taken.count, taken[place].upperBound <= Int(token.start) { place += 1 }
      let next = place < taken.count ? taken[place] : nil
      if token.isCapital, !(next?.contains(Int(token.start)) ?? false),
        let last = read(index, next?.lowerBound)
      {
        index = last + 1
      } else {
        index += 1
      }
    }
  }

  private func person(_ reader: PersonNameReader, at index: Int, before end: Int?) -> Match? {
    let token = reader.text.tokens[index]
    if token.count > 1, token.isAny(.title), let isCourtesy = facts.gazetteer.titles[token.key] {
      return titled(reader, index, end, isCourtesy)
    }
    if token.count > 1, token.isAny(.givenName),
      let isCommon = facts.gazetteer.givenNames[token.key]
    {
      return given(reader, index, end, isCommon) ?? cued(reader, index, end)
    }
    return token.count == 1 ? initials(reader, index, end) : cued(reader, index, end)
  }

  /// "Mrs. Berg", "Mr. and Mrs. Berg", "President Ola Lund".
  private func titled(
    _ reader: PersonNameReader, _ index: Int, _ end: Int?, _ isCourtesy: Bool
  ) -> Match? {
    let text = reader.text
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
      text.tokens[next].isCapital, text.tokens[next].count == 1 || reader.isName(next),
      let name = reader.name(from: next, before: end), name.words > 0
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
    let isSure = isCourtesy && text.tokens[index].kind == .capitalised
    return Match(
      first: isInside ? index : next, name: name, certainty: isSure ? .high : .medium,
      because: "a name after \"\(text.string(text.tokens[index].range))\"",
      isDoubtful: text.tokens[index].key == Token.key("general") && !name.isFull)
  }

  /// "Ola Lund", "Ola", a given name that no other word is.
  private func given(
    _ reader: PersonNameReader, _ index: Int, _ end: Int?, _ isCommon: Bool
  ) -> Match? {
    let token = reader.text.tokens[index]
    guard let name = reader.name(from: index, before: end) else { return nil }
    if name.isFull {
      let isCertain =
        name.initials > 0
        || reader.isName(index) && !reader.startsSentence(index)
          && reader.isName(name.last)
      guard !isCommon || isCertain else { return nil }
      return Match(
        first: index, name: name, certainty: isCommon ? .medium : .high,
        because: "a given name and a surname", isDoubtful: isCommon && name.initials == 0)
    }
    guard !isCommon, token.kind == .capitalised, !isPart(reader.text, index) else { return nil }
    return Match(first: index, name: name, certainty: .medium, because: "a given name alone")
  }

  /// "named Precil Quad"; "Hilmar L. Offut", whatever stands before.
  private func cued(_ reader: PersonNameReader, _ index: Int, _ end: Int?) -> Match? {
    let text = reader.text
    guard text.tokens[index].kind == .capitalised, reader.isName(index) else { return nil }
    let isNamed = isNamed(text, index)
    let hasInitial =
      index + 2 < text.tokens.count && text.tokens[index + 1].kind == .capitals
      && text.tokens[index + 1].count == 1 && text.isMark(index + 2, ".")
      && text.isAttached(index + 2) && text.isBeside(index, index + 1)
    guard isNamed || hasInitial, let name = reader.name(from: index, before: end),
      facts.gazetteer.place(text, at: index) == nil
    else { return nil }
    if isNamed {
      return Match(
        first: index, name: name, certainty: .medium,
        because: "a name after \"\(text.string(text.tokens[index - 1].range))\"", isNamed: true,
        isDoubtful: true)
    }
    guard name.words == 2, name.initials == 1, reader.isName(name.last),
      !isAfterCapital(text, index)
    else { return nil }
    return Match(
      first: index, name: name, certainty: .medium, because: "a name, an initial and a surname")
  }

  /// Whether the words before say that a name follows: "named", "by the name of", "of said".
  private func isNamed(_ text: TokenisedText, _ index: Int) -> Bool {
    guard index > 1 else { return false }
    let before = text.tokens[index - 1]
    let earlier = text.tokens[index - 2].key
    if before.key == Token.key("said") {
      return before.kind == .word && Self.beforeSaid.contains(earlier)
        && !text.tokens[index].isAny(.nounOfPlace)
    }
    if before.key == Token.key("of") {
      return earlier == Token.key("name") || earlier == Token.key("names")
    }
    return before.kind == .word && Self.naming.contains(before.key)
  }

  /// "W. A. Maddow".
  private func initials(_ reader: PersonNameReader, _ index: Int, _ end: Int?) -> Match? {
    let text = reader.text
    let key = text.tokens[index].key
    guard key != Token.key("a") || text.isMark(index + 1, "."), key != Token.key("i"),
      let name = reader.name(from: index, before: end), name.initials > 0, name.words > 0,
      name.words <= 2, name.last > index + 1, areInitials(reader, index, name.last)
    else { return nil }
    return Match(
      first: index, name: name, certainty: .medium, because: "initials and a surname")
  }

  /// Whether a given name stands in a longer name of something else: "Louisa County", "St. Paul".
  private func isPart(_ text: TokenisedText, _ index: Int) -> Bool {
    let next = index + 1
    if next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(index, next) {
      return true
    }
    let before = index - 1
    return isAfterCapital(text, index)
      || text.isMark(before, ".") && before > 0 && text.tokens[before - 1].count <= 2
  }

  private func isAfterCapital(_ text: TokenisedText, _ index: Int) -> Bool {
    index > 0 && text.tokens[index - 1].isCapital && text.isBeside(index - 1, index)
  }

  /// Whether letters before a name are initials: "U. S." and "D. C." aren't.
  private func areInitials(_ reader: PersonNameReader, _ first: Int, _ last: Int) -> Bool {
    let text = reader.text
    let letters = (first...last).filter {
      text.tokens[$0].kind != .mark && text.tokens[$0].count == 1
    }
    if isAfterCapital(text, first) || text.isAttached(first) { return false }
    // "U.S. Code": the first two letters, as one word.
    let pair = letters.prefix(2).reduce(Token.offsetBasis) {
      Token.step($0, Token.lowercased(text.bytes[Int(text.tokens[$1].start)]))
    }
    return (text.isMark(first + 1, ".") || letters.count > 1) && !Self.things.contains(pair)
      && reader.isName(last) && facts.gazetteer.place(text, at: last) == nil
  }
}
