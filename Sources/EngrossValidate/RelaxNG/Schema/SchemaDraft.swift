import EngrossModel

/// Where something stands in a schema of one file or several.
struct SchemaPlace: Sendable, Hashable {
  /// The number of the file, 0 for the schema's own.
  var file: Int
  var position: Position
}

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
    case reference(Int)
  }

  var kind: Kind
  var parts: Range<Int>
  var place: SchemaPlace
}

/// Something that patterns are built for at one time: a definition, or what an element holds.
struct DraftUnit: Sendable {
  /// Nodes of the draft: several where definitions are combined.
  var bodies: [Int] = []
  var combination: String?
  /// Whether a body without a way to combine was met, of which there's at most one.
  var hasPlainBody = false
  /// The definitions that it refers to outside elements, and where.
  var references: [(unit: Int, place: SchemaPlace)] = []
  /// The name, for a definition; nil for a start or an element.
  var name: String?
  /// Where it's defined or, until then, first referred to.
  var place: SchemaPlace
  var pattern: Pattern?
  var isOpen = false
}

/// An element that a schema declares.
struct DraftDeclaration: Sendable {
  var names: UInt32
  /// The unit of its content.
  var content: Int
  var place: SchemaPlace
}

/// A schema as read, of however many files.
struct SchemaDraft: Sendable {
  var nodes: ContiguousArray<DraftNode> = []
  var parts: ContiguousArray<Int> = []
  var units: ContiguousArray<DraftUnit> = []
  var declarations: ContiguousArray<DraftDeclaration> = []
  var nameClasses: ContiguousArray<NameClass> = []
  private var nameClassNumbers: [NameClass: UInt32] = [:]
  var datatypes: ContiguousArray<Datatype> = []
  private var datatypeNumbers: [DatatypeKey: UInt32] = [:]
  var values: ContiguousArray<SchemaValue> = []
  private var valueNumbers: [SchemaValue: UInt32] = [:]
  /// The paths of the files, the schema's own first.
  var files: [String] = []

  mutating func add(
    _ kind: DraftNode.Kind, _ parts: [Int] = [], at place: SchemaPlace
  ) -> Int {
    let first = self.parts.count
    self.parts.append(contentsOf: parts)
    nodes.append(DraftNode(kind: kind, parts: first..<self.parts.count, place: place))
    return nodes.count - 1
  }

  mutating func number(of names: NameClass) -> UInt32 {
    if let known = nameClassNumbers[names] { return known }
    nameClasses.append(names)
    nameClassNumbers[names] = UInt32(nameClasses.count - 1)
    return UInt32(nameClasses.count - 1)
  }

  struct DatatypeKey: Hashable {
    let library: String
    let type: String
    let parameters: [String]
  }

  /// The number of a datatype that was read before.
  func number(of key: DatatypeKey) -> UInt32? { datatypeNumbers[key] }

  mutating func add(_ datatype: Datatype, _ key: DatatypeKey) -> UInt32 {
    datatypes.append(datatype)
    datatypeNumbers[key] = UInt32(datatypes.count - 1)
    return UInt32(datatypes.count - 1)
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
