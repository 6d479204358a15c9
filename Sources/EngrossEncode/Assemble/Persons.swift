/// The persons that a document names, each once, in the order of their first mention.
///
/// Mentions are of one person where their full names agree, and where a surname or a given name
/// alone fits one full name of the document only.
struct Persons {
  /// A person, and the first mention.
  struct Person {
    let id: String
    let name: NormalisedName
    let mention: Annotation
    /// Where a gazetteer says that more is told.
    var address: String?
  }

  private(set) var list: [Person] = []
  /// For each printed name the number of its person.
  private var numbers: [Int] = []
  /// The printed name of each mention, by the mention's first byte.
  private let names: [Int: Int]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    let (mentions, names) = Self.mentions(phrases, reading, facts)
    self.names = names
    let full = FullNames(mentions.map(\.name))
    // The persons by the number of the mention that names them in full.
    var known: [Int: Int] = [:]
    for (number, mention) in mentions.enumerated() {
      let person = full.person(of: number)
      let address = facts.references.address(
        of: reading.string(mention.phrase.range), .person)
      if let index = known[person] {
        numbers.append(index)
        list[index].address = list[index].address ?? address
        continue
      }
      known[person] = list.count
      numbers.append(list.count)
      list.append(
        Person(
          id: "person-\(list.count + 1)", name: mentions[person].name, mention: mention.phrase,
          address: address))
    }
  }

  /// The names as printed, each once with its first mention, and which one each mention has.
  private static func mentions(
    _ phrases: [Annotation], _ reading: Reading, _ facts: Facts
  ) -> (mentions: [(name: NormalisedName, phrase: Annotation)], names: [Int: Int]) {
    var known: [String: Int] = [:]
    var names: [Int: Int] = [:]
    var mentions: [(name: NormalisedName, phrase: Annotation)] = []
    for (index, phrase) in phrases.enumerated() where phrase.mark == .persName {
      let name = reading.string(phrase.range)
      let key = name.uppercased()
      if name.isEmpty { continue }
      if let number = known[key] {
        names[phrase.range.lowerBound] = number
        continue
      }
      known[key] = mentions.count
      names[phrase.range.lowerBound] = mentions.count
      let next = phrases[(index + 1)...].prefix(8).firstIndex {
        $0.mark == .orgName || $0.mark == .persName
      }
      let state = next.flatMap { index in
        phrases[index].mark == .orgName
          ? facts.state(named: reading.string(phrases[index].range)) : nil
      }
      let hasTwoSurnames = state?.hasTwoSurnames ?? false
      mentions.append(
        (
          NormalisedName(name, hasTwoSurnames: hasTwoSurnames, titles: facts.gazetteer.titles),
          phrase
        ))
    }
    return (mentions, names)
  }

  /// The id of the person that a mention means.
  func id(of mention: Annotation) -> String? {
    names[mention.range.lowerBound].map { list[numbers[$0]].id }
  }
}

/// Some names, and which of them are of one person.
private struct FullNames {
  private var persons: [Int] = []

  init(_ names: [NormalisedName]) {
    // The numbers of the full names, by a surname or a forename in capitals.
    var bySurname: [String: [Int]] = [:]
    var byForename: [String: [Int]] = [:]
    let parts = names.map(Parts.init)
    for (number, name) in parts.enumerated() {
      guard let surname = name.surnames.first, let forename = name.forenames.first else {
        persons.append(number)
        continue
      }
      // Those of a surname are few, but in a text made to have many: the first tell enough.
      let same = (bySurname[surname] ?? []).prefix(16).first { name.agrees(with: parts[$0]) }
      persons.append(same ?? number)
      if same == nil {
        for surname in name.surnames { bySurname[surname, default: []].append(number) }
        byForename[forename, default: []].append(number)
      }
    }
    // The first mention of those of whom the text has the surname alone.
    var shorts: [String: Int] = [:]
    for (number, name) in names.enumerated() {
      guard !name.isPair, parts[number].forenames.isEmpty,
        let word = parts[number].surnames.first
      else { continue }
      if bySurname[word] == nil, !name.isOfWoman {
        if let first = shorts[word] { persons[number] = first } else { shorts[word] = number }
      }
      let candidates = bySurname[word] ?? (name.hasTitle ? nil : byForename[word]) ?? []
      if let first = candidates.first, candidates.count == 1, !name.isOfWoman {
        persons[number] = first
      }
    }
  }

  /// The number of the name that a person has in full, by that of a name.
  func person(of number: Int) -> Int { persons[number] }

  /// The parts of a name that tell a person, in capitals and without points.
  private struct Parts {
    let forenames: [String]
    let surnames: [String]
    let generations: [String]

    init(_ name: NormalisedName) {
      forenames = name.texts(.forename)
      surnames = name.texts(.surname)
      generations = name.texts(.genName)
    }

    /// Whether two full names of one surname are of one person: "Joseph R. Lund", "Joseph Lund".
    func agrees(with other: Parts) -> Bool {
      guard forenames.first == other.forenames.first, generations == other.generations,
        surnames.first == other.surnames.first
      else { return false }
      return zip(forenames.dropFirst(), other.forenames.dropFirst()).allSatisfy { one, other in
        one == other
          || one.utf8.first == other.utf8.first && min(one.utf8.count, other.utf8.count) <= 2
      }
    }
  }
}
