import EngrossModel

/// Datatypes and values (RELAX NG specification, sections 4.4 and 4.16).
extension Simplification {
  mutating func data(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    let tree = draft.tree
    var key = SchemaDraft.DatatypeKey(
      library: context.library, type: tree.trimmed(.type, element))
    var exception: Int?
    for child in tree.children(element) {
      if tree.kind(child) == .param {
        key.parameters.append(tree.trimmed(.name, child))
        key.parameters.append(tree.text(child))
      } else {
        exception = try alternatives(in: child, inside(child, context))
      }
    }
    let number = if let known = draft.number(of: key) { known } else { try datatype(key, element) }
    return draft.add(.data(number), exception.map { [$0] } ?? [], at: element)
  }

  private mutating func datatype(
    _ key: SchemaDraft.DatatypeKey, _ element: SchemaElement
  ) throws(SchemaError) -> UInt32 {
    let tree = draft.tree
    let written = tree.children(element).filter { tree.kind($0) == .param }
    let parameters = written.map {
      DatatypeLibrary.Parameter(
        name: tree.strings[tree.trimmed(.name, $0)], value: tree.strings[tree.text($0)])
    }
    do throws(DatatypeLibrary.Fault) {
      let datatype = try DatatypeLibrary.datatype(
        library: tree.strings[key.library], type: tree.strings[key.type], parameters: parameters)
      return draft.add(datatype, key)
    } catch {
      throw tree.error(error.message, error.parameter.map { written[$0] } ?? element)
    }
  }

  mutating func value(
    _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> Int {
    let type = draft.tree.value(.type, element).map(draft.tree.strings.trimmed)
    // A value without a type is a token of RELAX NG's own, whatever library is in force.
    let key = SchemaDraft.ValueKey(
      library: type == nil ? 0 : context.library, type: type ?? 0, text: draft.tree.text(element))
    let number =
      if let known = draft.number(of: key) { known } else { try value(key, element, context) }
    return draft.add(.value(number), at: element)
  }

  private mutating func value(
    _ key: SchemaDraft.ValueKey, _ element: SchemaElement, _ context: Context
  ) throws(SchemaError) -> UInt32 {
    let datatype: Datatype
    do throws(DatatypeLibrary.Fault) {
      datatype = try draft.datatype(library: key.library, type: key.type)
    } catch {
      throw draft.tree.error(error.message, element)
    }
    let tree = draft.tree
    var namespaces: [String: String] = [:]
    if datatype.type.needsContext {
      namespaces = tree.namespaces(element)
      namespaces[""] = tree.strings[context.namespace]
    }
    let value = tree.strings.withBytes(of: key.text) {
      datatype.value(of: $0, in: SchemaNamespaces(namespaces))
    }
    let text = tree.strings[key.text]
    guard let value else {
      throw tree.error(
        "\"\(text)\" isn't a value of the datatype \"\(datatype.type.rawValue)\"", element)
    }
    let found = SchemaValue(type: datatype.type, text: text, value: value)
    // What a name with a prefix means depends on its place.
    return datatype.type.needsContext ? draft.number(of: found) : draft.add(found, key)
  }
}

/// What prefixes stand for at a place of a schema.
struct SchemaNamespaces: ValueContext {
  private let namespaces: [String: String]

  init(_ namespaces: [String: String]) { self.namespaces = namespaces }

  func namespace(ofPrefix prefix: String) -> String? { namespaces[prefix] }

  /// A schema has no document type: any entity may be one.
  func declaresUnparsedEntity(_ name: String) -> Bool { true }
}
