import EngrossModel

/// What may stand at a state, in the words of messages.
extension GrammarAutomaton {
  /// What may come next in an element.
  func expected(_ state: Pattern) -> Expected {
    if let known = mendings.expected[state] { return known }
    let expected = newExpected(state)
    mendings.expected[state] = expected
    return expected
  }

  private func newExpected(_ state: Pattern) -> Expected {
    var expected = Expected()
    var elements: [Name] = []
    for pattern in first(state, .elements) {
      let declaration = grammar.declarations[Int(derivatives.table[pattern].first)]
      let names = grammar.nameClasses[Int(declaration.names)].names
      if names.isOpen { expected.anyElement = true }
      elements += names.names
    }
    expected.elements = elements.unique
    let contents = contents(state)
    expected.text = contents.contains(.text)
    expected.end = derivatives.table.isNullable(state)
    if !contents.isDisjoint(with: .strings) { expected.values = values(state) }
    return expected
  }

  /// The attributes that may be added at a state.
  func expectedAttributes(_ state: Pattern) -> Expected {
    if let known = mendings.attributes[state] { return known }
    let expected = newExpectedAttributes(state)
    mendings.attributes[state] = expected
    return expected
  }

  private func newExpectedAttributes(_ state: Pattern) -> Expected {
    var expected = Expected()
    expected.attributes = names(first(state, .attributes))
    return expected
  }

  /// The attributes that are missing: those without which nothing else helps, else those of which
  /// one is enough.
  func missingAttributes(_ state: Pattern) -> Expected {
    let all = first(state, .attributes)
    var missing = all.filter { close(state, forgiving: .allBut($0)) == .notAllowed }
    if missing.isEmpty {
      missing = all.filter { close(state, forgiving: .only($0)) != .notAllowed }
    }
    var expected = Expected()
    expected.attributes = names(missing.isEmpty ? all : missing)
    return expected
  }

  /// What an attribute's value may be.
  func expectedValues(of step: UInt32) -> Expected {
    if let known = mendings.values[step] { return known }
    var expected = Expected()
    for inside in steps[Int(step)].insides { expected.values += values(inside) }
    mendings.values[step] = expected
    return expected
  }

  private func names(_ attributes: [Pattern]) -> [Name] {
    attributes.flatMap { pattern in
      grammar.nameClasses[Int(derivatives.table[pattern].first)].names.names
    }.unique
  }

  /// What can be first in a pattern, of one kind, in the order of the schema.
  private func first(_ pattern: Pattern, _ kind: PatternContents) -> [Pattern] {
    let table = derivatives.table
    var seen: Set<Pattern> = []
    var found: [Pattern] = []
    var waiting = [pattern]
    while let next = waiting.popLast() {
      let node = table[next]
      guard node.contents.contains(kind), seen.insert(next).inserted else { continue }
      switch node.kind {
      case .choice, .interleave, .branches:
        for index in table.range(node) { waiting.append(Pattern(number: table.members[index])) }
      case .group:
        let first = Pattern(number: node.first)
        if kind == .attributes || table.isNullable(first) {
          waiting.append(Pattern(number: node.second))
        }
        waiting.append(first)
      case .oneOrMore: waiting.append(Pattern(number: node.first))
      default: found.append(next)
      }
    }
    return found.sorted { $0.number < $1.number }
  }

  /// The forms of a string that matches a pattern.
  private func values(_ pattern: Pattern) -> [ValueForm] {
    let table = derivatives.table
    let node = table[pattern]
    switch node.kind {
    case .text: return [.text]
    case .empty: return [.empty]
    case .value: return [.literal(grammar.values[Int(node.first)].text)]
    case .data:
      let datatype = grammar.datatypes[Int(node.first)]
      return [.datatype(datatype.type.rawValue, facets: datatype.facets.all.map(\.written))]
    case .list: return [.list(values(Pattern(number: node.first)))]
    case .choice, .interleave, .branches:
      return table.parts(pattern, of: node.kind).flatMap { values($0) }.withoutRepetition
    case .group: return table.sequence(pattern).flatMap { values($0) }.withoutRepetition
    case .oneOrMore: return values(Pattern(number: node.first))
    default: return []
    }
  }
}

extension [ValueForm] {
  fileprivate var withoutRepetition: [ValueForm] {
    var seen: Set<ValueForm> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Facet {
  /// The facet as a schema writes it.
  fileprivate var written: DatatypeFacet {
    switch self {
    case .length(let count): DatatypeFacet(name: "length", value: "\(count)")
    case .minLength(let count): DatatypeFacet(name: "minLength", value: "\(count)")
    case .maxLength(let count): DatatypeFacet(name: "maxLength", value: "\(count)")
    case .pattern(let expression): DatatypeFacet(name: "pattern", value: expression.source)
    case .minInclusive(_, let written): DatatypeFacet(name: "minInclusive", value: written)
    case .maxInclusive(_, let written): DatatypeFacet(name: "maxInclusive", value: written)
    case .minExclusive(_, let written): DatatypeFacet(name: "minExclusive", value: written)
    case .maxExclusive(_, let written): DatatypeFacet(name: "maxExclusive", value: written)
    case .totalDigits(let count): DatatypeFacet(name: "totalDigits", value: "\(count)")
    case .fractionDigits(let count): DatatypeFacet(name: "fractionDigits", value: "\(count)")
    }
  }
}
