import EngrossModel

/// What a schema says about names wherever they stand, for messages to ask: made of the schema as
/// it's written, since the names of definitions, such as `model.pLike`, are gone from its patterns.
///
/// It's made when a document first has a fault. Definitions of one name are taken together, also
/// where one overrides the other, as it only advises: each question is a walk over the references.
struct GrammarIndex: Sendable {
  /// A definition, or what stands inside an element: a place that elements and attributes are in.
  private struct Scope {
    /// The names of the element whose content it is; nil for a definition.
    var owner: [Name]?
    /// The scopes of the elements that stand in it, and those of the definitions that it refers to.
    var elements: [Int] = []
    var references: [Int] = []
    var attributes: [Name] = []
    var hasText = false
    /// The definitions that refer to it, and what the element that it's of stands in.
    var users: [Int] = []
  }

  private var scopes: [Scope] = []
  private var definitions: [String: Int] = [:]
  /// Elements and attributes by their names, and the scopes that are theirs or that they stand in.
  private var elementScopes: [Name: [Int]] = [:]
  private var attributeScopes: [Name: [Int]] = [:]
  /// The names of all elements, in the schema's order.
  private(set) var elements: [Name] = []
  /// Their local names and their namespaces.
  private(set) var locals: Set<String> = []
  private(set) var namespaces: Set<String> = []
  /// The TEI classes (TEI Guidelines, ST, Model Classes) of more than one member.
  private var classes: [Class] = []

  /// A class of elements, whose members are some of the content of an element.
  struct Class {
    let name: String
    let members: [Name]
  }

  /// - Parameter schema: all of a schema, its inclusions too; the order in which elements and
  ///   attributes are named is theirs.
  init(_ schema: SchemaTree) {
    for file in schema.files {
      let scope = add(Scope())
      read(file.root, of: schema, in: scope)
    }
    for index in scopes.indices {
      for used in scopes[index].references + scopes[index].elements {
        scopes[used].users.append(index)
      }
    }
    for name in elements {
      locals.insert(name.local)
      namespaces.insert(name.namespace)
    }
    for (name, scope) in definitions where name.hasPrefix("model.") {
      let members = members(of: reached(from: [scope]) { scopes[$0].references })
      if members.count > 1 { classes.append(Class(name: name, members: members)) }
    }
    classes.sort { $0.name < $1.name }
  }

  /// Whether the schema has an element of a name.
  func defines(element: Name) -> Bool { elementScopes[element] != nil }

  /// The elements that an element may stand in.
  func parents(of element: Name) -> [Name] {
    owners(above: (elementScopes[element] ?? []).flatMap { scopes[$0].users })
  }

  /// The attributes that an element may have.
  func attributes(of element: Name) -> [Name] {
    content(of: element).flatMap { scopes[$0].attributes }.unique
  }

  /// The elements that an element may hold.
  func children(of element: Name) -> [Name] { members(of: content(of: element)) }

  /// Whether an element may hold text.
  func holdsText(_ element: Name) -> Bool { content(of: element).contains { scopes[$0].hasText } }

  /// The elements that may have an attribute.
  func carriers(of attribute: Name) -> [Name] { owners(above: attributeScopes[attribute] ?? []) }

  /// The TEI class whose members some elements are, all of them and no others.
  func wholeClass(of elements: [Name]) -> Class? {
    let candidates = classes.filter { $0.members.count == elements.count }
    if candidates.isEmpty { return nil }
    let wanted = Set(elements)
    return candidates.first { $0.members.allSatisfy(wanted.contains) }
  }

  private func members(of content: [Int]) -> [Name] {
    content.flatMap { scopes[$0].elements }.flatMap { scopes[$0].owner ?? [] }.unique
  }

  private func owners(above first: [Int]) -> [Name] {
    reached(from: first) { scopes[$0].owner == nil ? scopes[$0].users : [] }
      .flatMap { scopes[$0].owner ?? [] }.unique
  }

  /// Scopes and those that follow from them, each once, found without recursion.
  private func reached(from first: [Int], next: (Int) -> [Int]) -> [Int] {
    var isKnown = Array(repeating: false, count: scopes.count)
    var waiting = Array(first.reversed())
    var found: [Int] = []
    while let index = waiting.popLast() {
      if isKnown[index] { continue }
      isKnown[index] = true
      found.append(index)
      waiting += next(index).reversed()
    }
    return found
  }

  /// The element's content, with the definitions that it refers to.
  private func content(of element: Name) -> [Int] {
    reached(from: elementScopes[element] ?? []) { scopes[$0].references }
  }
}

extension GrammarIndex {
  /// A part of a schema that is still to be read.
  private struct Task {
    let element: SchemaElement
    let scope: Int
    let namespace: String
  }

  private mutating func read(
    _ document: SchemaElement, of schema: SchemaTree, in scope: Int
  ) {
    var tasks = [Task(element: document, scope: scope, namespace: "")]
    while let task = tasks.popLast() {
      let element = task.element
      let namespace = schema.string(.namespace, element) ?? task.namespace
      var scope = task.scope
      var children = schema.children(element)
      switch schema.kind(element) {
      case .define: scope = definition(schema.string(.name, element) ?? "")
      case .ref, .parentRef:
        scopes[scope].references.append(definition(schema.string(.name, element) ?? ""))
      case .element:
        let names = names(of: element, in: schema, namespace, &children)
        let own = add(Scope(owner: names))
        scopes[scope].elements.append(own)
        for name in names {
          if elementScopes[name] == nil { elements.append(name) }
          elementScopes[name, default: []].append(own)
        }
        scope = own
      case .attribute:
        let own = schema.string(.namespace, element) ?? ""
        let names = names(of: element, in: schema, own, &children)
        scopes[scope].attributes += names
        for name in names { attributeScopes[name, default: []].append(scope) }
        continue
      case .text, .mixed, .data, .value, .list: scopes[scope].hasText = true
      default: break
      }
      tasks += children.reversed().map { Task(element: $0, scope: scope, namespace: namespace) }
    }
  }

  private mutating func add(_ scope: Scope) -> Int {
    scopes.append(scope)
    return scopes.count - 1
  }

  private mutating func definition(_ name: String) -> Int {
    if let known = definitions[name] { return known }
    definitions[name] = add(Scope())
    return scopes.count - 1
  }

  /// The names that an element or an attribute may have; none for wildcards.
  private func names(
    of element: SchemaElement, in schema: SchemaTree, _ namespace: String,
    _ children: inout SchemaTree.Children
  ) -> [Name] {
    if let written = schema.string(.name, element) {
      return [name(written, schema.namespaces(element), namespace)]
    }
    guard let names = children.next() else { return [] }
    var found: [Name] = []
    var waiting = [(names, namespace)]
    while let (names, outer) = waiting.popLast() {
      let namespace = schema.string(.namespace, names) ?? outer
      switch schema.kind(names) {
      case .name:
        let written = schema.strings[schema.strings.trimmed(schema.text(names))]
        found.append(name(written, schema.namespaces(names), namespace))
      case .choice: waiting += schema.children(names).reversed().map { ($0, namespace) }
      default: break
      }
    }
    return found
  }

  private func name(
    _ written: String, _ prefixes: [String: String], _ namespace: String
  ) -> Name {
    guard let colon = written.firstIndex(of: ":") else {
      return Name(namespace: namespace, local: written)
    }
    let prefix = String(written[..<colon])
    let bound = prefix == "xml" ? Name.xmlNamespace : prefixes[prefix] ?? namespace
    return Name(
      namespace: bound, local: String(written[written.index(after: colon)...]), prefix: prefix)
  }
}

extension SchemaTree {
  /// An attribute's value without the white space around it.
  fileprivate func string(_ key: SchemaElement.Attribute, _ element: SchemaElement) -> String? {
    value(key, element).map { strings[strings.trimmed($0)] }
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
