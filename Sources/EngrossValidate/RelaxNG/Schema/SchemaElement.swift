/// An element of a schema in RELAX NG's XML syntax, whichever syntax the schema is written in: its
/// number in a `SchemaTree`.
struct SchemaElement: Hashable, Sendable {
  /// The namespace of RELAX NG.
  static let namespace = "http://relaxng.org/ns/structure/1.0"

  let number: UInt32

  /// What an element is by its name (RELAX NG specification, section 3).
  enum Kind: String, CaseIterable, Sendable {
    case element, attribute, group, interleave, choice, optional, zeroOrMore, oneOrMore, list, mixed
    case ref, parentRef, empty, text, value, data, notAllowed, externalRef, grammar
    case param, except
    case start, define, div, include
    case name, anyName, nsName
    /// None of RELAX NG's.
    case unknown
  }

  /// An attribute of RELAX NG, which is in no namespace.
  enum Attribute: String, Sendable {
    case name, type, combine, href
    case namespace = "ns"
    case library = "datatypeLibrary"
    /// None of RELAX NG's.
    case unknown
  }
}
