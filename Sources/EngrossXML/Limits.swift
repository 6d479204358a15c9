/// What a document may ask for, whoever wrote it.
///
/// libxml2's own limits also forbid a text of more than 10 MB, which an honest document can have;
/// so they are switched off (`XML_PARSE_HUGE`), and these take their place.
package struct Limits: Sendable {
  /// Elements inside one another; the deepest TEI document that we met has 41.
  package var depth = 1_000
  /// Bytes of one attribute's value.
  package var attributeLength = 1_000_000
  /// Attributes of one element: libxml2 compares each with each.
  package var attributeCount = 5_000
  /// Bytes that all entities and defaulted attributes together may put into a document.
  package var expansion = 10_000_000
  /// Entities inside one another.
  package var entityDepth = 40
  /// Bytes of a document: the tree counts in 32 bits, libxml2 in a signed `int`.
  package var documentLength = 2_000_000_000

  package init() {}

  /// What an element with too many attributes is told.
  var tooManyAttributes: String {
    "an element has more than \(attributeCount) attributes; no more are read"
  }
}
