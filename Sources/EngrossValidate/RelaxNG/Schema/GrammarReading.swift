import EngrossModel

/// Grammars with their definitions, and other files (RELAX NG specification, sections 4.5 to 4.7,
/// 4.11, 4.17 and 4.18).
extension Simplification {
  /// What an inclusion puts in place of an included grammar's own definitions.
  struct Override {
    /// The names, "" for the start.
    var names: Set<String>
    /// Those that the included grammar has.
    var found: Set<String> = []
  }

  mutating func grammar(
    _ element: SchemaElement, _ outer: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    var context = outer
    scopes.append(Scope(parent: outer.scope))
    let scope = scopes.count - 1
    context.scope = scope
    var overrides: [Override] = []
    try components(element.children, context, &overrides)
    guard let start = scopes[scope].units[""] else {
      throw error("the grammar has no start", place, context)
    }
    for (name, unit) in scopes[scope].units where draft.units[unit].bodies.isEmpty {
      try undefined(name, scope)
    }
    draft.units[outer.unit].references.append((start, place))
    return draft.add(.reference(start), at: place)
  }

  /// Throws what is to be said of the first name that is referred to and not defined.
  private func undefined(_ name: String, _ scope: Int) throws(SchemaError) {
    let units = scopes[scope].units.map { ($0, draft.units[$1]) }
    let missing = units.filter { $0.1.bodies.isEmpty }.min {
      ($0.1.place.file, $0.1.place.position) < ($1.1.place.file, $1.1.place.position)
    }
    guard let missing else { return }
    let defined = units.filter { !$0.1.bodies.isEmpty && !$0.0.isEmpty }.map(\.0)
    let near = Spelling(words: defined.sorted()).nearest(to: missing.0)
    throw draft.error(
      "\"\(missing.0)\" is referred to and not defined"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""), missing.1.place)
  }

  private mutating func components(
    _ elements: [SchemaElement], _ context: Context, _ overrides: inout [Override]
  ) throws(SchemaError) {
    depth += 1
    defer { depth -= 1 }
    for element in elements {
      let inner = context.inside(element)
      switch element.name {
      case "div": try components(element.children, inner, &overrides)
      case "include": try include(element, inner, &overrides)
      default:
        let name = element.name == "start" ? "" : (element.attributes["name"] ?? "").trimmed
        var isOverridden = false
        for index in overrides.indices where overrides[index].names.contains(name) {
          overrides[index].found.insert(name)
          isOverridden = true
        }
        if !isOverridden { try define(name, element, inner) }
      }
    }
  }

  private mutating func define(
    _ name: String, _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) {
    guard let scope = outer.scope else { return }
    let place = outer.place(element)
    var context = outer
    let unit = self.unit(name, in: scope, at: place)
    context.unit = unit
    let called = name.isEmpty ? "the start" : "\"\(name)\""
    if let combination = element.attributes["combine"]?.trimmed {
      if let other = draft.units[unit].combination, other != combination {
        throw error(
          "\(called) is combined by \"\(combination)\" here and by \"\(other)\" before", place,
          context)
      }
      draft.units[unit].combination = combination
    } else {
      if draft.units[unit].hasPlainBody {
        throw error("\(called) is defined twice without @combine", place, context)
      }
      draft.units[unit].hasPlainBody = true
    }
    if draft.units[unit].bodies.isEmpty { draft.units[unit].place = place }
    let body = try group(element.children[...], context, place)
    draft.units[unit].bodies.append(body)
    if draft.units[unit].bodies.count > 1, draft.units[unit].combination == nil {
      throw error("\(called) is defined twice without @combine", place, context)
    }
  }

  private mutating func include(
    _ element: SchemaElement, _ context: Context, _ overrides: inout [Override]
  ) throws(SchemaError) {
    let place = context.place(element)
    let (root, inner) = try load(element, context, place)
    defer { chain.removeLast() }
    guard root.name == "grammar" else {
      throw error(
        "what is included isn't a grammar but a pattern, \"\(root.name)\"", place, context)
    }
    var own = Override(names: [])
    Self.names(element.children, &own.names)
    overrides.append(own)
    try components(root.children, inner.inside(root), &overrides)
    let done = overrides.removeLast()
    if let missing = done.names.subtracting(done.found).min() {
      throw error(
        missing.isEmpty
          ? "the start is redefined, and the included grammar has none"
          : "\"\(missing)\" is redefined, and the included grammar has no such definition",
        place, context)
    }
    try components(element.children, context, &overrides)
  }

  private static func names(_ elements: [SchemaElement], _ names: inout Set<String>) {
    for element in elements {
      switch element.name {
      case "start": names.insert("")
      case "define": names.insert((element.attributes["name"] ?? "").trimmed)
      default: self.names(element.children, &names)
      }
    }
  }

  mutating func external(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let (root, inner) = try load(element, context, place)
    defer { chain.removeLast() }
    return try pattern(root, inner)
  }

  /// Reads another file, which is open until it's taken off the chain.
  private mutating func load(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> (SchemaElement, Context) {
    let address = (element.attributes["href"] ?? "").trimmed
    let path: String
    let root: SchemaElement
    do throws(SchemaError) {
      path = try files.path(of: address, from: context.base)
    } catch {
      throw self.error(error.diagnostic.message, place, context)
    }
    let identity = LocalFile.identity(path)
    if chain.contains(identity) {
      throw error("\"\(address)\" refers back to itself", place, context)
    }
    if chain.count == 100 {
      throw error("more than 100 files refer to one another", place, context)
    }
    do throws(SchemaError) {
      root = try files.read(path)
      try SchemaSyntax.check(root)
    } catch {
      // A file that can't even be opened is a mistake of the address.
      throw error.diagnostic.position == nil
        ? self.error(error.diagnostic.message, place, context) : error.inFile(path)
    }
    chain.append(identity)
    let file = draft.files.firstIndex(of: path) ?? draft.files.count
    if file == draft.files.count {
      draft.files.append(path)
      documents.append(root)
    }
    var inner = context
    inner.base = path
    inner.file = file
    inner.library = ""
    return (root, inner)
  }
}
