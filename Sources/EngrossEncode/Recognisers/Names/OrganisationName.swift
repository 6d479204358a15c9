/// Finds organisations in running text: "Department of State", "Interstate Commerce Commission",
/// "Government of Chile", "NATO", "Hudson's Bay Company".
///
/// Known bodies, a noun for a body with a name before or after it, and short forms that the text
/// gives in parentheses after the name. A noun alone ("the Commission") is none. TEI Guidelines,
/// ND, Organizational Names.
struct OrganisationName: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A note came from the Department of State in time, as they say."
      ~> ">Department of State</orgName>",
    "A note came from the Interstate Commerce Commission, as they say."
      ~> ">Interstate Commerce Commission</orgName>",
    "A note came from the Government of Chile, as all of them say."
      ~> ">Government of Chile</orgName>",
    "A note came from NATO and the Baltic Timber Company, as they say." ~> ">NATO</orgName>",
    "A note came from NATO and the Baltic Timber Company, as they say."
      ~> ">Baltic Timber Company</orgName>",
    "The Baltic Timber Board (BTB) met, and the BTB said so to all of them." ~> ">BTB</orgName>",
    "A note came from the Ministry of Health and Family Welfare, as they say."
      ~> ">Ministry of Health and Family Welfare</orgName>",
    "The Commission met the Board and this Government in company, as they say." !~> "<orgName",
    "The company of men went to court and met a government of fools there." !~> "<orgName",
  ]

  /// What is found: its last token, how sure, and why.
  private struct Match {
    let last: Int
    let certainty: Annotation.Certainty
    let because: String
  }

  private static let nouns = NameWords.words("body-noun")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let taken = found.annotations.filter {
      $0.mark.isSigned || $0.mark.isCitation || $0.rule == KnownName.rule
    }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
    var place = 0
    var shortForms: Set<UInt64> = []
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      while place < taken.count, taken[place].upperBound <= Int(token.start) { place += 1 }
      guard token.isCapital, place == taken.count || !taken[place].contains(Int(token.start)),
        let match = body(text, at: index, shortForms)
      else {
        index += 1
        continue
      }
      if let short = shortForm(text, after: match.last) { shortForms.insert(short) }
      annotations.append(
        Annotation(
          text.nameRange(index, match.last), .orgName, match.certainty,
          rule: "organisation-name", because: match.because))
      index = match.last + 1
    }
    return annotations
  }

  private func body(_ text: TokenisedText, at index: Int, _ shortForms: Set<UInt64>) -> Match? {
    if let known = facts.bodies.find(text, at: index), text.tokens[known.last].isCapital,
      !isInLongerName(text, index, known.last)
    {
      return Match(last: known.last, certainty: .high, because: "a known body")
    }
    if text.tokens[index].kind == .capitals, shortForms.contains(text.tokens[index].key) {
      return Match(last: index, certainty: .high, because: "the short form of a body's name")
    }
    return ofNoun(text, at: index) ?? withNoun(text, at: index)
  }

  /// Whether a known name of one word goes on, so that it is another: "Senate Bill".
  private func isInLongerName(_ text: TokenisedText, _ first: Int, _ last: Int) -> Bool {
    guard last + 1 < text.tokens.count else { return false }
    if text.tokens[first].count == 1, text.isAttached(last + 1), text.isMark(last + 1, "."),
      last + 2 < text.tokens.count, text.isAttached(last + 2),
      text.tokens[last + 2].kind != .mark
    {
      return true
    }
    return text.tokens[last + 1].kind == .capitalised && text.isBeside(last, last + 1)
      && Self.nouns.contains(text.tokens[last + 1].key)
  }

  /// "Department of State", "Committee on Foreign Relations", "Bank of England".
  private func ofNoun(_ text: TokenisedText, at index: Int) -> Match? {
    guard text.tokens[index].kind == .capitalised, text.tokens[index].isAny(.bodyNounOf),
      let last = complement(text, after: index)
    else { return nil }
    return Match(
      last: last, certainty: .medium,
      because: "\"\(text.string(text.tokens[index].range))\" and a name")
  }

  /// The last token of "of State", "on Foreign Relations", "of Health and Family Welfare".
  private func complement(_ text: TokenisedText, after noun: Int) -> Int? {
    var next = noun + 1
    guard next + 1 < text.tokens.count,
      ["of", "on", "for"].contains(where: { text.tokens[next].key == Token.key($0) })
    else { return nil }
    next += 1
    if text.tokens[next].key == Token.key("the") { next += 1 }
    var last: Int?
    while next < text.tokens.count, next - noun < 12 {
      guard text.tokens[next].kind == .capitalised, text.isBeside(next - 1, next),
        !text.tokens[next].isAny(.neverBody) || last != nil,
        !text.tokens[next].isAny(.month), !text.tokens[next].isAny(.title) || last == nil
      else { break }
      if let last, text.endsShortLine(last) { break }
      // A region ends a name: "Circuit Court of the District of Columbia / Wm. Lund".
      if let place = facts.gazetteer.place(text, at: next), place.last > next {
        return place.last
      }
      last = next
      next += 1
      if text.stem(last!) != text.tokens[last!].key { break }
      guard next + 1 < text.tokens.count else { break }
      // "Health and Family Welfare", but not "State and Mr. Berg".
      if text.tokens[next].key == Token.key("and") || text.isMark(next, "&"),
        text.tokens[next + 1].kind == .capitalised, goesOn(text, next + 1)
      {
        next += 1
      } else if text.tokens[next].key == Token.key("of") {
        next += text.tokens[next + 1].key == Token.key("the") ? 2 : 1
      }
    }
    return last
  }

  private func goesOn(_ text: TokenisedText, _ index: Int) -> Bool {
    !text.tokens[index].isAny([.bodyNounOf, .title, .role, .givenName, .neverBody])
      && facts.bodies.find(text, at: index) == nil
  }

  /// "Interstate Commerce Commission", "British Government", "Baltic Timber Company".
  private func withNoun(_ text: TokenisedText, at index: Int) -> Match? {
    let first = text.tokens[index]
    guard first.kind == .capitalised, !first.isAny([.neverBody, .role, .month]),
      !first.isAny(.title) || first.key == Token.key("general"),
      index == 0 || !text.tokens[index - 1].isCapital || !text.isBeside(index - 1, index)
        || text.tokens[index - 1].isAny(.neverBody)
    else { return nil }
    var next = index + 1
    var last: Int?
    while next < text.tokens.count, next - index < 9, text.isBeside(next - 1, next) {
      let token = text.tokens[next]
      let isMonth = last != nil && token.isAny(.month)
      if text.endsShortLine(next - 1) || isMonth { break }
      if token.kind == .capitalised {
        if Self.nouns.contains(token.key) { last = next }
      } else if !(token.key == Token.key("and") || text.isMark(next, "&")) || last != nil
        || next + 1 == text.tokens.count || !text.tokens[next + 1].isCapital
      {
        break
      }
      next += 1
    }
    guard let last, facts.gazetteer.place(text, at: index)?.last != last else { return nil }
    // "Navy Secretary" and "Senate Bill" aren't bodies: the noun must end the name.
    if last + 1 < text.tokens.count, !text.endsShortLine(last),
      !text.tokens[last + 1].isAny(.month),
      text.tokens[last + 1].kind == .capitalised,
      text.isBeside(last, last + 1)
    {
      return nil
    }
    let complement =
      text.tokens[last].isAny(.bodyNounOf)
      ? complement(text, after: last) : nil
    return Match(
      last: complement ?? last, certainty: .medium,
      because: "a name and \"\(text.string(text.tokens[last].range))\"")
  }

  /// The short form in parentheses after a name: "(EPA)".
  private func shortForm(_ text: TokenisedText, after last: Int) -> UInt64? {
    guard text.isMark(last + 1, "("), text.isMark(last + 3, ")"),
      text.tokens[last + 2].kind == .capitals, (2...8).contains(text.tokens[last + 2].count)
    else { return nil }
    return text.tokens[last + 2].key
  }
}
