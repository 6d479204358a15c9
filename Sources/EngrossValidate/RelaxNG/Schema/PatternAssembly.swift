import EngrossModel

/// Makes patterns of a draft, those that the start leads to (RELAX NG specification, sections 4.19
/// to 4.21), and holds them to the restrictions of section 7.
struct PatternAssembly {
  /// Patterns deeper than this would take recursion too far.
  static let deepest = 1_000
  /// A pattern written out with more parts than this leaves too many ways on to remember.
  static let largest = 1_000_000

  private var draft: SchemaDraft
  private(set) var grammar = Grammar()
  /// For each pattern the node that first had it.
  private var origins: ContiguousArray<Int32> = []
  /// For each pattern how many elements, attributes and texts it has when written out.
  private var sizes: ContiguousArray<Int> = []
  /// The grammar's number of each declaration of the draft that a pattern was made for.
  private var numbers: [UInt32?]
  private var reached: [UInt32] = []

  /// The grammar of a schema that is read; the first unit of its draft is the start.
  static func grammar(_ read: Simplification) throws(SchemaError) -> Grammar {
    var assembly = PatternAssembly(read.draft)
    try assembly.assemble()
    assembly.grammar.schema = read.draft.tree
    return assembly.grammar
  }

  private init(_ draft: SchemaDraft) {
    self.draft = draft
    numbers = Array(repeating: nil, count: draft.declarations.count)
  }

  private mutating func assemble() throws(SchemaError) {
    for names in draft.nameClasses { grammar.symbols.learn(names) }
    grammar.nameClasses = ContiguousArray(
      draft.nameClasses.map { NumberedNameClass($0, grammar.symbols) })
    grammar.datatypes = draft.datatypes
    grammar.values = draft.values
    grammar.needsNamespaces =
      draft.datatypes.contains { $0.type.needsContext }
      || draft.values.contains { $0.type.needsContext }
    grammar.start = try unit(0)
    var restrictions = Restrictions(grammar, draft: draft)
    try restrictions.check(startOf: grammar, draft.units[0].place, origins)
    while let number = restrictions.next() {
      let declaration = draft.declarations[Int(reached[Int(number)])]
      let content = try unit(declaration.content)
      grammar.declarations[Int(number)].content = content
      try restrictions.check(content: content, declaration.place, of: grammar, origins)
    }
    grammar.hasConsistentIdentifiers = IdentifierTypes.areConsistent(in: grammar)
  }

  // MARK: Units

  /// The pattern of a unit; those it refers to are made before it, without recursion.
  private mutating func unit(_ number: Int) throws(SchemaError) -> Pattern {
    if let pattern = draft.units[number].pattern { return pattern }
    // Each with the reference that is to be followed next, the last one first.
    var waiting = [(unit: number, next: draft.units[number].lastReference)]
    draft.units[number].isOpen = true
    while let (unit, next) = waiting.last {
      if let next {
        let reference = draft.references[next]
        waiting[waiting.count - 1].next = reference.previous
        let other = reference.unit
        if draft.units[other].pattern != nil { continue }
        if draft.units[other].isOpen { throw circle(other, reference.place) }
        draft.units[other].isOpen = true
        waiting.append((other, draft.units[other].lastReference))
        continue
      }
      waiting.removeLast()
      draft.units[unit].isOpen = false
      draft.units[unit].pattern = try body(draft.units[unit])
    }
    return draft.units[number].pattern ?? .notAllowed
  }

  private func circle(_ unit: Int, _ place: SchemaElement) -> SchemaError {
    let name = draft.units[unit].name.map { draft.tree.strings[$0] } ?? ""
    return draft.tree.error(
      (name.isEmpty ? "the start" : "\"\(name)\"")
        + " leads back to itself without an element between", place)
  }

  private mutating func body(_ unit: DraftUnit) throws(SchemaError) -> Pattern {
    guard let first = unit.body else { return .notAllowed }
    var result = pattern(first)
    if !unit.others.isEmpty {
      var patterns = [result]
      for body in unit.others { patterns.append(pattern(body)) }
      result =
        unit.combination == .interleave
        ? grammar.table.interleave(of: patterns) : grammar.table.choice(of: patterns)
      note(first)
    }
    if grammar.table[result].depth > Self.deepest {
      throw draft.tree.error("patterns nest deeper than \(Self.deepest)", unit.place)
    }
    if sizes[Int(result.number)] >= Self.largest {
      throw draft.tree.error(
        "a pattern has more than \(Self.largest) parts, its definitions written out", unit.place)
    }
    return result
  }

  /// Remembers where the patterns made since come from.
  private mutating func note(_ node: Int) {
    while origins.count < grammar.table.nodes.count {
      sizes.append(size(grammar.table.nodes[origins.count]))
      origins.append(Int32(node))
    }
  }

  /// The size of a pattern whose parts are all known.
  private func size(_ node: PatternNode) -> Int {
    var size = 1
    switch node.kind {
    case .choice, .interleave, .branches:
      for index in grammar.table.range(node) {
        size = min(size + sizes[Int(grammar.table.members[index])], Self.largest)
      }
    case .group:
      size = min(sizes[Int(node.first)] + sizes[Int(node.second)], Self.largest)
    case .oneOrMore: size = sizes[Int(node.first)]
    default: break
    }
    return size
  }

  private mutating func pattern(_ index: Int) -> Pattern {
    let node = draft.nodes[index]
    defer { note(index) }
    switch node.kind {
    case .notAllowed: return .notAllowed
    case .empty: return .empty
    case .text: return .text
    case .choice:
      let parts = parts(node)
      return grammar.table.choice(of: parts)
    case .interleave:
      let parts = parts(node)
      return grammar.table.interleave(of: parts)
    case .group:
      var result = Pattern.empty
      for part in draft.parts(node).reversed() {
        let first = pattern(part)
        result = grammar.table.group(first, result)
        note(part)
      }
      return result
    case .oneOrMore:
      let inner = part(node)
      return grammar.table.oneOrMore(inner)
    case .list:
      let inner = part(node)
      return grammar.table.list(inner)
    case .data(let number):
      let except = draft.parts(node).isEmpty ? .notAllowed : part(node)
      return grammar.table.data(
        number, except: except, identifies: draft.datatypes[Int(number)].identifying != nil)
    case .value(let number): return grammar.table.value(number)
    case .attribute(let names):
      let value = part(node)
      return grammar.table.attribute(
        names, isOpen: draft.nameClasses[Int(names)].isOpen, value)
    case .element(let declaration): return element(declaration)
    case .reference(let unit): return draft.units[Int(unit)].pattern ?? .notAllowed
    }
  }

  private mutating func parts(_ node: DraftNode) -> [Pattern] {
    var parts: [Pattern] = []
    parts.reserveCapacity(draft.parts(node).count)
    for part in draft.parts(node) { parts.append(pattern(part)) }
    return parts
  }

  /// The only part of a node.
  private mutating func part(_ node: DraftNode) -> Pattern {
    draft.parts(node).first.map { pattern($0) } ?? .notAllowed
  }

  private mutating func element(_ declaration: UInt32) -> Pattern {
    if let known = numbers[Int(declaration)] { return grammar.table.element(known) }
    let number = UInt32(reached.count)
    numbers[Int(declaration)] = number
    reached.append(declaration)
    grammar.declarations.append(
      .init(names: draft.declarations[Int(declaration)].names, content: .notAllowed))
    return grammar.table.element(number)
  }
}
