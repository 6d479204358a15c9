/// Finds persons in running text: "Mrs. Berg", "Robt. L. Teal", "President Ola Lund", "W. A. Maddow",
/// and given names that stand alone.
///
/// A title or a given name starts a name, and capitalised words go on with it; initials need a
/// surname. A given name alone counts when it's no other word. TEI Guidelines, ND, Personal Names.
struct PersonMention: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "We met with Mrs. Berg in the hall and so on they went." ~> ">Mrs. Berg</persName>",
    "We met with Robert L. Teal in the hall and so on they went." ~> ">Robert L. Teal</persName>",
    "We met with W. A. Maddow in the hall and so on they went." ~> ">W. A. Maddow</persName>",
    "We met with President Ola Lund in the hall and so on they went." ~> ">Ola Lund</persName>",
    "We met with Louisa and Hannah in the hall and so on they went." ~> ">Louisa</persName>",
    "We met the President of the United States in Virginia and so on." !~> "<persName",
    "Section 5 of the U.S. Code and the Grant of Rights are May rules." !~> "<persName",
  ]

  private static let suffixes = WordSet(["jr", "sr", "ii", "iii", "iv", "esq", "junr", "senr"])
  private static let particles = Set(
    ["de", "del", "von", "van", "bin", "ibn", "al", "da", "dos", "la", "ben", "di"].map {
      Token.key($0)
    })
  private static let never = WordSet([
    "the", "of", "and", "in", "to", "at", "on", "by", "his", "her", "our", "court", "act",
    "street",
    "university", "college", "committee", "commission", "congress", "government", "house",
    "senate",
    "treaty", "article", "section", "republic", "union", "bank", "company", "church", "school",
    "department", "office", "board", "council", "association", "foundation", "institute",
    "center",
    "bill", "law", "code", "states", "nation", "party", "memorial", "hospital", "avenue",
    "building",
    "administration", "doctrine", "plan", "library", "award", "amendment", "report", "group",
    "fund",
    "national", "federal", "international", "american", "said", "sir", "i", "a", "sec", "no",
    "mr",
  ])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let taken = found.annotations.filter { $0.mark == .placeName || $0.mark.isSigned }.map(
      \.range
    )
    .sorted { $0.lowerBound < $1.lowerBound }
    var matches: [Match] = []
    scan(text, taken) { index, end in
      guard let match = person(text, at: index, before: end) else { return nil }
      matches.append(match)
      return match.last
    }
    let known = surnames(text, matches, found)
    var position = 0
    var later: [Match] = []
    scan(text, taken) { index, _ in
      while position < matches.count, matches[position].last < index { position += 1 }
      if position < matches.count, matches[position].first <= index {
        return matches[position].last
      }
      guard let match = shortForm(text, at: index, known) else { return nil }
      later.append(match)
      return match.last
    }
    return (matches + named(later, text)).map {
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

  /// The surnames of the persons that the text names in full, but for those that it has as words
  /// without a capital too.
  private func surnames(_ text: TokenisedText, _ matches: [Match], _ found: Findings) -> WordSet {
    var surnames: Set<UInt64> = []
    for match in matches where match.last > match.first {
      let token = text.tokens[match.last]
      if token.kind == .capitalised, token.count > 2, facts.dates.months[token.key] == nil,
        facts.gazetteer.givenNames[token.key] == nil, isName(text, match.last)
      {
        surnames.insert(token.key)
      }
    }
    if surnames.isEmpty { return WordSet(keys: []) }
    let all = WordSet(keys: surnames)
    for token in text.tokens where token.kind == .word && all.contains(token.key) {
      surnames.remove(token.key)
    }
    return WordSet(keys: surnames)
  }

  /// Those that start with a word which the text has nowhere without a capital.
  private func named(_ matches: [Match], _ text: TokenisedText) -> [Match] {
    let firsts = matches.filter { $0.last > $0.first }.map { text.tokens[$0.first].key }
    if firsts.isEmpty { return matches }
    let all = WordSet(keys: firsts)
    var words: Set<UInt64> = []
    for token in text.tokens where token.kind == .word && all.contains(token.key) {
      words.insert(token.key)
    }
    return matches.filter { $0.last == $0.first || !words.contains(text.tokens[$0.first].key) }
  }

  /// A person's surname that stands alone later, or with a word before that no other name is.
  private func shortForm(_ text: TokenisedText, at index: Int, _ known: WordSet) -> Match? {
    if known.contains(text.tokens[index].key), text.tokens[index].kind == .capitalised {
      let next = index + 1
      let isPart =
        next < text.tokens.count && text.tokens[next].isCapital && text.isBeside(index, next)
      guard !isPart else { return nil }
      return Match(
        first: index, last: index, certainty: .medium,
        because: "the surname of a person named in full")
    }
    guard text.tokens[index].kind == .capitalised, isName(text, index),
      !startsSentence(text, index),
      index + 1 < text.tokens.count, text.isBeside(index, index + 1),
      known.contains(text.tokens[index + 1].key),
      facts.gazetteer.place(text, at: index) == nil
    else { return nil }
    return Match(
      first: index, last: index + 1, certainty: .medium,
      because: "a word and the surname of a person named in full")
  }

  private struct Match {
    let first: Int
    let last: Int
    let certainty: Annotation.Certainty
    let because: String
  }

  private func person(_ text: TokenisedText, at index: Int, before end: Int?) -> Match? {
    let token = text.tokens[index]
    if let isCourtesy = facts.gazetteer.titles[token.key], token.count > 1 {
      var next = index + 1
      if text.isMark(next, "."), text.isAttached(next) { next += 1 }
      // "Hon. Mr.", "Dr. and Mrs."
      guard next < text.tokens.count, text.isBeside(next - 1, next),
        let name = words(text, from: next, before: end), name.words > 0
      else { return nil }
      guard isCourtesy || isName(text, next) else { return nil }
      return Match(
        first: isCourtesy ? index : next, last: name.last, certainty: isCourtesy ? .high : .medium,
        because: "a name after \"\(text.string(token.range))\"")
    }
    if let isCommon = facts.gazetteer.givenNames[token.key], token.count > 1 {
      guard let name = words(text, from: index, before: end) else { return nil }
      if name.words > 1 || name.initials > 0 && name.words > 0 && !isCommon {
        guard !isCommon || name.initials > 0 || isName(text, index) && !startsSentence(text, index)
        else { return nil }
        return Match(
          first: index, last: name.last, certainty: isCommon ? .medium : .high,
          because: "a given name and a surname")
      }
      guard !isCommon, name.words == 1, token.kind == .capitalised, !isPart(text, index) else {
        return nil
      }
      return Match(
        first: index, last: name.last, certainty: .medium, because: "a given name alone")
    }
    if token.count == 1, token.key != Token.key("a") || text.isMark(index + 1, "."),
      token.key != Token.key("i")
    {
      guard let name = words(text, from: index, before: end), name.initials > 0, name.words > 0,
        name.words <= 2, name.last > index + 1, isInitials(text, index, name.last)
      else { return nil }
      return Match(
        first: index, last: name.last, certainty: .medium, because: "initials and a surname")
    }
    return nil
  }

  /// The words and initials of a name from a token on.
  private func words(
    _ text: TokenisedText, from start: Int, before end: Int?
  ) -> (last: Int, words: Int, initials: Int)? {
    var index = start
    var last: Int?
    var words = 0
    var initials = 0
    while index < text.tokens.count, words < 4, initials < 4 {
      let token = text.tokens[index]
      if index > start, !text.isBeside(index - 1, index) { break }
      if let end, Int(token.start) >= end { break }
      if Self.suffixes.contains(token.key), words > 0 {
        last = index
        break
      }
      if Self.particles.contains(token.key), words > 0, index + 1 < text.tokens.count,
        text.tokens[index + 1].isCapital
      {
        index += 1
        continue
      }
      guard token.isCapital, !Self.never.contains(token.key) || token.count == 1,
        !facts.roles.contains(token.key),
        !facts.gazetteer.nounsAfter.contains(token.key) || words == 0,
        facts.dates.months[token.key] == nil
      else { break }
      if token.count == 1 { initials += 1 } else { words += 1 }
      if token.count > 1 { last = index }
      index += 1
      if text.isMark(index, "-"), text.isAttached(index), text.isAttached(index + 1) {
        index += 1
        continue
      }
      // The point of an initial or of a shortened name, before more of the name.
      if text.isMark(index, "."), text.isAttached(index), token.count <= 5,
        index + 1 < text.tokens.count, text.tokens[index + 1].isCapital,
        token.count == 1
          || facts.gazetteer.givenNames[token.key] != nil && !endsSentence(text, index)
      {
        index += 1
      }
    }
    guard let last else { return nil }
    // "Harvard University" is no person, nor is "Grant Avenue".
    let next = last + 1
    if next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(last, next),
      Self.never.contains(text.tokens[next].key)
        || facts.gazetteer.nounsAfter.contains(text.tokens[next].key)
    {
      return nil
    }
    return (last, words, initials)
  }

  /// Whether the point after a short name could end a sentence: the next word is no initial or name.
  private func endsSentence(_ text: TokenisedText, _ point: Int) -> Bool {
    let next = text.tokens[point + 1]
    return next.count > 1 && text.tokens[point - 1].count > 5
  }

  /// Whether a word is one that names have: no word of offices or bodies.
  private func isName(_ text: TokenisedText, _ index: Int) -> Bool {
    let key = text.tokens[index].key
    return !facts.roles.contains(key) && !facts.organisations.contains(key)
      && !Self.never.contains(key)
      && facts.gazetteer.titles[key] == nil
      && (facts.gazetteer.givenNames[key] != nil || text.tokens[index].count > 2)
  }

  /// Whether a given name stands in a longer name of something else: "Louisa County", "St. Paul".
  private func isPart(_ text: TokenisedText, _ index: Int) -> Bool {
    let next = index + 1
    if next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(index, next) {
      return true
    }
    let before = index - 1
    return before >= 0 && text.tokens[before].isCapital && text.isBeside(before, index)
      || text.isMark(before, ".") && before > 0 && text.tokens[before - 1].count <= 2
  }

  private func startsSentence(_ text: TokenisedText, _ index: Int) -> Bool {
    index == 0 || text.isMark(index - 1, ".") || text.isMark(index - 1, ":")
  }

  /// Whether letters before a name are initials: "U. S." and "D. C." aren't.
  private func isInitials(_ text: TokenisedText, _ first: Int, _ last: Int) -> Bool {
    let letters = (first...last).filter {
      text.tokens[$0].kind != .mark && text.tokens[$0].count == 1
    }
    .map { text.tokens[$0].key }
    let isPointed = text.isMark(first + 1, ".") || letters.count > 1
    let abbreviations = [
      ["u", "s"], ["d", "c"], ["u", "n"], ["a", "d"], ["p", "s"], ["c", "s"], ["h", "r"],
      ["u", "k"],
    ]
    if first > 0, text.tokens[first - 1].isCapital, text.isBeside(first - 1, first) { return false }
    return isPointed
      && !abbreviations.contains { $0.map { Token.key($0) } == Array(letters.prefix(2)) }
      && isName(text, last) && facts.gazetteer.place(text, at: last) == nil
  }
}
