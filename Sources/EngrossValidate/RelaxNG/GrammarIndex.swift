import EngrossModel

/// What a schema says about names wherever they stand, for messages to ask: made of the schema as
/// it's written, since the names of definitions, such as `model.pLike`, are gone from its patterns.
///
/// It's made when a document first has a fault. Definitions of one name are taken together, also
/// where one overrides the other, as it only advises: each question is a walk over the references.
struct GrammarIndex: Sendable {
  /// - Parameter documents: all of a schema in the XML syntax, its inclusions too; the order in which
  ///   elements and attributes are named is theirs.
  init(_ documents: [SchemaElement]) {}

  /// Whether the schema has an element of a name.
  func defines(element: Name) -> Bool { false }

  /// The names of all elements.
  var elements: [Name] { [] }

  /// The elements that an element may stand in.
  func parents(of element: Name) -> [Name] { [] }

  /// The attributes that an element may have.
  func attributes(of element: Name) -> [Name] { [] }

  /// The elements that may have an attribute.
  func carriers(of attribute: Name) -> [Name] { [] }

  /// The TEI classes (TEI Guidelines, ST, Model Classes) whose members are all among some elements,
  /// the largest first.
  func classes(among elements: [Name]) -> [(name: String, members: [Name])] { [] }
}
