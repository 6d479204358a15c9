/// A personal name in usual spelling, its parts told apart.
struct NormalisedName {
  /// A part of a name, as TEI names it (TEI Guidelines, ND, Personal Names).
  enum Part: String {
    case roleName, forename, surname, nameLink, genName
  }

  let parts: [(part: Part, text: String)]

  private static let particles = NameWords.words("name-particle")
  private static let suffixes = NameWords.words("name-suffix")

  /// Tells the parts of a name apart.
  ///
  /// - Parameter hasTwoSurnames: whether the custom is a forename or two, then two surnames.
  /// - Parameter titles: words that before the name are none of it: "Mr.", "Sir".
  init(_ name: String, hasTwoSurnames: Bool, titles: WordTable<Bool>? = nil) {
    let isInCapitals = !name.contains(where: \.isLowercase)
    var words = name.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    let title = titles.map { Self.title(words, $0) } ?? 0
    let role = words.prefix(title).joined(separator: " ")
    words.removeFirst(title)
    var generation: String?
    if words.count > 2, let last = words.last,
      Self.suffixes.contains(Token.key(last.hasSuffix(".") ? last.dropLast() : last[...]))
    {
      generation = last.lowercased().hasPrefix("i") ? last.uppercased() : Self.capitalised(last)
      words.removeLast()
    }
    if isInCapitals {
      words = words.map {
        Self.particles.contains(Token.key($0)) ? $0.lowercased() : Self.capitalised($0)
      }
    }
    var parts = hasTwoSurnames ? Self.withTwoSurnames(words) : Self.withOneSurname(words)
    if let generation { parts.append((.genName, generation)) }
    if title > 0 { parts.insert((.roleName, role), at: 0) }
    self.parts = parts
  }

  /// How many words at the start are titles, or join two; none if no name would be left.
  private static func title(_ words: [String], _ titles: WordTable<Bool>) -> Int {
    var count = 0
    while count < words.count - 1 {
      let word = words[count].hasSuffix(".") ? words[count].dropLast() : words[count][...]
      let isJoint = count > 0 && (word == "and" || word == "&")
      guard isJoint || titles[Token.key(word)] == true else { break }
      count += 1
    }
    return count
  }

  /// The texts of the parts of a kind, in capitals and without points.
  func texts(_ part: Part) -> [String] {
    parts.filter { $0.part == part }.map { $0.text.uppercased().filter { $0 != "." } }
  }

  var hasTitle: Bool { parts.first?.part == .roleName }

  /// Whether the name is of two: "Mr. and Mrs. Lund".
  var isPair: Bool { hasTitle && parts[0].text.contains { $0 == "&" || $0 == " " } }

  /// Whether a title tells that a woman is meant, for whom the surname alone tells too little.
  var isOfWoman: Bool {
    hasTitle && Self.ofWomen.contains(Token.key(parts[0].text.filter { $0 != "." }))
  }

  private static let ofWomen = NameWords.words("title-of-woman")

  private static func withOneSurname(_ words: [String]) -> [(part: Part, text: String)] {
    guard words.count > 1, let surname = words.last else {
      return words.map { (.surname, $0) }
    }
    var parts: [(part: Part, text: String)] = []
    for word in words.dropLast() {
      let isLink = particles.contains(Token.key(word)) && !parts.isEmpty
      if isLink, let last = parts.last, last.part == .nameLink {
        parts[parts.count - 1].text = last.text + " " + word
      } else {
        parts.append((isLink ? .nameLink : .forename, word))
      }
    }
    return parts + [(.surname, surname)]
  }

  /// Units are words, a particle joining what stands beside it: "Ponce de León" is one.
  private static func withTwoSurnames(_ words: [String]) -> [(part: Part, text: String)] {
    var units: [String] = []
    var joins = false
    for word in words {
      let isParticle = particles.contains(Token.key(word))
      if (joins || isParticle) && units.count > 1 {
        units[units.count - 1] += " " + word
      } else {
        units.append(word)
      }
      joins = isParticle
    }
    guard units.count > 1 else { return withOneSurname(words) }
    let surnames = units.count > 2 ? 2 : 1
    return units.dropLast(surnames).map { (.forename, $0) }
      + units.suffix(surnames).map { (.surname, $0) }
  }

  /// A word in capitals as names are written: "McKinley", "O'Brien", "Smith-Jones".
  private static func capitalised(_ word: String) -> String {
    var result = ""
    var isStart = true
    for character in word {
      result += isStart ? character.uppercased() : character.lowercased()
      isStart = character == "-" || character == "'" || character == "’" || character == "."
    }
    if result.hasPrefix("Mc"), result.count > 3 {
      let rest = result.dropFirst(2)
      result = "Mc" + rest.prefix(1).uppercased() + rest.dropFirst()
    }
    return result
  }
}
