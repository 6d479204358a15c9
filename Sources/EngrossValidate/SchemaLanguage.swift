/// A language in which a schema can be written, told by a file's ending.
enum SchemaLanguage: String, CaseIterable, Sendable {
  /// RELAX NG in its XML syntax (ISO/IEC 19757-2).
  case relaxNG = "rng"
  /// W3C XML Schema 1.0.
  case xmlSchema = "xsd"
  /// Schematron with XPath 1.0 (ISO/IEC 19757-3).
  case schematron = "sch"
  /// A document type definition (XML 1.0, section 2.8).
  case documentType = "dtd"

  init?(path: String) {
    guard let ending = path.split(separator: ".").last else { return nil }
    self.init(rawValue: ending.lowercased())
  }
}
