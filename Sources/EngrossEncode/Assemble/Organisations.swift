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
  /// The organisation of each mention, by its first byte.
  private var numbers: [Int: Int] = [:]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    var known: [String: Int] = [:]
    // The organisations by their names as printed.
    var seen: [String: Int] = [:]
    for phrase in phrases where phrase.mark == .orgName {
      let name = reading.string(phrase.range)
      if name.isEmpty { continue }
      let printed = name.uppercased()
      if let number = seen[printed] {
        numbers[phrase.range.lowerBound] = number
        continue
      }
      let state = facts.state(named: name)
      let key = state?.name ?? printed
      if known[key] == nil {
        known[key] = list.count
        list.append(
          Organisation(
            id: "org-\(list.count + 1)", name: name, state: state, mention: phrase,
            address: facts.references.address(of: name, .organisation)))
      }
      seen[printed] = known[key]
      numbers[phrase.range.lowerBound] = known[key]
    }
  }

  /// The id of the organisation that a mention means.
  func id(of mention: Annotation) -> String? {
    numbers[mention.range.lowerBound].map { list[$0].id }
  }
}
