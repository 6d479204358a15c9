/// A name as people sign it: initials, abbreviated given names, names in other tongues.
///
/// Wider than `PersonalName`, since it's read only where signatures stand.
struct SignatoryName {
  /// The tokens of the name.
  let tokens: Range<Int>
  /// How many words it has that are more than an initial.
  let words: Int
  /// Whether every word is in capitals.
  let isInCapitals: Bool

  private static let particles = Formulas.words("particle")
  private static let suffixes = Formulas.words("suffix")
  private static let towns = Formulas.words("town-surname")
  private static let surnames = Formulas.words("office-surname")
  private static let never = Formulas.words("never-name")

  /// Whether tokens are "J. P.", "JP" or "J. Peace": a justice of the peace.
  static func isJustice(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let letters = tokens.prefix(5).filter { text.tokens[$0].kind != .mark }
      .map { text.tokens[$0].key }
    return letters == [Token.key("jp")]
      || letters.first == Token.key("j")
        && [[Token.key("p")], [Token.key("peace")]].contains(Array(letters.dropFirst()))
  }

  /// Whether a word that names an office is a surname here: "E. Rector", "Ferdinand King".
  private static func isSurname(
    _ text: TokenisedText, _ index: Int, in line: Range<Int>, _ facts: Facts
  ) -> Bool {
    let isLast =
      index + 1 == line.upperBound || text.isMark(index + 1, ",")
      || text.isMark(index + 1, ".") && index + 2 == line.upperBound
    let first = text.tokens[line.lowerBound]
    let isInitial =
      first.count == 1 && index == line.lowerBound + 2 && text.isMark(index - 1, ".")
    // "W. L. Mackenzie King"
    let isRoyal =
      surnames.contains(text.tokens[index].key) && first.count == 1 && index > line.lowerBound + 2
      && text.tokens[index - 1].isCapital && text.tokens[index - 1].count > 1
    if isRoyal { return isLast }
    let isGiven = index == line.lowerBound + 1 && facts.gazetteer.givenNames.contains(first.key)
    return isLast && (isInitial || isGiven)
  }

  /// Whether a word that is a town where it stands alone is a surname here: "G. Washington".
  private static func isTownsman(
    _ text: TokenisedText, _ index: Int, in line: Range<Int>, _ facts: Facts
  ) -> Bool {
    guard index > line.lowerBound else { return false }
    let first = text.tokens[line.lowerBound]
    // "E. M. House", but not "U. S. House".
    let isInitial = first.count == 1 && text.isMark(line.lowerBound + 1, ".")
    if isInitial, index > line.lowerBound + 1, first.key != Token.key("u"),
      index + 1 == line.upperBound || text.isMark(index + 1, ".") && index + 2 == line.upperBound
    {
      return text.tokens[index].count > 3
    }
    guard towns.contains(text.tokens[index].key) else { return false }
    return first.count == 1 || text.isMark(line.lowerBound + 1, ":")
      || facts.gazetteer.givenNames.contains(first.key)
  }

  /// Reads a name at the start of some tokens; nil when none is there.
  ///
  /// - Parameter mayBeShort: whether one word or initials alone are a name too.
  init?(
    _ text: TokenisedText, _ line: Range<Int>, _ found: Findings, _ facts: Facts,
    mayBeShort: Bool = false
  ) {
    var index = line.lowerBound
    var end = index
    var words = 0
    var initials = 0
    var capitals = true
    let corrections = found.corrections(in: text, line)
    while index < line.upperBound {
      let token = text.tokens[index]
      // What was damaged is a word of the name.
      if let correction = corrections.first(where: { $0.range.contains(Int(token.start)) }) {
        words += 1
        while index < line.upperBound, correction.range.contains(Int(text.tokens[index].start)) {
          index += 1
        }
        end = index
        continue
      }
      if words > 0, Self.isJustice(text, index..<line.upperBound) { break }
      if token.isCapital,
        !Self.never.contains(token.key) || Self.isTownsman(text, index, in: line, facts),
        index == line.lowerBound || !facts.roles.contains(token.key)
          || Self.isSurname(text, index, in: line, facts)
      {
        if words > 0, Self.suffixes.contains(token.key) {
          end = index + 1
        } else if token.count == 1 {
          initials += 1
        } else {
          words += 1
          if !text.isInCapitals(index) { capitals = false }
        }
        end = index + 1
        index += 1
        // An abbreviation's point: "Wm.", "A.", "Jr."
        if text.isMark(index, "."), text.isAttached(index),
          index + 1 < line.upperBound || token.count == 1,
          token.count <= 5 || text.tokens[min(index + 1, line.upperBound - 1)].count == 1
        {
          if index + 1 < line.upperBound { end = index + 1 }
          index += 1
        }
        // "J: Berg", "Th: Berg", as the eighteenth century abbreviates.
        if token.count <= 4, index == line.lowerBound + 1, text.isMark(index, ":"),
          text.isAttached(index),
          index + 1 < line.upperBound
        {
          index += 1
        }
        // "Abernethy-Lund", "Ok-ta-sas"; the parts of the latter are words of a name.
        let beforeHyphens = index
        while index + 1 < line.upperBound, text.isMark(index, "-"), text.isAttached(index),
          text.isAttached(index + 1), text.tokens[index + 1].kind != .mark
        {
          index += 2
          end = index
        }
        if index - beforeHyphens >= 4 { words += 1 }
        continue
      }
      // "Elgin & Kincardine", of one who has two titles.
      if words > 0, text.isMark(index, "&"), index + 1 < line.upperBound,
        text.tokens[index + 1].isCapital
      {
        index += 1
        continue
      }
      if words > 0 || initials > 0, Self.particles.contains(token.key) {
        index += 1
        // "al-Amin"
        if text.isMark(index, "-"), text.isAttached(index), index + 1 < line.upperBound {
          index += 1
        }
        continue
      }
      if text.isMark(index, ","), words > 0, index + 1 < line.upperBound,
        Self.suffixes.contains(text.tokens[index + 1].key)
      {
        index += 1
        continue
      }
      break
    }
    if (line.lowerBound..<end).contains(where: { facts.organisations.contains(text.tokens[$0].key) }
    ) {
      return nil
    }
    guard words <= 6, words >= 1 && words + initials >= 2 || mayBeShort && words * 2 + initials >= 2
    else { return nil }
    guard
      !facts.roles.contains(text.tokens[line.lowerBound].key) || words > 2
        || SignaturePart.isNamesake(text, line.lowerBound..<end, facts)
    else { return nil }
    // "Agents", above those who are.
    if words + initials == 1 {
      let word = text.string(text.tokens[line.lowerBound].range)
      if word.hasSuffix("s"), facts.roles.contains(Token.key(word.dropLast())) { return nil }
    }
    tokens = line.lowerBound..<end
    self.words = words
    isInCapitals = capitals
  }
}
