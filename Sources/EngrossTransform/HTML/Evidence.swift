/// One thing that the encoder says of a document's text, for the page to show where it stands.
package struct Evidence: Sendable {
  /// The TEI element, and what it says more.
  package let element: String
  package let attributes: [(name: String, value: String)]
  /// The bytes of the text, half open.
  package let range: Range<Int>
  /// The same in code points.
  package let codePoints: Range<Int>
  package let certainty: String
  package let responsible: String
  package let rule: String
  package let reason: String
  /// The annotation as a line of JSON that `encode --apply` reads.
  package let json: String

  package init(
    element: String, attributes: [(name: String, value: String)], range: Range<Int>,
    codePoints: Range<Int>, certainty: String, responsible: String, rule: String, reason: String,
    json: String
  ) {
    self.element = element
    self.attributes = attributes
    self.range = range
    self.codePoints = codePoints
    self.certainty = certainty
    self.responsible = responsible
    self.rule = rule
    self.reason = reason
    self.json = json
  }
}
