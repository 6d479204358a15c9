/// Which attributes are identifiers or refer to them, and whether a schema says so without
/// contradiction (RELAX NG DTD Compatibility, section 5.2).
struct IdentifierTypes {
  private let grammar: Grammar
  /// For each pattern the attributes in it that concern identifiers, or share a name with one that
  /// does.
  private var attributes: [UInt32: [Pattern]] = [:]
  private var names: Set<UInt32> = []
  private var isConcerned: [UInt32: Bool] = [:]

  /// Why identifiers can't be checked; nil when they can.
  static func conflict(in grammar: Grammar) -> String? {
    var types = IdentifierTypes(grammar)
    return types.names.isEmpty ? nil : types.conflict()
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

  private mutating func conflict() -> String? {
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
        guard let single = grammar.nameClasses[Int(node.first)].single else {
          return "an attribute of type ID has a name of its own, not any name"
        }
        if element.names.isOpen {
          return "an element with an attribute of type ID has a name of its own, not any name"
        }
        for name in element.names.names {
          let key = UInt64(grammar.symbols.number(of: name)) << 32 | UInt64(single)
          if let other = known[key], other != type {
            return Self.conflict(name.local, grammar, single)
          }
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
        let name = grammar.symbols.names[Int(key >> 32)].local
        return Self.conflict(name, grammar, UInt32(key & 0xFFFF_FFFF))
      }
    }
    return nil
  }

  private static func conflict(_ element: String, _ grammar: Grammar, _ attribute: UInt32) -> String
  {
    "the attribute \"\(grammar.symbols.names[Int(attribute)].local)\" of \"\(element)\" is an "
      + "identifier in one place of the schema and not in another"
  }

  private mutating func attributes(in pattern: Pattern) -> [Pattern] {
    let table = grammar.table
    if !table.contents(pattern).contains(.attributes) { return [] }
    if let known = attributes[pattern.number] { return known }
    let node = table[pattern]
    var found: [Pattern] = []
    switch node.kind {
    case .attribute: if concerns(node) { found = [pattern] }
    case .choice, .interleave:
      for index in table.range(node) {
        found += attributes(in: Pattern(number: table.members[index]))
      }
    case .group: for part in table.sequence(pattern) { found += attributes(in: part) }
    case .oneOrMore: found = attributes(in: Pattern(number: node.first))
    default: break
    }
    attributes[pattern.number] = found
    return found
  }

  private mutating func concerns(_ attribute: PatternNode) -> Bool {
    if let known = isConcerned[attribute.first] { return known || type(of: attribute) != nil }
    let nameClass = grammar.nameClasses[Int(attribute.first)]
    let result = names.contains { nameClass.contains($0, grammar.symbols) }
    isConcerned[attribute.first] = result
    return result || type(of: attribute) != nil
  }
}
