/// The shape of a personal name: capitalised words, initials, particles and a suffix.
struct PersonalName {
  /// The first token after the name, less one.
  let last: Int
  /// How many full words the name has.
  let words: Int
  /// Whether it's written in capitals.
  let isInCapitals: Bool

  private static let particles = NameWords.words("name-particle")
  private static let suffixes = NameWords.words("name-suffix")
  private static let never = NameWords.words("name-never")

  /// Reads a name from the start of some tokens; nil when none is there.
  init?(_ text: TokenisedText, _ tokens: Range<Int>, _ found: Findings, _ facts: Facts) {
    var index = tokens.lowerBound
    var words = 0
    var end: Int?
    var isInCapitals = true
    let corrections = found.corrections(in: text, tokens)
    while index < tokens.upperBound, words <= 8 {
      let token = text.tokens[index]
      if let correction = corrections.first(where: { $0.range.contains(Int(token.start)) }) {
        words += 1
        while index < tokens.upperBound, correction.range.contains(Int(text.tokens[index].start)) {
          end = index
          index += 1
        }
        continue
      }
      if Self.suffixes.contains(token.key), words > 1 {
        end = index
        index += 1
        if text.isMark(index, "."), text.isAttached(index) {
          end = index
        }
        break
      }
      if Self.particles.contains(token.key), words > 0 {
        index += 1
        continue
      }
      if token.isCapital, !Self.never.contains(token.key), !facts.roles.contains(token.key) {
        let isInitial = token.count == 1
        if !isInitial {
          words += 1
          if token.kind != .capitals { isInCapitals = false }
        }
        end = index
        index += 1
        // "Abernethy-Lund" is one name.
        if text.isMark(index, "-"), text.isAttached(index), text.isAttached(index + 1),
          index + 1 < tokens.upperBound, text.tokens[index + 1].isCapital
        {
          index += 1
          continue
        }
        if isInitial || token.count <= 3, text.isMark(index, "."), text.isAttached(index),
          index + 1 < tokens.upperBound || isInitial
        {
          end = isInitial && index + 1 == tokens.upperBound ? nil : index
          index += 1
        }
        continue
      }
      if text.isMark(index, ","), words > 1, index + 1 < tokens.upperBound,
        Self.suffixes.contains(text.tokens[index + 1].key)
      {
        index += 1
        continue
      }
      break
    }
    guard let end, words >= 1, words <= 6 else { return nil }
    let capitals = tokens.lowerBound...end
    guard capitals.filter({ text.tokens[$0].isCapital }).count >= 2 else { return nil }
    last = end
    self.words = words
    self.isInCapitals = isInCapitals
  }
}
