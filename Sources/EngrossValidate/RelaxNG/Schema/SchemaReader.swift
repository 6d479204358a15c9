import EngrossModel
import EngrossXML

/// Reads a schema in the XML syntax, without what other vocabularies say in it (RELAX NG
/// specification, sections 3 and 4.1).
final class SchemaReader: EventReceiver {
  /// Deeper nesting than this is nobody's schema, and recursion needs an end.
  static let deepest = 300

  /// One variable, as each access of a class's costs a check at run time.
  private var reading: Reading
  private var places: (any EventPlaces)?

  /// What is asked of a name whenever it's met.
  fileprivate struct KnownName {
    enum Vocabulary {
      case none, relaxNG, xml, foreign
    }

    let name: Name
    let vocabulary: Vocabulary
    let kind: SchemaElement.Kind
    let attribute: SchemaElement.Attribute

    init(_ name: Name) {
      self.name = name
      switch name.namespace {
      case "": vocabulary = .none
      case SchemaElement.namespace: vocabulary = .relaxNG
      case Name.xmlNamespace: vocabulary = .xml
      default: vocabulary = .foreign
      }
      kind = SchemaElement.Kind(rawValue: name.local) ?? .unknown
      attribute = SchemaElement.Attribute(rawValue: name.local) ?? .unknown
    }
  }

  /// An element that is open.
  fileprivate struct Open {
    let element: SchemaElement
    /// Whether it holds text.
    let holdsText: Bool
    /// The number of what prefixes stand for around it.
    let outerBindings: UInt32
  }

  fileprivate struct Reading {
    var tree: SchemaTree
    var names: ContiguousArray<KnownName> = []
    var open: ContiguousArray<Open> = []
    var root: SchemaElement?
    /// The text of the innermost element, where it holds some.
    var text: [UInt8] = []
    /// How many elements of other vocabularies, and what is in them, are open.
    var skipped = 0
    /// The number of what prefixes stand for in the innermost element.
    var bindings: UInt32
    /// What the element that opens next binds.
    var bound: [(prefix: String, namespace: String)] = []
    var fault: SchemaError?
  }

  private init(_ tree: SchemaTree) {
    var tree = tree
    let bindings = tree.number(ofBindings: ["xml": Name.xmlNamespace])
    reading = Reading(tree: tree, bindings: bindings)
  }

  /// Reads the bytes into a tree, and gives the outermost element.
  static func read(
    _ bytes: [UInt8], into tree: inout SchemaTree
  ) throws(SchemaError) -> SchemaElement {
    let reader = SchemaReader(tree)
    // The tree is the reader's alone, so that nothing is copied.
    tree = SchemaTree()
    defer { swap(&tree, &reader.reading.tree) }
    do throws(XMLFault) {
      try EventReader().read(bytes, to: reader)
    } catch {
      throw reader.reading.fault
        ?? SchemaError(
          "the schema can't be read: \(error.diagnostic.message)", at: error.diagnostic.position)
    }
    if let fault = reader.reading.fault { throw fault }
    guard let root = reader.reading.root else {
      throw SchemaError("the schema holds no RELAX NG", at: Position(line: 1, column: 1))
    }
    return root
  }

  func start(_ places: any EventPlaces) { self.places = places }

  func name(_ number: Int, is name: Name) { reading.names.append(KnownName(name)) }

  func bind(_ prefix: String, to namespace: String) { reading.bound.append((prefix, namespace)) }

  func open(_ number: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    reading.open(number, attributes, at: offset, places)
  }

  func text(_ bytes: Span<UInt8>, at offset: Int) { reading.text(bytes, at: offset, places) }

  func close(at offset: Int) { reading.close() }
}

extension SchemaReader.Reading {
  fileprivate mutating func open(
    _ number: Int, _ attributes: borrowing EventAttributes, at offset: Int,
    _ places: (any EventPlaces)?
  ) {
    defer { bound.removeAll(keepingCapacity: true) }
    if skipped > 0 || fault != nil {
      skipped += 1
      return
    }
    let position = places?.position(at: offset) ?? Position(line: 1, column: 1)
    guard names[number].vocabulary == .relaxNG else {
      skipped = 1
      if let holder = open.last {
        tree.setForeign(position, in: holder.element)
      } else {
        let name = names[number].name.qualified
        fault = SchemaError(
          "\"\(name)\" isn't of RELAX NG's namespace \"\(SchemaElement.namespace)\"", at: position)
      }
      return
    }
    if open.count == SchemaReader.deepest {
      fault = SchemaError("the schema nests deeper than \(SchemaReader.deepest)", at: position)
      return
    }
    let outerBindings = bindings
    if !bound.isEmpty { bind() }
    let element = add(number, at: position)
    for index in 0..<attributes.count {
      add(attributes.name(index), attributes, index, to: element, at: position)
    }
    if let holder = open.last { tree.append(element, to: holder.element) } else { root = element }
    let kind = names[number].kind
    open.append(
      .init(
        element: element, holdsText: kind == .name || kind == .value || kind == .param,
        outerBindings: outerBindings))
  }

  /// Takes what an element binds into account; most repeat what is bound already.
  private mutating func bind() {
    var namespaces = tree.namespaces(bindings)
    if bound.allSatisfy({ namespaces[$0.prefix] == $0.namespace }) { return }
    for (prefix, namespace) in bound { namespaces[prefix] = namespace }
    bindings = tree.number(ofBindings: namespaces)
  }

  private mutating func add(_ number: Int, at position: Position) -> SchemaElement {
    let kind = names[number].kind
    return kind == .unknown
      ? tree.add(unknown: names[number].name.local, at: position, bindings: bindings)
      : tree.add(kind, at: position, bindings: bindings)
  }

  private mutating func add(
    _ name: Int, _ attributes: borrowing EventAttributes, _ index: Int, to element: SchemaElement,
    at position: Position
  ) {
    switch names[name].vocabulary {
    case .none where names[name].attribute == .unknown:
      tree.setUnknown(names[name].name.local, of: element)
    case .none:
      let value = tree.strings.number(
        of: attributes.values.span.extracting(attributes.range(index)))
      tree.set(names[name].attribute, of: element, to: value)
    case .relaxNG:
      let name = names[name].name.qualified
      fault =
        fault
        ?? SchemaError(
          "RELAX NG's own attributes have no prefix; this is \"\(name)\"", at: position)
    case .xml:
      if names[name].name.local == "base" { tree.setBase(attributes.value(index), of: element) }
    case .foreign: break
    }
  }

  fileprivate mutating func text(
    _ bytes: Span<UInt8>, at offset: Int, _ places: (any EventPlaces)?
  ) {
    guard skipped == 0, fault == nil, let holder = open.last else { return }
    if holder.holdsText {
      // Safe: the span lives through the call.
      bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
      return
    }
    for index in bytes.indices where !WhiteSpace.isSpace(bytes[index]) {
      fault = SchemaError(
        "text can't stand in \"\(tree.name(holder.element))\"",
        at: places?.position(at: offset + index) ?? tree.position(holder.element))
      return
    }
  }

  fileprivate mutating func close() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let holder = open.popLast() else { return }
    bindings = holder.outerBindings
    if !holder.holdsText || text.isEmpty { return }
    // Out and back in, as a part of `self` can't be read while another changes.
    var held: [UInt8] = []
    swap(&held, &text)
    tree.setText(tree.strings.number(of: held.span), of: holder.element)
    held.removeAll(keepingCapacity: true)
    swap(&held, &text)
  }
}
