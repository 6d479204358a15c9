import EngrossModel

/// A schema as written, all its files, without what other vocabularies say in it.
///
/// Elements are numbers into one array: TEI's schema has 16,000, and a tree of values that own their
/// children took a third of the time to compile it (measured).
struct SchemaTree: Sendable {
  /// A file of the schema.
  struct File: Sendable {
    let path: String
    /// The number of its first element; later files have later ones.
    let first: UInt32
    var root: SchemaElement
  }

  fileprivate struct Node: Sendable {
    let kind: SchemaElement.Kind
    let line: UInt32
    let column: UInt32
    /// The number of the prefixes in force.
    let bindings: UInt32
    /// Elements, one being `none` where there's no such element.
    var firstChild = none
    var lastChild = none
    var next = none
    /// The number of the first attribute.
    var firstAttribute = none
    /// The number of a string.
    var text: UInt32 = 0
  }

  fileprivate struct AttributeNode: Sendable {
    let key: SchemaElement.Attribute
    let value: UInt32
    var next = none
  }

  fileprivate static let none = UInt32.max

  /// The schema's own file first.
  private(set) var files: [File] = []
  var strings = SchemaStrings()
  private var nodes: ContiguousArray<Node> = []
  private var attributes: ContiguousArray<AttributeNode> = []
  private var bindings: [[String: String]] = [[:]]
  /// The names of elements and attributes that RELAX NG doesn't have.
  private var unknownNames: [SchemaElement: String] = [:]
  private var unknownAttributes: [SchemaElement: String] = [:]
  private var bases: [SchemaElement: String] = [:]
  private var foreign: [SchemaElement: Position] = [:]

  // MARK: Reading

  /// Reads a file in either syntax, and gives its outermost element.
  @discardableResult
  mutating func read(
    _ bytes: [UInt8], path: String, language: SchemaLanguage = .relaxNG
  ) throws(SchemaError) -> SchemaElement {
    let first = UInt32(nodes.count)
    let root =
      language == .relaxNGCompact
      ? try CompactParser.parse(bytes, into: &self) : try SchemaReader.read(bytes, into: &self)
    files.append(File(path: path, first: first, root: root))
    return root
  }

  /// The number of the file that an element is in.
  func file(of element: SchemaElement) -> Int {
    (files.firstIndex { $0.first > element.number } ?? files.count) - 1
  }

  /// An error at an element, the file named where it isn't the schema's own.
  func error(_ message: String, _ element: SchemaElement) -> SchemaError {
    let file = file(of: element)
    return SchemaError(
      message, at: position(element), of: file <= 0 ? nil : files[file].path)
  }

  // MARK: Elements

  func kind(_ element: SchemaElement) -> SchemaElement.Kind { nodes[Int(element.number)].kind }

  /// The local name.
  func name(_ element: SchemaElement) -> String {
    unknownNames[element] ?? kind(element).rawValue
  }

  /// Where it starts.
  func position(_ element: SchemaElement) -> Position {
    let node = nodes[Int(element.number)]
    return Position(line: Int(node.line), column: Int(node.column))
  }

  /// The number of an attribute's value, as written.
  func value(_ key: SchemaElement.Attribute, _ element: SchemaElement) -> UInt32? {
    var number = nodes[Int(element.number)].firstAttribute
    while number != Self.none {
      let attribute = attributes[Int(number)]
      if attribute.key == key { return attribute.value }
      number = attribute.next
    }
    return nil
  }

  /// An attribute's value without white space around it, "" where there's none.
  func trimmed(_ key: SchemaElement.Attribute, _ element: SchemaElement) -> UInt32 {
    value(key, element).map(strings.trimmed) ?? 0
  }

  /// The attributes in the order in which they stand.
  func attributes(_ element: SchemaElement) -> Attributes {
    Attributes(attributes: attributes, next: nodes[Int(element.number)].firstAttribute)
  }

  /// The first attribute in no namespace that RELAX NG doesn't have.
  func unknownAttribute(_ element: SchemaElement) -> String? { unknownAttributes[element] }

  /// The text of a `name`, a `value` or a `param`, as written.
  func text(_ element: SchemaElement) -> UInt32 { nodes[Int(element.number)].text }

  /// What prefixes stand for in the names and values of the element, the default one by "".
  func namespaces(_ element: SchemaElement) -> [String: String] {
    namespaces(nodes[Int(element.number)].bindings)
  }

  /// What prefixes stand for by a number.
  func namespaces(_ number: UInt32) -> [String: String] { bindings[Int(number)] }

  /// The base URI that the element itself sets (XML Base).
  func base(_ element: SchemaElement) -> String? { bases.isEmpty ? nil : bases[element] }

  /// Where an element of another vocabulary stands inside.
  func foreign(_ element: SchemaElement) -> Position? { foreign[element] }

  /// The elements inside, in their order.
  func children(_ element: SchemaElement) -> Children {
    Children(nodes: nodes, next: nodes[Int(element.number)].firstChild)
  }

  func firstChild(_ element: SchemaElement) -> SchemaElement? {
    Self.element(nodes[Int(element.number)].firstChild)
  }

  func lastChild(_ element: SchemaElement) -> SchemaElement? {
    Self.element(nodes[Int(element.number)].lastChild)
  }

  fileprivate static func element(_ number: UInt32) -> SchemaElement? {
    number == none ? nil : SchemaElement(number: number)
  }

  /// The elements inside one, or those after the first of them.
  struct Children: Sequence, IteratorProtocol {
    private let nodes: ContiguousArray<Node>
    private var following: UInt32

    fileprivate init(nodes: ContiguousArray<Node>, next: UInt32) {
      self.nodes = nodes
      following = next
    }

    mutating func next() -> SchemaElement? {
      guard let element = SchemaTree.element(following) else { return nil }
      following = nodes[Int(following)].next
      return element
    }
  }

  /// The attributes of an element: what each is, and the number of its value as written.
  struct Attributes: Sequence, IteratorProtocol {
    private let attributes: ContiguousArray<AttributeNode>
    private var following: UInt32

    fileprivate init(attributes: ContiguousArray<AttributeNode>, next: UInt32) {
      self.attributes = attributes
      following = next
    }

    mutating func next() -> (key: SchemaElement.Attribute, value: UInt32)? {
      if following == SchemaTree.none { return nil }
      let attribute = attributes[Int(following)]
      following = attribute.next
      return (attribute.key, attribute.value)
    }
  }

  // MARK: Making

  mutating func add(
    _ kind: SchemaElement.Kind, at position: Position, bindings: UInt32 = 0
  ) -> SchemaElement {
    nodes.append(
      Node(
        kind: kind, line: UInt32(truncatingIfNeeded: position.line),
        column: UInt32(truncatingIfNeeded: position.column), bindings: bindings))
    return SchemaElement(number: UInt32(nodes.count - 1))
  }

  /// Adds an element that RELAX NG doesn't have.
  mutating func add(
    unknown name: String, at position: Position, bindings: UInt32
  ) -> SchemaElement {
    let element = add(.unknown, at: position, bindings: bindings)
    unknownNames[element] = name
    return element
  }

  /// Puts an element into another, behind those that are there.
  mutating func append(_ child: SchemaElement, to parent: SchemaElement) {
    let last = nodes[Int(parent.number)].lastChild
    if last == Self.none {
      nodes[Int(parent.number)].firstChild = child.number
    } else {
      nodes[Int(last)].next = child.number
    }
    nodes[Int(parent.number)].lastChild = child.number
  }

  /// Gives an element an attribute that it hasn't.
  mutating func set(_ key: SchemaElement.Attribute, of element: SchemaElement, to value: UInt32) {
    attributes.append(AttributeNode(key: key, value: value))
    let new = UInt32(attributes.count - 1)
    var last = nodes[Int(element.number)].firstAttribute
    if last == Self.none {
      nodes[Int(element.number)].firstAttribute = new
      return
    }
    while attributes[Int(last)].next != Self.none { last = attributes[Int(last)].next }
    attributes[Int(last)].next = new
  }

  /// Gives an element an attribute; none where there's no value.
  mutating func set(
    _ key: SchemaElement.Attribute, of element: SchemaElement, to value: String?
  ) {
    if let value { set(key, of: element, to: strings.number(of: value)) }
  }

  /// Notes an attribute that RELAX NG doesn't have.
  mutating func setUnknown(_ name: String, of element: SchemaElement) {
    if unknownAttributes[element] != nil { return }
    unknownAttributes[element] = name
    set(.unknown, of: element, to: 0)
  }

  mutating func setText(_ text: String, of element: SchemaElement) {
    setText(strings.number(of: text), of: element)
  }

  mutating func setText(_ text: UInt32, of element: SchemaElement) {
    nodes[Int(element.number)].text = text
  }

  mutating func setBase(_ base: String, of element: SchemaElement) { bases[element] = base }

  /// Notes where an element of another vocabulary stands, the first of them.
  mutating func setForeign(_ position: Position, in element: SchemaElement) {
    if foreign[element] == nil { foreign[element] = position }
  }

  /// The number of what prefixes stand for.
  mutating func number(ofBindings new: [String: String]) -> UInt32 {
    bindings.append(new)
    return UInt32(bindings.count - 1)
  }
}
