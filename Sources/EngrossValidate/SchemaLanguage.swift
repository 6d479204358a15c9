/// A language in which a schema can be written, told by a file's ending.
package enum SchemaLanguage: String, CaseIterable, Sendable {
  /// RELAX NG in its XML syntax (ISO/IEC 19757-2).
  case relaxNG = "rng"
  /// RELAX NG in its compact syntax (ISO/IEC 19757-2, annex C).
  case relaxNGCompact = "rnc"
  /// W3C XML Schema 1.0.
  case xmlSchema = "xsd"
  /// Schematron with XPath 1.0 (ISO/IEC 19757-3).
  case schematron = "sch"
  /// A document type definition (XML 1.0, section 2.8).
  case documentType = "dtd"

  /// The language of a file by its name; `.isosch` is Schematron too.
  package init?(path: String) {
    guard let ending = path.split(separator: ".").last?.lowercased() else { return nil }
    self.init(rawValue: ending == "isosch" ? "sch" : ending)
  }
}
