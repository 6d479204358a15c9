import EngrossModel

/// Reads the elements of a schema, with all files that it refers to, into a draft of patterns
/// (RELAX NG specification, sections 4.2 to 4.18).
struct Simplification {
  /// What holds at a place of a schema.
  struct Context {
    var namespace = ""
    var library = ""
    /// The base URI, a path, from which addresses are resolved.
    var base: String
    var file: Int
    var scope: Int?
    /// The unit whose pattern is being read.
    var unit = 0
  }

  /// A grammar: its definitions by name, its start by "".
  struct Scope {
    var parent: Int?
    var units: [String: Int] = [:]
  }

  var draft = SchemaDraft()
  var scopes: [Scope] = []
  /// The schema as written, each file of it.
  var documents: [SchemaElement] = []
  let files: any SchemaFileReader
  /// The files that are open inside one another, to find cycles.
  var chain: [String] = []
  /// The elements inside one another over all files, as recursion needs an end.
  var depth = 0

  /// Reads a schema, whose start is the first unit of the draft.
  init(
    _ root: SchemaElement, path: String, files: any SchemaFileReader
  ) throws(SchemaError) {
    self.files = files
    draft.files = [path]
    documents = [root]
    chain = [LocalFile.identity(path)]
    try SchemaSyntax.check(root)
    let context = Context(base: path, file: 0)
    let unit = addUnit(nil, at: context.place(root))
    let body = try pattern(root, Context(base: path, file: 0, unit: unit))
    draft.units[unit].bodies = [body]
  }

  mutating func addUnit(_ name: String?, at place: SchemaPlace) -> Int {
    draft.units.append(DraftUnit(name: name, place: place))
    return draft.units.count - 1
  }

  // MARK: Patterns

  mutating func pattern(
    _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) -> Int {
    if depth == SchemaReader.deepest * 2 {
      throw error("the schema nests deeper than \(depth)", outer.place(element), outer)
    }
    depth += 1
    defer { depth -= 1 }
    let context = outer.inside(element)
    let place = context.place(element)
    switch element.name {
    case "element": return try declaration(element, context, place)
    case "attribute": return try attribute(element, context, place)
    case "group": return try group(element.children[...], context, place)
    case "choice": return try combined(.choice, element, context, place)
    case "interleave": return try combined(.interleave, element, context, place)
    case "mixed":
      let inner = try group(element.children[...], context, place)
      let text = draft.add(.text, at: place)
      return draft.add(.interleave, [inner, text], at: place)
    case "optional":
      let inner = try group(element.children[...], context, place)
      let empty = draft.add(.empty, at: place)
      return draft.add(.choice, [inner, empty], at: place)
    case "zeroOrMore":
      let inner = try group(element.children[...], context, place)
      let repeated = draft.add(.oneOrMore, [inner], at: place)
      let empty = draft.add(.empty, at: place)
      return draft.add(.choice, [repeated, empty], at: place)
    case "oneOrMore":
      return draft.add(
        .oneOrMore, [try group(element.children[...], context, place)], at: place)
    case "list":
      return draft.add(.list, [try group(element.children[...], context, place)], at: place)
    case "ref": return try reference(element, context.scope, context, place)
    case "parentRef":
      let parent = context.scope.flatMap { scopes[$0].parent }
      return try reference(element, parent, context, place)
    case "empty": return draft.add(.empty, at: place)
    case "text": return draft.add(.text, at: place)
    case "value": return try value(element, context, place)
    case "data": return try data(element, context, place)
    case "notAllowed": return draft.add(.notAllowed, at: place)
    case "externalRef": return try external(element, context, place)
    case "grammar": return try grammar(element, context, place)
    default: throw error("\"\(element.name)\" isn't a pattern", place, context)
    }
  }

  /// Several patterns one behind the other (section 4.12).
  mutating func group(
    _ children: ArraySlice<SchemaElement>, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    var parts: [Int] = []
    for child in children { parts.append(try pattern(child, context)) }
    return parts.count == 1 ? parts[0] : draft.add(.group, parts, at: place)
  }

  private mutating func combined(
    _ kind: DraftNode.Kind, _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    var parts: [Int] = []
    parts.reserveCapacity(element.children.count)
    for child in element.children { parts.append(try pattern(child, context)) }
    return parts.count == 1 ? parts[0] : draft.add(kind, parts, at: place)
  }

  private mutating func declaration(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let (names, rest) = try names(of: element, context)
    var inner = context
    inner.unit = addUnit(nil, at: place)
    let body = try group(rest, inner, place)
    draft.units[inner.unit].bodies = [body]
    draft.declarations.append(
      DraftDeclaration(names: draft.number(of: names), content: inner.unit, place: place))
    return draft.add(.element(UInt32(draft.declarations.count - 1)), at: place)
  }

  private mutating func attribute(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let (names, rest) = try names(of: element, context)
    if let fault = names.faultOfAttribute { throw error(fault, place, context) }
    let value =
      rest.isEmpty ? draft.add(.text, at: place) : try group(rest, context, place)
    return draft.add(.attribute(draft.number(of: names)), [value], at: place)
  }

  private mutating func reference(
    _ element: SchemaElement, _ scope: Int?, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let name = (element.attributes["name"] ?? "").trimmed
    guard let scope else {
      let what = element.name == "ref" ? "no grammar is" : "no grammar outside the grammar is"
      throw error("\"\(name)\" is referred to where \(what)", place, context)
    }
    let unit = self.unit(name, in: scope, at: place)
    draft.units[context.unit].references.append((unit, place))
    return draft.add(.reference(unit), at: place)
  }

  /// The unit of a definition, which may still be to come.
  mutating func unit(_ name: String, in scope: Int, at place: SchemaPlace) -> Int {
    if let known = scopes[scope].units[name] { return known }
    let unit = addUnit(name, at: place)
    scopes[scope].units[name] = unit
    return unit
  }

  func error(_ message: String, _ place: SchemaPlace, _ context: Context) -> SchemaError {
    draft.error(message, place)
  }
}

extension SchemaDraft {
  /// An error at a place, the file named where it isn't the schema's own.
  func error(_ message: String, _ place: SchemaPlace) -> SchemaError {
    SchemaError(message, at: place.position, of: place.file == 0 ? nil : files[place.file])
  }
}

extension Simplification.Context {
  /// What holds inside an element (sections 4.3, 4.9; XML Base).
  func inside(_ element: SchemaElement) -> Self {
    var context = self
    if let namespace = element.attributes["ns"] { context.namespace = namespace }
    if let library = element.attributes["datatypeLibrary"] { context.library = library }
    if let base = element.base { context.base = Address(base).path(from: self.base) }
    return context
  }

  func place(_ element: SchemaElement) -> SchemaPlace {
    SchemaPlace(file: file, position: element.position)
  }
}
