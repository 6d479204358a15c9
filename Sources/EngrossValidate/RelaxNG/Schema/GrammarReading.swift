import EngrossModel

/// Grammars with their definitions, and other files (RELAX NG specification, sections 4.5 to 4.7,
/// 4.11, 4.17 and 4.18).
extension Simplification {
  /// What an inclusion puts in place of an included grammar's own definitions.
  struct Override {
    /// The names, "" for the start.
    var names: Set<UInt32>
    /// Those that the included grammar has.
    var found: Set<UInt32> = []
  }

  mutating func grammar(
    _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) -> Int {
    var context = outer
    scopes.append(Scope(parent: outer.scope))
    let scope = scopes.count - 1
    context.scope = scope
    var overrides: [Override] = []
    try components(in: element, context, &overrides)
    guard let start = scopes[scope].units[0] else {
      throw draft.tree.error("the grammar has no start", element)
    }
    try checkDefinitions(scope)
    draft.refer(from: outer.unit, to: start, at: element)
    return draft.add(.reference(UInt32(start)), at: element)
  }

  /// Throws what is to be said of the first name that is referred to and not defined.
  private func checkDefinitions(_ scope: Int) throws(SchemaError) {
    let units = scopes[scope].units
    let missing = units.filter { draft.units[$0.value].body == nil }.min {
      draft.units[$0.value].place.number < draft.units[$1.value].place.number
    }
    guard let missing else { return }
    let strings = draft.tree.strings
    let defined = units.filter { draft.units[$0.value].body != nil && $0.key != 0 }
    let near = Spelling(words: defined.keys.map { strings[$0] }.sorted())
      .nearest(to: strings[missing.key])
    throw draft.tree.error(
      "\"\(strings[missing.key])\" is referred to and not defined"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""), draft.units[missing.value].place)
  }

  private mutating func components(
    in holder: SchemaElement, _ context: Context, _ overrides: inout [Override]
  ) throws(SchemaError) {
    depth += 1
    defer { depth -= 1 }
    for element in draft.tree.children(holder) {
      let inner = inside(element, context)
      switch draft.tree.kind(element) {
      case .div: try components(in: element, inner, &overrides)
      case .include: try include(element, inner, &overrides)
      default:
        let name = name(ofDefinition: element)
        var isOverridden = false
        for index in overrides.indices where overrides[index].names.contains(name) {
          overrides[index].found.insert(name)
          isOverridden = true
        }
        if !isOverridden { try define(name, element, inner) }
      }
    }
  }

  private func name(ofDefinition element: SchemaElement) -> UInt32 {
    draft.tree.kind(element) == .start ? 0 : draft.tree.trimmed(.name, element)
  }

  private mutating func define(
    _ name: UInt32, _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) {
    guard let scope = outer.scope else { return }
    var context = outer
    let unit = self.unit(name, in: scope, at: element)
    context.unit = unit
    if draft.tree.value(.combine, element) != nil {
      let written = draft.tree.strings[draft.tree.trimmed(.combine, element)]
      let combination: SchemaElement.Kind = written == "choice" ? .choice : .interleave
      if let other = draft.units[unit].combination, other != combination {
        throw draft.tree.error(
          "\(called(name)) is combined by \"\(combination)\" here and by \"\(other)\" before",
          element)
      }
      draft.units[unit].combination = combination
    } else {
      if draft.units[unit].hasPlainBody { throw definedTwice(name, element) }
      draft.units[unit].hasPlainBody = true
    }
    let isFirst = draft.units[unit].body == nil
    if isFirst { draft.units[unit].place = element }
    let body = try group(element, context)
    if isFirst {
      draft.units[unit].body = body
    } else {
      draft.units[unit].others.append(body)
      if draft.units[unit].combination == nil { throw definedTwice(name, element) }
    }
  }

  private func definedTwice(_ name: UInt32, _ element: SchemaElement) -> SchemaError {
    draft.tree.error("\(called(name)) is defined twice without @combine", element)
  }

  private func called(_ name: UInt32) -> String {
    name == 0 ? "the start" : "\"\(draft.tree.strings[name])\""
  }

  private mutating func include(
    _ element: SchemaElement, _ context: Context, _ overrides: inout [Override]
  ) throws(SchemaError) {
    let (root, outer) = try load(element, context)
    defer { chain.removeLast() }
    guard draft.tree.kind(root) == .grammar else {
      throw draft.tree.error(
        "what is included isn't a grammar but a pattern, \"\(draft.tree.name(root))\"", element)
    }
    var own = Override(names: [])
    names(in: element, &own.names)
    overrides.append(own)
    try components(in: root, inside(root, outer), &overrides)
    let done = overrides.removeLast()
    let missing = done.names.subtracting(done.found).map { draft.tree.strings[$0] }.min()
    if let missing {
      throw draft.tree.error(
        missing.isEmpty
          ? "the start is redefined, and the included grammar has none"
          : "\"\(missing)\" is redefined, and the included grammar has no such definition",
        element)
    }
    try components(in: element, context, &overrides)
  }

  private func names(in holder: SchemaElement, _ names: inout Set<UInt32>) {
    for element in draft.tree.children(holder) {
      switch draft.tree.kind(element) {
      case .start, .define: names.insert(name(ofDefinition: element))
      default: self.names(in: element, &names)
      }
    }
  }

  mutating func external(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    let (root, inner) = try load(element, context)
    defer { chain.removeLast() }
    return try pattern(root, inner)
  }

  /// Reads another file, which is open until it's taken off the chain.
  private mutating func load(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> (SchemaElement, Context) {
    let address = draft.tree.strings[draft.tree.trimmed(.href, element)]
    let path: String
    do throws(SchemaError) {
      path = try files.path(of: address, from: draft.tree.strings[context.base])
    } catch {
      throw draft.tree.error(error.diagnostic.message, element)
    }
    let identity = LocalFile.identity(path)
    if chain.contains(identity) {
      throw draft.tree.error("\"\(address)\" refers back to itself", element)
    }
    if chain.count == 100 {
      throw draft.tree.error("more than 100 files refer to one another", element)
    }
    let root: SchemaElement
    if let known = draft.tree.files.first(where: { $0.path == path }) {
      root = known.root
    } else {
      do throws(SchemaError) {
        root = try files.read(path, into: &draft.tree)
        try SchemaSyntax.check(root, of: draft.tree)
      } catch {
        // A file that can't even be opened is a mistake of the address.
        throw error.diagnostic.position == nil
          ? draft.tree.error(error.diagnostic.message, element) : error.inFile(path)
      }
    }
    chain.append(identity)
    var inner = context
    inner.base = draft.tree.strings.number(of: path)
    inner.library = 0
    return (root, inner)
  }
}
