/// Which attributes are identifiers or refer to them, and whether a schema says so without
/// contradiction (RELAX NG DTD Compatibility, section 5.2).
struct IdentifierTypes {
  private let grammar: Grammar
  /// The names of attributes that are identifiers or refer to them.
  private var names: Set<UInt32> = []
  /// For each pattern whether an attribute in it concerns identifiers, or shares a name with one that
  /// does.
  private var isConcerned: ContiguousArray<Bool> = []

  /// Whether identifiers can be checked.
  static func areConsistent(in grammar: Grammar) -> Bool {
    var types = IdentifierTypes(grammar)
    if types.names.isEmpty { return true }
    types.findConcerned()
    return types.areConsistent()
  }

  private init(_ grammar: Grammar) {
    self.grammar = grammar
    for node in grammar.table.nodes where node.kind == .attribute {
      if type(of: node) != nil, let single = grammar.nameClasses[Int(node.first)].single {
        names.insert(single)
      }
    }
  }

  private func type(of attribute: PatternNode) -> Datatype.Identifying? {
    let value = grammar.table[Pattern(number: attribute.second)]
    guard value.kind == .data else { return nil }
    return grammar.datatypes[Int(value.first)].identifying
  }

  private func areConsistent() -> Bool {
    var known: [UInt64: Datatype.Identifying] = [:]
    var others: [(element: UInt32, attribute: UInt32)] = []
    for declaration in grammar.declarations {
      let element = grammar.nameClasses[Int(declaration.names)]
      for pattern in attributes(in: declaration.content) {
        let node = grammar.table[pattern]
        guard let type = type(of: node) else {
          others.append((declaration.names, node.first))
          continue
        }
        // Such an attribute, and its element, has a name of its own, not any name.
        guard let single = grammar.nameClasses[Int(node.first)].single, !element.names.isOpen
        else { return false }
        for name in element.names.names {
          let key = UInt64(grammar.symbols.number(of: name)) << 32 | UInt64(single)
          if let other = known[key], other != type { return false }
          known[key] = type
        }
      }
    }
    for (element, attribute) in Set(others.map { UInt64($0.element) << 32 | UInt64($0.attribute) })
      .map({ (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) })
    {
      for key in known.keys
      where grammar.nameClasses[element].contains(UInt32(key >> 32), grammar.symbols)
        && grammar.nameClasses[attribute].contains(UInt32(key & 0xFFFF_FFFF), grammar.symbols)
      {
        return false
      }
    }
    return true
  }

  /// Parts of patterns are made before them, so that one walk over all is enough.
  private mutating func findConcerned() {
    let table = grammar.table
    isConcerned.reserveCapacity(table.nodes.count)
    for node in table.nodes {
      let result =
        switch node.kind {
        case .attribute: concerns(node)
        case .choice, .interleave:
          table.range(node).contains { isConcerned[Int(table.members[$0])] }
        case .group: isConcerned[Int(node.first)] || isConcerned[Int(node.second)]
        case .oneOrMore: isConcerned[Int(node.first)]
        default: false
        }
      isConcerned.append(result)
    }
  }

  private func concerns(_ attribute: PatternNode) -> Bool {
    let nameClass = grammar.nameClasses[Int(attribute.first)]
    if let single = nameClass.single { return names.contains(single) }
    return type(of: attribute) != nil || names.contains { nameClass.contains($0, grammar.symbols) }
  }

  /// The attributes in a pattern that concern identifiers.
  private func attributes(in content: Pattern) -> [Pattern] {
    var found: [Pattern] = []
    var seen: Set<Pattern> = []
    var waiting = [content]
    while let pattern = waiting.popLast() {
      guard isConcerned[Int(pattern.number)], seen.insert(pattern).inserted else { continue }
      let node = grammar.table[pattern]
      switch node.kind {
      case .attribute: found.append(pattern)
      case .choice, .interleave: waiting += grammar.table.parts(pattern, of: node.kind)
      case .group:
        waiting.append(Pattern(number: node.second))
        waiting.append(Pattern(number: node.first))
      case .oneOrMore: waiting.append(Pattern(number: node.first))
      default: break
      }
    }
    return found
  }
}
