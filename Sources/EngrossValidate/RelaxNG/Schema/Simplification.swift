import EngrossModel

/// Reads the elements of a schema, with all files that it refers to, into a draft of patterns
/// (RELAX NG specification, sections 4.2 to 4.18).
struct Simplification {
  /// What holds at a place of a schema; strings are numbers in the tree.
  struct Context {
    var namespace: UInt32 = 0
    var library: UInt32 = 0
    /// The base URI, a path, from which addresses are resolved, as a number in the tree.
    var base: UInt32
    var scope: Int?
    /// The unit whose pattern is being read.
    var unit = 0
  }

  /// A grammar: its definitions by name, its start by "".
  struct Scope {
    var parent: Int?
    var units: [UInt32: Int] = [:]
  }

  var draft = SchemaDraft()
  var scopes: [Scope] = []
  let files: any SchemaFileReader
  /// The files that are open inside one another, to find cycles.
  var chain: [String] = []
  /// The elements inside one another over all files, as recursion needs an end.
  var depth = 0
  /// The parts of the patterns that are being read.
  private var parts: ContiguousArray<Int> = []

  /// Reads a schema in either syntax, whose start is the first unit of the draft.
  init(
    _ schema: [UInt8], path: String, language: SchemaLanguage, files: any SchemaFileReader
  ) throws(SchemaError) {
    self.files = files
    chain = [LocalFile.identity(path)]
    let root = try draft.tree.read(schema, path: path, language: language)
    try SchemaSyntax.check(root, of: draft.tree)
    let unit = addUnit(nil, at: root)
    let base = draft.tree.strings.number(of: path)
    draft.units[unit].body = try pattern(root, Context(base: base, unit: unit))
  }

  mutating func addUnit(_ name: UInt32?, at place: SchemaElement) -> Int {
    draft.units.append(DraftUnit(name: name, place: place))
    return draft.units.count - 1
  }

  // MARK: Patterns

  mutating func pattern(
    _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) -> Int {
    if depth == SchemaReader.deepest * 2 {
      throw draft.tree.error("the schema nests deeper than \(depth)", element)
    }
    depth += 1
    defer { depth -= 1 }
    let context = inside(element, outer)
    switch draft.tree.kind(element) {
    case .element: return try declaration(element, context)
    case .attribute: return try attribute(element, context)
    case .group: return try group(element, context)
    case .choice: return try combined(.choice, element, context)
    case .interleave: return try combined(.interleave, element, context)
    case .mixed:
      let inner = try group(element, context)
      let text = draft.add(.text, at: element)
      return draft.add(.interleave, [inner, text], at: element)
    case .optional:
      let inner = try group(element, context)
      let empty = draft.add(.empty, at: element)
      return draft.add(.choice, [inner, empty], at: element)
    case .zeroOrMore:
      let inner = try group(element, context)
      let repeated = draft.add(.oneOrMore, CollectionOfOne(inner), at: element)
      let empty = draft.add(.empty, at: element)
      return draft.add(.choice, [repeated, empty], at: element)
    case .oneOrMore:
      let inner = try group(element, context)
      return draft.add(.oneOrMore, CollectionOfOne(inner), at: element)
    case .list:
      let inner = try group(element, context)
      return draft.add(.list, CollectionOfOne(inner), at: element)
    case .ref: return try reference(element, context.scope, context)
    case .parentRef:
      let parent = context.scope.flatMap { scopes[$0].parent }
      return try reference(element, parent, context)
    case .empty: return draft.add(.empty, at: element)
    case .text: return draft.add(.text, at: element)
    case .value: return try value(element, context)
    case .data: return try data(element, context)
    case .notAllowed: return draft.add(.notAllowed, at: element)
    case .externalRef: return try external(element, context)
    case .grammar: return try grammar(element, context)
    default:
      throw draft.tree.error("\"\(draft.tree.name(element))\" isn't a pattern", element)
    }
  }

  /// What holds inside an element (sections 4.3, 4.9; XML Base).
  mutating func inside(_ element: SchemaElement, _ outer: Context) -> Context {
    var context = outer
    if let namespace = draft.tree.value(.namespace, element) { context.namespace = namespace }
    if let library = draft.tree.value(.library, element) { context.library = library }
    if let base = draft.tree.base(element) {
      let path = Address(base).path(from: draft.tree.strings[outer.base])
      context.base = draft.tree.strings.number(of: path)
    }
    return context
  }

  /// The patterns in an element one behind the other (section 4.12).
  mutating func group(_ element: SchemaElement, _ context: Context) throws(SchemaError) -> Int {
    try combined(.group, draft.tree.children(element), context, element)
  }

  /// The patterns in an element as a choice.
  mutating func alternatives(
    in element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    try combined(.choice, element, context)
  }

  private mutating func combined(
    _ kind: DraftNode.Kind, _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    try combined(kind, draft.tree.children(element), context, element)
  }

  private mutating func combined(
    _ kind: DraftNode.Kind, _ children: SchemaTree.Children, _ context: Context,
    _ place: SchemaElement
  ) throws(SchemaError) -> Int {
    let first = parts.count
    defer { parts.removeLast(parts.count - first) }
    for child in children {
      let part = try pattern(child, context)
      parts.append(part)
    }
    return parts.count == first + 1 ? parts[first] : draft.add(kind, parts[first...], at: place)
  }

  private mutating func declaration(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    let (names, rest) = try names(of: element, context)
    var inner = context
    inner.unit = addUnit(nil, at: element)
    let body = try combined(.group, rest, inner, element)
    draft.units[inner.unit].body = body
    draft.declarations.append(
      DraftDeclaration(names: names, content: inner.unit, place: element))
    return draft.add(.element(UInt32(draft.declarations.count - 1)), at: element)
  }

  private mutating func attribute(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    let (names, rest) = try names(of: element, context)
    if let fault = draft.nameClasses[Int(names)].faultOfAttribute {
      throw draft.tree.error(fault, element)
    }
    var patterns = rest
    let value =
      patterns.next() == nil
      ? draft.add(.text, at: element) : try combined(.group, rest, context, element)
    return draft.add(.attribute(names), CollectionOfOne(value), at: element)
  }

  private mutating func reference(
    _ element: SchemaElement, _ scope: Int?, _ context: Context
  ) throws(SchemaError) -> Int {
    let name = draft.tree.trimmed(.name, element)
    guard let scope else {
      let what =
        draft.tree.kind(element) == .ref ? "no grammar is" : "no grammar outside the grammar is"
      throw draft.tree.error(
        "\"\(draft.tree.strings[name])\" is referred to where \(what)", element)
    }
    let unit = self.unit(name, in: scope, at: element)
    draft.refer(from: context.unit, to: unit, at: element)
    return draft.add(.reference(UInt32(unit)), at: element)
  }

  /// The unit of a definition, which may still be to come.
  mutating func unit(_ name: UInt32, in scope: Int, at place: SchemaElement) -> Int {
    if let known = scopes[scope].units[name] { return known }
    let unit = addUnit(name, at: place)
    scopes[scope].units[name] = unit
    return unit
  }
}
