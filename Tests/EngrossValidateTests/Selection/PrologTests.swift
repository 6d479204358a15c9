import Testing

@testable import EngrossValidate

@Suite struct PrologTests {
  private func references(_ document: String) -> [SchemaReference] {
    Prolog(Array(document.utf8)).references.usable
  }

  @Test func `an xml-model is read up to the outermost start tag`() {
    let document = """
      <?xml version="1.0"?><!-- <?xml-model href="no.rng"?> -->
      <?xml-model
        href='a&amp;b.rng' type="application/xml"?>
      <?xml-stylesheet href="a.xsl"?><a><?xml-model href="later.rng"?></a>
      """
    let found = references(document)
    #expect(found.map(\.address) == ["a&b.rng"])
    #expect(found.map(\.language) == [.relaxNG])
    #expect(found.map(\.origin) == [.model])
  }

  @Test(arguments: [
    ("href='a' schematypens='http://relaxng.org/ns/structure/1.0'", SchemaLanguage.relaxNG),
    ("href='a.rnc' schematypens='http://relaxng.org/ns/structure/1.0'", .relaxNGCompact),
    ("href='a' type='application/relax-ng-compact-syntax'", .relaxNGCompact),
    ("href='a' schematypens='http://www.w3.org/2001/XMLSchema'", .xmlSchema),
    ("href='a' schematypens='http://purl.oclc.org/dsdl/schematron'", .schematron),
    ("href='a.isosch'", .schematron),
    ("href='a' type='application/xml-dtd'", .documentType),
  ])
  func `an xml-model tells its language`(attributes: String, language: SchemaLanguage) {
    #expect(references("<?xml-model \(attributes)?><a/>").map(\.language) == [language])
  }

  @Test func `Schematron inside RELAX NG is told, not passed over`() {
    let document = """
      <?xml-model href="a.rng" schematypens="http://purl.oclc.org/dsdl/schematron"?><a/>
      """
    let found = Prolog(Array(document.utf8)).references
    #expect(found.usable.isEmpty)
    #expect(found.unusable.map(\.isWarning) == [true])
  }

  @Test func `of schemaLocation's pairs, that of the outermost element's namespace counts`() {
    let document = """
      <a xmlns="urn:a" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"
        i:schemaLocation="urn:b b.xsd
          urn:a a.xsd" i:noNamespaceSchemaLocation="no.xsd"/>
      """
    #expect(references(document).map(\.address) == ["a.xsd"])
  }

  @Test func `a document type counts when it has an external identifier`() {
    let document = """
      <!DOCTYPE TEI PUBLIC "-//A//B" "a.dtd" [<!ENTITY e "]>"> <!-- ]> --> <?p ]> ?>]><TEI/>
      """
    let found = references(document)
    #expect(found.map(\.address) == ["a.dtd"])
    #expect(found.map(\.publicIdentifier) == ["-//A//B"])
    #expect(references("<!DOCTYPE TEI [<!ENTITY e 'f'>]><TEI/>").isEmpty)
  }

  @Test(arguments: [
    "", "<", "<?xml-model", "<?xml-model href", "<?xml-model href='a?>", "<!DOCTYPE", "<!--",
    "<!DOCTYPE a SYSTEM", "<!DOCTYPE a [", "<a b='", "<a b", "plain",
  ])
  func `what isn't well-formed names nothing`(document: String) {
    #expect(references(document).isEmpty)
  }

  @Test func `a long prolog is read in linear time`() {
    let comments = String(repeating: "<!-- - -->", count: 200_000)
    #expect(references(comments + "<?xml-model href='a.rng'?><a/>").count == 1)
  }
}
