/// Reduces what several schemas say to one message a mistake.
struct Merging {
  /// The byte offsets of elements whose xml:id an earlier element has.
  let duplicates: [Int]
  /// Whether a Schematron schema reports duplicate identifiers itself.
  let hasRules: Bool

  func merge(grammar: [Finding], rules: [Finding]) -> [(finding: Finding, isRule: Bool)] {
    var grammar = grammar
    let repeated = Set(duplicates)
    // A repeated xml:id is also "not of type ID" to a grammar.
    let isRepetition = { (finding: Finding) in
      finding.attribute == "xml:id" && finding.kind == "bad-value"
        && repeated.contains(finding.offset)
    }
    if hasRules {
      grammar.removeAll(where: isRepetition)
    } else {
      for index in grammar.indices where isRepetition(grammar[index]) {
        grammar[index].kind = "duplicate-id"
        grammar[index].message = "an earlier element has this xml:id; each element needs its own"
      }
    }
    let blamed = Set(grammar.map(\.offset))
    var merged = grammar.map { (finding: $0, isRule: false) }
    var seen: Set<String> = []
    for rule in rules {
      // A rule can't be kept by an element that the grammar rejects.
      if blamed.contains(rule.offset) { continue }
      if seen.insert("\(rule.kind) \(rule.offset) \(rule.message)").inserted {
        merged.append((rule, true))
      }
    }
    return merged
  }
}
