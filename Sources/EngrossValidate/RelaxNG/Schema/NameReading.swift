import EngrossModel

/// Names of elements and attributes (RELAX NG specification, sections 4.8 to 4.10 and 4.16).
extension Simplification {
  /// The name class of an element or attribute, and the patterns behind it.
  func names(
    of element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> (NameClass, ArraySlice<SchemaElement>) {
    guard let name = element.attributes["name"] else {
      guard let first = element.children.first else {
        throw error("\"\(element.name)\" needs a name", context.place(element), context)
      }
      return (try nameClass(first, context), element.children.dropFirst())
    }
    // An attribute's name is in no namespace unless the attribute itself says so.
    let namespace =
      element.name == "attribute" ? element.attributes["ns"] ?? "" : context.namespace
    return (.name(try self.name(name, element, namespace, context)), element.children[...])
  }

  private func name(
    _ written: String, _ element: SchemaElement, _ namespace: String, _ context: Context
  ) throws(SchemaError) -> Name {
    let name = written.trimmed
    let utf8 = Array(name.utf8)
    if !written.beginsLikeName {
      throw error("\"\(written)\" isn't a name", context.place(element), context)
    }
    guard let colon = XMLName.colon(ofQName: utf8.span) else {
      return Name(namespace: namespace, local: name)
    }
    if colon < 0 { throw error("\"\(written)\" isn't a name", context.place(element), context) }
    let prefix = String(decoding: utf8[..<colon], as: UTF8.self)
    guard let bound = element.namespaces[prefix] else {
      let near = Spelling(words: element.namespaces.keys.sorted()).nearest(to: prefix)
      throw error(
        "the prefix \"\(prefix)\" isn't declared"
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""), context.place(element), context)
    }
    return Name(
      namespace: bound, local: String(decoding: utf8[(colon + 1)...], as: UTF8.self),
      prefix: prefix)
  }

  private func nameClass(
    _ element: SchemaElement, _ outer: Context
  ) throws(SchemaError) -> NameClass {
    let context = outer.inside(element)
    switch element.name {
    case "name":
      return .name(try name(element.text, element, context.namespace, context))
    case "anyName":
      let except = try exception(element, context)
      if let except, let at = Self.wildcard(in: element.children[0], ["anyName"]) {
        _ = except
        throw error("\"anyName\" can't be left out of \"anyName\"", context.place(at), context)
      }
      return .any(except: except)
    case "nsName":
      let except = try exception(element, context)
      if let except, let at = Self.wildcard(in: element.children[0], ["anyName", "nsName"]) {
        _ = except
        throw error(
          "\"\(at.name)\" can't be left out of \"nsName\"", context.place(at), context)
      }
      return .namespace(context.namespace, except: except)
    default:
      var parts: [NameClass] = []
      for child in element.children { parts.append(try nameClass(child, context)) }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }
  }

  private func exception(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> NameClass? {
    guard let except = element.children.first else { return nil }
    var parts: [NameClass] = []
    let inner = context.inside(except)
    for child in except.children { parts.append(try nameClass(child, inner)) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private static func wildcard(in element: SchemaElement, _ kinds: [String]) -> SchemaElement? {
    for child in element.children {
      if kinds.contains(child.name) { return child }
      if let inner = wildcard(in: child, kinds) { return inner }
    }
    return nil
  }
}

extension NameClass {
  /// Why an attribute can't have such a name; nil when it can (section 4.16).
  var faultOfAttribute: String? {
    let declarations = ["http://www.w3.org/2000/xmlns", "http://www.w3.org/2000/xmlns/"]
    switch self {
    case .name(let name):
      if name.namespace.isEmpty, name.local == "xmlns" {
        return "no attribute is called \"xmlns\"; that declares a namespace"
      }
      return declarations.contains(name.namespace)
        ? "no attribute is in the namespace \"\(name.namespace)\"" : nil
    case .choice(let parts): return parts.lazy.compactMap(\.faultOfAttribute).first
    case .namespace(let namespace, let except):
      if declarations.contains(namespace) {
        return "no attribute is in the namespace \"\(namespace)\""
      }
      return except?.faultOfAttribute
    case .any(let except): return except?.faultOfAttribute
    }
  }
}
