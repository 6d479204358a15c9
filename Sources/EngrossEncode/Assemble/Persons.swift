/// The persons that a document names, each once, in the order of their first mention.
struct Persons {
  /// A person, and the first mention.
  struct Person {
    let id: String
    let name: NormalisedName
    let mention: Annotation
  }

  private(set) var list: [Person] = []
  /// The person of each mention, by its first byte.
  private var numbers: [Int: Int] = [:]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    var customs: [Int: Bool] = [:]
    var known: [String: Int] = [:]
    for (index, phrase) in phrases.enumerated() where phrase.mark == .orgName {
      customs[index] = facts.state(named: reading.string(phrase.range))?.hasTwoSurnames
    }
    for (index, phrase) in phrases.enumerated() where phrase.mark == .persName {
      let name = reading.string(phrase.range)
      let key = name.uppercased()
      if name.isEmpty { continue }
      if let number = known[key] {
        numbers[phrase.range.lowerBound] = number
        continue
      }
      let next = phrases[(index + 1)...].prefix(8).firstIndex {
        $0.mark == .orgName || $0.mark == .persName
      }
      let hasTwoSurnames = next.flatMap { customs[$0] } ?? false
      known[key] = list.count
      numbers[phrase.range.lowerBound] = list.count
      list.append(
        Person(
          id: "person-\(list.count + 1)",
          name: NormalisedName(name, hasTwoSurnames: hasTwoSurnames),
          mention: phrase))
    }
  }

  /// The id of the person that a mention means.
  func id(of mention: Annotation) -> String? {
    numbers[mention.range.lowerBound].map { list[$0].id }
  }
}
