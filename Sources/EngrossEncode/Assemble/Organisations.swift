/// The organisations and states that a document's signatures name, each once.
struct Organisations {
  /// An organisation; a state has its usual and its formal name.
  struct Organisation {
    let id: String
    let name: String
    let state: Facts.State?
    let mention: Annotation
    /// Where a gazetteer says that more is told.
    let address: String?
  }

  private(set) var list: [Organisation] = []
  private var numbers: [String: Int] = [:]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    for phrase in phrases where phrase.mark == .orgName {
      let name = reading.string(phrase.range)
      let state = facts.state(named: name)
      let key = state?.name ?? name.uppercased()
      if name.isEmpty { continue }
      if let known = numbers[key] {
        numbers[name.uppercased()] = known
        continue
      }
      numbers[key] = list.count
      numbers[name.uppercased()] = list.count
      list.append(
        Organisation(
          id: "org-\(list.count + 1)", name: name, state: state, mention: phrase,
          address: facts.references.address(of: name, .organisation)))
    }
  }

  /// The id of the organisation that a printed name means.
  func id(of name: String) -> String? { numbers[name.uppercased()].map { list[$0].id } }
}
