/// A schema in its simple form, ready to validate; it never changes, and is shared by any number of
/// threads.
struct Grammar: Sendable {
  /// An element that the schema declares.
  struct Declaration: Sendable {
    /// The number of its name class.
    let names: UInt32
    var content: Pattern
  }

  /// The schema's patterns; validation adds to a copy.
  var table = PatternTable()
  var symbols = NameSymbols()
  var nameClasses: ContiguousArray<NumberedNameClass> = []
  var declarations: ContiguousArray<Declaration> = []
  var datatypes: ContiguousArray<Datatype> = []
  var values: ContiguousArray<SchemaValue> = []
  var start = Pattern.notAllowed
  /// Whether a value may mean something by the prefixes in force where it stands.
  var needsNamespaces = false
  /// Whether identifiers can be checked: an attribute that is one in one place of the schema is one
  /// in all (RELAX NG DTD Compatibility, section 5.2).
  var hasConsistentIdentifiers = true
  /// The schema as written, of which `GrammarIndex` is made.
  var schema = SchemaTree()

  /// The declarations of elements that may have a name, in the schema's order.
  func declarations(of symbol: UInt32) -> [Declaration] {
    declarations.filter { nameClasses[Int($0.names)].contains(symbol, symbols) }
  }
}
