import EngrossModel

/// Datatypes and values (RELAX NG specification, sections 4.4 and 4.16).
extension Simplification {
  mutating func data(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let type = (element.attributes["type"] ?? "").trimmed
    var parameters: [DatatypeLibrary.Parameter] = []
    var positions: [SchemaPlace] = []
    var exception: [Int] = []
    for child in element.children {
      if child.name == "param" {
        parameters.append(
          .init(name: (child.attributes["name"] ?? "").trimmed, value: child.text))
        positions.append(context.place(child))
      } else {
        let inner = context.inside(child)
        var parts: [Int] = []
        for pattern in child.children { parts.append(try self.pattern(pattern, inner)) }
        exception = [
          parts.count == 1 ? parts[0] : draft.add(.choice, parts, at: context.place(child))
        ]
      }
    }
    let key = SchemaDraft.DatatypeKey(
      library: context.library, type: type,
      parameters: parameters.flatMap { [$0.name, $0.value] })
    if let known = draft.number(of: key) { return draft.add(.data(known), exception, at: place) }
    let datatype: Datatype
    do throws(DatatypeLibrary.Fault) {
      datatype = try DatatypeLibrary.datatype(
        library: context.library, type: type, parameters: parameters)
    } catch {
      throw draft.error(error.message, error.parameter.map { positions[$0] } ?? place)
    }
    let number = draft.add(datatype, key)
    return draft.add(.data(number), exception, at: place)
  }

  mutating func value(
    _ element: SchemaElement, _ context: Context, _ place: SchemaPlace
  ) throws(SchemaError) -> Int {
    let type = element.attributes["type"]?.trimmed
    // A value without a type is a token of RELAX NG's own, whatever library is in force.
    let library = type == nil ? "" : context.library
    let datatype: Datatype
    do throws(DatatypeLibrary.Fault) {
      datatype = try DatatypeLibrary.datatype(library: library, type: type ?? "token")
    } catch {
      throw self.error(error.message, place, context)
    }
    var namespaces = element.namespaces
    namespaces[""] = context.namespace
    let utf8 = Array(element.text.utf8)
    guard let value = datatype.value(of: utf8.span, in: SchemaNamespaces(namespaces)) else {
      throw error(
        "\"\(element.text)\" isn't a value of the datatype \"\(type ?? "token")\"", place, context)
    }
    let number = draft.number(
      of: SchemaValue(type: datatype.type, text: element.text, value: value))
    return draft.add(.value(number), at: place)
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
