import EngrossModel

/// Names of elements and attributes (RELAX NG specification, sections 4.8 to 4.10 and 4.16).
extension Simplification {
  /// The number of the name class of an element or attribute, and the patterns behind it.
  mutating func names(
    of element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> (UInt32, SchemaTree.Children) {
    var rest = draft.tree.children(element)
    if let name = draft.tree.value(.name, element) {
      // An attribute's name is in no namespace unless the attribute itself says so.
      let namespace =
        draft.tree.kind(element) == .attribute
        ? draft.tree.value(.namespace, element) ?? 0 : context.namespace
      return (try number(ofName: name, element, namespace), rest)
    }
    guard let first = rest.next() else {
      throw draft.tree.error("\"\(draft.tree.name(element))\" needs a name", element)
    }
    return (draft.number(of: try nameClass(first, context)), rest)
  }

  /// The number of the name class that is a single name.
  private mutating func number(
    ofName written: UInt32, _ element: SchemaElement, _ namespace: UInt32
  ) throws(SchemaError) -> UInt32 {
    let trimmed = draft.tree.strings.trimmed(written)
    let isPlain = draft.tree.strings.withBytes(of: trimmed) { XMLName.isNCName($0) }
    if isPlain, draft.tree.strings.beginsLikeName(trimmed) {
      return draft.number(ofName: trimmed, in: namespace)
    }
    return draft.number(of: .name(try name(written, element, namespace)))
  }

  private func name(
    _ written: UInt32, _ element: SchemaElement, _ namespace: UInt32
  ) throws(SchemaError) -> Name {
    let strings = draft.tree.strings
    let trimmed = strings.trimmed(written)
    let colon = strings.withBytes(of: trimmed) { XMLName.colon(ofQName: $0) }
    if colon == -1 || !strings.beginsLikeName(trimmed) {
      throw draft.tree.error("\"\(strings[written])\" isn't a name", element)
    }
    let name = strings[trimmed]
    guard let colon else { return Name(namespace: strings[namespace], local: name) }
    let prefix = String(name.utf8.prefix(colon)) ?? ""
    let namespaces = draft.tree.namespaces(element)
    guard let bound = namespaces[prefix] else {
      let near = Spelling(words: namespaces.keys.sorted()).nearest(to: prefix)
      throw draft.tree.error(
        "the prefix \"\(prefix)\" isn't declared"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""), element)
    }
    return Name(
      namespace: bound, local: String(name.utf8.dropFirst(colon + 1)) ?? "", prefix: prefix)
  }

  private mutating func nameClass(
    _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) -> NameClass {
    let context = inside(element, outer)
    switch draft.tree.kind(element) {
    case .name:
      return .name(try name(draft.tree.text(element), element, context.namespace))
    case .anyName:
      if let at = wildcard(in: element, [.anyName]) {
        throw draft.tree.error("\"anyName\" can't be left out of \"anyName\"", at)
      }
      return .any(except: try exception(element, context))
    case .nsName:
      if let at = wildcard(in: element, [.anyName, .nsName]) {
        throw draft.tree.error(
          "\"\(draft.tree.name(at))\" can't be left out of \"nsName\"", at)
      }
      return .namespace(
        draft.tree.strings[context.namespace], except: try exception(element, context))
    default: return try alternatives(in: element, context)
    }
  }

  private mutating func exception(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> NameClass? {
    guard let except = draft.tree.firstChild(element) else { return nil }
    return try alternatives(in: except, inside(except, context))
  }

  private mutating func alternatives(
    in element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> NameClass {
    var parts: [NameClass] = []
    for child in draft.tree.children(element) { parts.append(try nameClass(child, context)) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private func wildcard(
    in element: SchemaElement, _ kinds: [SchemaElement.Kind]
  ) -> SchemaElement? {
    for child in draft.tree.children(element) {
      if kinds.contains(draft.tree.kind(child)) { return child }
      if let inner = wildcard(in: child, kinds) { return inner }
    }
    return nil
  }
}

extension NameClass {
  /// The namespaces of namespace declarations.
  private static let declarations: Set = [
    "http://www.w3.org/2000/xmlns", "http://www.w3.org/2000/xmlns/",
  ]

  /// Why an attribute can't have such a name; nil when it can (section 4.16).
  var faultOfAttribute: String? {
    switch self {
    case .name(let name):
      if name.namespace.isEmpty {
        return name.local == "xmlns"
          ? "no attribute is called \"xmlns\"; that declares a namespace" : nil
      }
      return Self.declarations.contains(name.namespace)
        ? "no attribute is in the namespace \"\(name.namespace)\"" : nil
    case .choice(let parts): return parts.lazy.compactMap(\.faultOfAttribute).first
    case .namespace(let namespace, let except):
      if Self.declarations.contains(namespace) {
        return "no attribute is in the namespace \"\(namespace)\""
      }
      return except?.faultOfAttribute
    case .any(let except): return except?.faultOfAttribute
    }
  }
}
