/// Finds the later mentions of persons whom a text names in full: by the surname alone, by the
/// given name alone, by another word and the surname.
struct PersonShortForms {
  private let text: TokenisedText
  private let facts: Facts
  private let reader: PersonNameReader
  /// The surnames and the given names that the text has nowhere as words without a capital.
  private let surnames: WordSet
  private let givenNames: WordSet

  init(_ text: TokenisedText, _ matches: [PersonMentionReader.Match], _ facts: Facts) {
    self.text = text
    self.facts = facts
    reader = PersonNameReader(text: text, facts: facts)
    var surnames: Set<UInt64> = []
    var givenNames: Set<UInt64> = []
    for match in matches where match.name.isFull {
      let last = text.tokens[match.name.last]
      if last.kind == .capitalised, last.count > 2, facts.gazetteer.givenNames[last.key] == nil,
        reader.isName(match.name.last)
      {
        surnames.insert(text.stem(match.name.last))
      }
      let first = text.tokens[match.name.first]
      if first.kind == .capitalised, first.count > 2, match.name.words > 1,
        reader.isName(match.name.first), facts.gazetteer.givenNames[first.key] != true
      {
        givenNames.insert(first.key)
      }
    }
    for match in matches where match.isNamed && match.name.words == 1 {
      givenNames.insert(text.stem(match.name.last))
    }
    let all = WordSet(keys: surnames.union(givenNames))
    if !surnames.isEmpty || !givenNames.isEmpty {
      for token in text.tokens where token.kind == .word && all.contains(token.key) {
        surnames.remove(token.key)
        givenNames.remove(token.key)
      }
    }
    self.surnames = WordSet(keys: surnames)
    self.givenNames = WordSet(keys: givenNames)
  }

  func match(at index: Int) -> PersonMentionReader.Match? {
    let key = text.stem(index)
    guard text.tokens[index].kind == .capitalised else { return nil }
    let next = index + 1
    let isFollowed =
      next < text.tokens.count && text.tokens[next].isCapital && text.isBeside(index, next)
    if surnames.contains(key), !isFollowed {
      return match(index, index, "the surname of a person named in full")
    }
    if isFollowed, surnames.contains(text.stem(next)), reader.isName(index),
      givenNames.contains(key)
        || !reader.startsSentence(index)
          && facts.gazetteer.clearPlace(text, at: index) == nil
    {
      return match(index, next, "a word and the surname of a person named in full")
    }
    if givenNames.contains(key), !isFollowed || !reader.isName(next) {
      return match(index, index, "the given name of a person named in full")
    }
    return nil
  }

  private func match(_ first: Int, _ last: Int, _ because: String) -> PersonMentionReader.Match {
    PersonMentionReader.Match(
      first: first,
      name: PersonNameReader.Name(first: first, last: last, words: last - first + 1, initials: 0),
      certainty: .medium, because: because)
  }

  /// The matches but for those of some kind that start or end with a word which the text has
  /// without a capital too.
  static func named(
    _ matches: [PersonMentionReader.Match], _ text: TokenisedText,
    where isDoubtful: (PersonMentionReader.Match) -> Bool
  ) -> [PersonMentionReader.Match] {
    let doubtful = matches.filter(isDoubtful)
    if doubtful.isEmpty { return matches }
    let firsts = doubtful.flatMap { [$0.name.first, $0.name.last].map(text.stem) }
    let all = WordSet(keys: firsts)
    var words: Set<UInt64> = []
    for token in text.tokens where token.kind == .word && all.contains(token.key) {
      words.insert(token.key)
    }
    return matches.filter {
      !isDoubtful($0)
        || !words.contains(text.stem($0.name.first)) && !words.contains(text.stem($0.name.last))
    }
  }
}
