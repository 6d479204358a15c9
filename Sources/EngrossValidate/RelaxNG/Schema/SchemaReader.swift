import EngrossModel
import EngrossXML

/// Reads a schema in the XML syntax, without what other vocabularies say in it (RELAX NG
/// specification, sections 3 and 4.1).
final class SchemaReader: EventReceiver {
  /// Deeper nesting than this is nobody's schema, and recursion needs an end.
  static let deepest = 300

  private var places: (any EventPlaces)?
  private var names: ContiguousArray<KnownName> = []
  private var open: [SchemaElement] = []
  /// Whether each open element holds text.
  private var holdsText: [Bool] = []
  private var root: SchemaElement?
  /// How many elements of other vocabularies, and what is in them, are open.
  private var skipped = 0
  private var bindings: [String: String] = ["xml": Name.xmlNamespace]
  /// The bindings to go back to, with the number of open elements when they're in force again.
  private var outer: [(depth: Int, bindings: [String: String])] = []
  private var depth = 0
  private var fault: SchemaError?
  private var hasFailed = false

  /// What is asked of a name whenever it's met.
  private struct KnownName {
    enum Vocabulary {
      case none, relaxNG, xml, foreign
    }

    let name: Name
    let vocabulary: Vocabulary
    let holdsText: Bool

    init(_ name: Name) {
      self.name = name
      switch name.namespace {
      case "": vocabulary = .none
      case SchemaElement.namespace: vocabulary = .relaxNG
      case Name.xmlNamespace: vocabulary = .xml
      default: vocabulary = .foreign
      }
      holdsText = vocabulary == .relaxNG && ["name", "value", "param"].contains(name.local)
    }
  }

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

  func name(_ number: Int, is name: Name) { names.append(KnownName(name)) }

  func bind(_ prefix: String, to namespace: String) {
    if bindings[prefix] == namespace { return }
    if outer.last?.depth != depth { outer.append((depth, bindings)) }
    bindings[prefix] = namespace
  }

  func open(_ number: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    depth += 1
    if skipped > 0 || hasFailed {
      skipped += 1
      return
    }
    let known = names[number]
    let position = places?.position(at: offset) ?? Position(line: 1, column: 1)
    guard known.vocabulary == .relaxNG else {
      skipped = 1
      if open.isEmpty {
        fail(
          "\"\(known.name.qualified)\" isn't of RELAX NG's namespace \"\(SchemaElement.namespace)\"",
          position)
      } else if open[open.count - 1].foreign == nil {
        open[open.count - 1].foreign = position
      }
      return
    }
    if open.count == Self.deepest {
      return fail("the schema nests deeper than \(Self.deepest)", position)
    }
    var element = SchemaElement(known.name.local, at: position)
    for index in 0..<attributes.count {
      let attribute = names[attributes.name(index)]
      switch attribute.vocabulary {
      case .none: element.attributes.add(attribute.name.local, attributes.value(index))
      case .relaxNG:
        fail(
          "RELAX NG's own attributes have no prefix; this is \"\(attribute.name.qualified)\"",
          position)
      case .xml: if attribute.name.local == "base" { element.base = attributes.value(index) }
      case .foreign: break
      }
    }
    element.namespaces = bindings
    open.append(element)
    holdsText.append(known.holdsText)
  }

  private func fail(_ message: String, _ position: Position) {
    fault = fault ?? SchemaError(message, at: position)
    hasFailed = true
  }

  func text(_ bytes: Span<UInt8>, at offset: Int) {
    guard skipped == 0, !hasFailed, let holdsText = holdsText.last else { return }
    let holder = open.count - 1
    if holdsText {
      open[holder].text += String(copying: bytes)
      return
    }
    for index in bytes.indices where !WhiteSpace.isSpace(bytes[index]) {
      let position = places?.position(at: offset + index)
      return fail(
        "text can't stand in \"\(open[holder].name)\"", position ?? open[holder].position)
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
    holdsText.removeLast()
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }
}
