/// Reads the words and initials of a person's name: "Robt. L. Teal", "Ola von Lund, Jr."
struct PersonNameReader {
  let text: TokenisedText
  let facts: Facts

  /// A name: its tokens, and how many of them are words and initials.
  struct Name {
    let first: Int
    let last: Int
    let words: Int
    let initials: Int

    /// Whether a given name, or an initial, and a surname are there.
    var isFull: Bool { words > 1 || words == 1 && initials > 0 }
  }

  private static let suffixes = NameWords.words("personal-suffix")
  private static let particles = NameWords.words("personal-particle")
  /// What is told of a person after the name.
  private static let after = NameWords.words("after-name")

  /// The name from a token on, that ends before an offset; nil where none is.
  func name(from start: Int, before end: Int?) -> Name? {
    var index = start
    var last: Int?
    var words = 0
    var initials = 0
    var lastInitials = 0
    var endsInGivenName = false
    while index < text.tokens.count, words < 5, initials < 4 {
      let token = text.tokens[index]
      if index > start,
        !text.isBeside(index - 1, index) || words > 1 && text.endsShortLine(index - 1)
      {
        break
      }
      if let end, Int(token.start) >= end { break }
      if Self.suffixes.contains(token.key), words > 0, token.isCapital {
        if token.key != Token.key("esq") { last = index }
        break
      }
      if Self.particles.contains(token.key), words > 0, token.kind == .word,
        index + 1 < text.tokens.count, text.tokens[index + 1].isCapital
      {
        index += 1
        continue
      }
      guard isPart(index, words) else { break }
      let isGivenName = facts.gazetteer.givenNames[token.key] == false
      if words > 1, Self.after.contains(token.key) { break }
      // "Archibald Lund William Lund", in a list, are two.
      if words > 1, isGivenName, !endsInGivenName { break }
      if token.count == 1 {
        initials += 1
      } else {
        words += 1
        lastInitials = initials
        endsInGivenName = isGivenName
        last = index
      }
      // A genitive ends the name.
      if token.count > 1, text.stem(index) != token.key { break }
      index += 1
      if text.isMark(index, "-"), text.isAttached(index), text.isAttached(index + 1) {
        index += 1
        continue
      }
      if text.isMark(index, "."), text.isAttached(index), goesOn(token, after: index) { index += 1 }
    }
    guard let last, !isInLongerName(last) else { return nil }
    return Name(first: start, last: last, words: words, initials: lastInitials)
  }

  private func isPart(_ index: Int, _ words: Int) -> Bool {
    let token = text.tokens[index]
    return token.isCapital && (!token.isAny(.neverPerson) || token.count == 1)
      && !token.isAny([.role, .month])
      && (words == 0 || !token.isAny([.nounAfterPlace, .title]))
  }

  /// Whether a point is that of an initial or of a shortened name, before more of the name.
  private func goesOn(_ token: Token, after point: Int) -> Bool {
    guard token.count <= 5, point + 1 < text.tokens.count, text.tokens[point + 1].isCapital else {
      return false
    }
    return token.count == 1 || token.isAny(.givenName)
  }

  /// "Harvard University" is no person, nor is "Grant Avenue".
  private func isInLongerName(_ last: Int) -> Bool {
    let next = last + 1
    guard next < text.tokens.count, text.tokens[next].isCapital, text.isBeside(last, next) else {
      return false
    }
    return text.tokens[next].isAny([.organisation, .nounAfterPlace])
  }

  /// Whether a word is one that names have: no word of offices, bodies or other things.
  func isName(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.isAny([.role, .organisation, .neverPerson, .title, .month, .people]) { return false }
    if text.bytes[Int(token.end) - 1] == UInt8(ascii: "s"), isPlural(index) { return false }
    return (token.count > 2 || token.isAny(.givenName)) && !isContraction(index)
  }

  /// "I'll", "We've".
  private func isContraction(_ index: Int) -> Bool {
    let bytes = text.bytes[text.tokens[index].range]
    guard let apostrophe = bytes.lastIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }) else {
      return false
    }
    let rest = bytes[(apostrophe + 1)...]
    return ["ll", "ve", "re", "m", "t", "d"].contains { rest.elementsEqual($0.utf8) }
  }

  /// "Commissioners", "Counties".
  private func isPlural(_ index: Int) -> Bool {
    let singular = text.key(text.tokens[index].range.dropLast())
    guard let classes = WordClasses.table[singular] else { return false }
    return !classes.isDisjoint(with: [.role, .organisation])
      || classes.contains(.nounAfterPlace) && text.tokens[index].count > 5
  }

  func startsSentence(_ index: Int) -> Bool {
    index == 0 || text.isMark(index - 1, ".") || text.isMark(index - 1, ":")
      || Int(text.tokens[index].start) - Int(text.tokens[index - 1].end) > 1
  }
}
