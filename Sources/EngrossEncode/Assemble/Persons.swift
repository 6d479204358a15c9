/// The persons that a document names, each once, in the order of their first mention.
struct Persons {
  /// A person, and the first mention.
  struct Person {
    let id: String
    let name: NormalisedName
    let mention: Annotation
  }

  private(set) var list: [Person] = []
  private var numbers: [String: Int] = [:]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    var customs: [Int: Bool] = [:]
    for (index, phrase) in phrases.enumerated() where phrase.mark == .orgName {
      customs[index] = facts.state(named: reading.string(phrase.range))?.hasTwoSurnames
    }
    for (index, phrase) in phrases.enumerated() where phrase.mark == .persName {
      let name = reading.string(phrase.range)
      let key = name.uppercased()
      if name.isEmpty || numbers[key] != nil { continue }
      let next = phrases[(index + 1)...].prefix(8).firstIndex {
        $0.mark == .orgName || $0.mark == .persName
      }
      let hasTwoSurnames = next.flatMap { customs[$0] } ?? false
      numbers[key] = list.count
      list.append(
        Person(
          id: "person-\(list.count + 1)",
          name: NormalisedName(name, hasTwoSurnames: hasTwoSurnames),
          mention: phrase))
    }
  }

  /// The id of the person that a printed name means.
  func id(of name: String) -> String? { numbers[name.uppercased()].map { list[$0].id } }
}
