import EngrossModel

/// A pattern as a schema has it, references not yet followed, as a number into `SchemaDraft`.
struct DraftNode: Sendable {
  enum Kind: Sendable {
    case notAllowed, empty, text, choice, interleave, group, oneOrMore, list
    /// A datatype; one part at most, which is left out.
    case data(UInt32)
    case value(UInt32)
    /// A name class; one part, the value.
    case attribute(UInt32)
    case element(UInt32)
    /// A definition.
    case reference(UInt32)
  }

  let kind: Kind
  fileprivate let firstPart: UInt32
  fileprivate let partCount: UInt32
  /// Where it is in the schema.
  let place: SchemaElement
}

/// Something that patterns are built for at one time: a definition, or what an element holds.
struct DraftUnit: Sendable {
  /// A node of the draft; nil before it's defined.
  var body: Int?
  /// Further nodes, where definitions are combined.
  var others: [Int] = []
  /// `choice` or `interleave`, where definitions say how they combine.
  var combination: SchemaElement.Kind?
  /// Whether a body without a way to combine was met, of which there's at most one.
  var hasPlainBody = false
  /// The definitions that it refers to outside elements, the last one of `SchemaDraft.references`.
  fileprivate(set) var lastReference: Int?
  /// The number of the name, for a definition; nil for a start or an element.
  let name: UInt32?
  /// Where it's defined or, until then, first referred to.
  var place: SchemaElement
  var pattern: Pattern?
  var isOpen = false
}

/// A reference of a unit to another.
struct DraftReference: Sendable {
  let unit: Int
  let place: SchemaElement
  /// The unit's reference before it.
  let previous: Int?
}

/// An element that a schema declares.
struct DraftDeclaration: Sendable {
  let names: UInt32
  /// The unit of its content.
  let content: Int
  let place: SchemaElement
}

/// A schema as read, of however many files.
struct SchemaDraft: Sendable {
  var tree = SchemaTree()
  private(set) var nodes: ContiguousArray<DraftNode> = []
  private var parts: ContiguousArray<Int> = []
  var units: ContiguousArray<DraftUnit> = []
  private(set) var references: ContiguousArray<DraftReference> = []
  var declarations: ContiguousArray<DraftDeclaration> = []
  private(set) var nameClasses: ContiguousArray<NameClass> = []
  private var nameClassNumbers: [NameClass: UInt32] = [:]
  /// The name classes that are single names, by the numbers of namespace and local name.
  private var nameNumbers: [UInt64: UInt32] = [:]
  /// The namespace of the last of them, as most are in the same.
  private var lastNamespace: (number: UInt32, string: String)?
  private(set) var datatypes: ContiguousArray<Datatype> = []
  private var datatypeNumbers: [DatatypeKey: UInt32] = [:]
  private(set) var values: ContiguousArray<SchemaValue> = []
  private var valueNumbers: [SchemaValue: UInt32] = [:]
  private var writtenValues: [ValueKey: UInt32] = [:]
  private var plainTypes: [UInt64: Datatype] = [:]

  mutating func add(
    _ kind: DraftNode.Kind, _ parts: some Collection<Int> = EmptyCollection(),
    at place: SchemaElement
  ) -> Int {
    let first = self.parts.count
    self.parts.append(contentsOf: parts)
    nodes.append(
      DraftNode(
        kind: kind, firstPart: UInt32(first), partCount: UInt32(self.parts.count - first),
        place: place))
    return nodes.count - 1
  }

  /// The parts of a node.
  func parts(_ node: DraftNode) -> ContiguousArray<Int>.SubSequence {
    let first = Int(node.firstPart)
    return parts[first..<first + Int(node.partCount)]
  }

  mutating func refer(from unit: Int, to other: Int, at place: SchemaElement) {
    references.append(
      DraftReference(unit: other, place: place, previous: units[unit].lastReference))
    units[unit].lastReference = references.count - 1
  }

  mutating func number(of names: NameClass) -> UInt32 {
    if case .name(let name) = names {
      let local = tree.strings.number(of: name.local)
      let namespace = tree.strings.number(of: name.namespace)
      return number(ofName: local, in: namespace) { _ in name }
    }
    if let known = nameClassNumbers[names] { return known }
    nameClasses.append(names)
    nameClassNumbers[names] = UInt32(nameClasses.count - 1)
    return UInt32(nameClasses.count - 1)
  }

  /// The number of a single name, its parts being strings of the tree.
  mutating func number(ofName local: UInt32, in namespace: UInt32) -> UInt32 {
    number(ofName: local, in: namespace) { draft in
      if draft.lastNamespace?.number != namespace {
        draft.lastNamespace = (namespace, draft.tree.strings[namespace])
      }
      return Name(
        namespace: draft.lastNamespace?.string ?? "", local: draft.tree.strings[local])
    }
  }

  private mutating func number(
    ofName local: UInt32, in namespace: UInt32, make: (inout SchemaDraft) -> Name
  ) -> UInt32 {
    let key = UInt64(namespace) << 32 | UInt64(local)
    if let known = nameNumbers[key] { return known }
    nameClasses.append(.name(make(&self)))
    nameNumbers[key] = UInt32(nameClasses.count - 1)
    return UInt32(nameClasses.count - 1)
  }

  /// A datatype as the schema has it, in strings of the tree: what differs may yet be the same.
  struct DatatypeKey: Hashable {
    let library: UInt32
    let type: UInt32
    /// Names and values.
    var parameters: [UInt32] = []
  }

  /// The number of a datatype that was read before.
  func number(of key: DatatypeKey) -> UInt32? { datatypeNumbers[key] }

  mutating func add(_ datatype: Datatype, _ key: DatatypeKey) -> UInt32 {
    datatypes.append(datatype)
    datatypeNumbers[key] = UInt32(datatypes.count - 1)
    return UInt32(datatypes.count - 1)
  }

  /// The datatype of a name without parameters.
  mutating func datatype(
    library: UInt32, type: UInt32
  ) throws(DatatypeLibrary.Fault) -> Datatype {
    let key = UInt64(library) << 32 | UInt64(type)
    if let known = plainTypes[key] { return known }
    let datatype = try DatatypeLibrary.datatype(
      library: tree.strings[library], type: type == 0 ? "token" : tree.strings[type])
    plainTypes[key] = datatype
    return datatype
  }

  /// A value as the schema has it, in strings of the tree.
  struct ValueKey: Hashable {
    let library: UInt32
    /// 0 for none, which is a token.
    let type: UInt32
    let text: UInt32
  }

  /// The number of a value that was read before, of a type that means the same everywhere.
  func number(of key: ValueKey) -> UInt32? { writtenValues[key] }

  mutating func add(_ value: SchemaValue, _ key: ValueKey) -> UInt32 {
    let number = number(of: value)
    writtenValues[key] = number
    return number
  }

  mutating func number(of value: SchemaValue) -> UInt32 {
    if let known = valueNumbers[value] { return known }
    values.append(value)
    valueNumbers[value] = UInt32(values.count - 1)
    return UInt32(values.count - 1)
  }
}

/// A value that a schema asks for (RELAX NG specification, section 6.2.9).
struct SchemaValue: Hashable, Sendable {
  let type: BuiltInType
  /// As written.
  let text: String
  let value: DatatypeValue

  static func == (left: SchemaValue, right: SchemaValue) -> Bool {
    left.type == right.type && left.value == right.value
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(value)
  }
}
