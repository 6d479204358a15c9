import EngrossModel
import EngrossXML

/// Reads a schema in the XML syntax, without what other vocabularies say in it (RELAX NG
/// specification, sections 3 and 4.1).
final class SchemaReader: EventReceiver {
  /// Deeper nesting than this is nobody's schema, and recursion needs an end.
  static let deepest = 300

  private var places: (any EventPlaces)?
  private var names: ContiguousArray<Name> = []
  private var open: [SchemaElement] = []
  private var root: SchemaElement?
  /// How many elements of other vocabularies, and what is in them, are open.
  private var skipped = 0
  private var bindings: [String: String] = ["xml": Name.xmlNamespace]
  /// The bindings to go back to, with the number of open elements when they're in force again.
  private var outer: [(depth: Int, bindings: [String: String])] = []
  private var depth = 0
  private var fault: SchemaError?

  private init() {}

  /// The outermost element of the schema that the bytes are.
  static func read(_ bytes: [UInt8]) throws(SchemaError) -> SchemaElement {
    let reader = SchemaReader()
    do throws(XMLFault) {
      try EventReader().read(bytes, to: reader)
    } catch {
      if let fault = reader.fault { throw fault }
      throw SchemaError(
        "the schema can't be read: \(error.diagnostic.message)", at: error.diagnostic.position)
    }
    if let fault = reader.fault { throw fault }
    guard let root = reader.root else {
      throw SchemaError("the schema holds no RELAX NG", at: Position(line: 1, column: 1))
    }
    return root
  }

  func start(_ places: any EventPlaces) { self.places = places }

  func name(_ number: Int, is name: Name) { names.append(name) }

  func bind(_ prefix: String, to namespace: String) {
    if outer.last?.depth != depth { outer.append((depth, bindings)) }
    bindings[prefix] = namespace
  }

  func open(_ number: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    depth += 1
    if skipped > 0 || fault != nil {
      skipped += 1
      return
    }
    let name = names[number]
    let position = places?.position(at: offset) ?? Position(line: 1, column: 1)
    guard name.namespace == SchemaElement.namespace else {
      skipped = 1
      if open.isEmpty {
        fail(
          "\"\(name.qualified)\" isn't of RELAX NG's namespace \"\(SchemaElement.namespace)\"",
          position)
      } else if open[open.count - 1].foreign == nil {
        open[open.count - 1].foreign = position
      }
      return
    }
    if open.count == Self.deepest {
      return fail("the schema nests deeper than \(Self.deepest)", position)
    }
    var element = SchemaElement(name.local, at: position)
    for index in 0..<attributes.count {
      let attribute = names[attributes.name(index)]
      if attribute.namespace.isEmpty {
        element.attributes[attribute.local] = attributes.value(index)
      } else if attribute.namespace == SchemaElement.namespace {
        fail(
          "RELAX NG's own attributes have no prefix; this is \"\(attribute.qualified)\"", position)
      } else if attribute.namespace == Name.xmlNamespace, attribute.local == "base" {
        element.base = attributes.value(index)
      }
    }
    element.namespaces = bindings
    open.append(element)
  }

  private func fail(_ message: String, _ position: Position) {
    fault = fault ?? SchemaError(message, at: position)
  }

  func text(_ bytes: Span<UInt8>, at offset: Int) {
    if skipped > 0 || fault != nil || open.isEmpty { return }
    let holder = open.count - 1
    switch open[holder].name {
    case "name", "value", "param":
      open[holder].text += String(copying: bytes)
    default:
      for index in bytes.indices where !WhiteSpace.isSpace(bytes[index]) {
        let position = places?.position(at: offset + index)
        return fail(
          "text can't stand in \"\(open[holder].name)\"", position ?? open[holder].position)
      }
    }
  }

  func close(at offset: Int) {
    depth -= 1
    if let last = outer.last, last.depth == depth { bindings = outer.removeLast().bindings }
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }
}
