import EngrossModel
import EngrossValidate
import Testing

private let grammar = """
  <element name="a" xmlns="http://relaxng.org/ns/structure/1.0">
    <optional><attribute name="n"><choice><value>1</value><value>2</value></choice></attribute></optional>
    <zeroOrMore><element name="bee"><text/></element></zeroOrMore>
  </element>
  """

private let rules = """
  <schema xmlns="http://purl.oclc.org/dsdl/schematron">
    <pattern id="no-bee"><rule context="bee"><assert test="false()">A bee stings</assert></rule></pattern>
  </schema>
  """

private let types = """
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>
  <xs:sequence><xs:element name="bee" minOccurs="0"/></xs:sequence>
  </xs:complexType></xs:element></xs:schema>
  """

private let declarations = """
  <!ELEMENT a (bee*)> <!ELEMENT bee (#PCDATA)> <!ATTLIST a n (1|2) #IMPLIED>
  """

@Test(
  "A schema of one's own in each language",
  arguments: [
    ("a.rng", grammar, "<a><bee/></a>", ""),
    ("a.rng", grammar, "<a><be/></a>", "1:4 rng.unknown-element"),
    ("a.rng", grammar, "<a n='3'/>", "1:7 rng.bad-value"),
    ("a.rng", grammar, "<a m='3'/>", "1:4 rng.attribute-not-allowed"),
    ("a.rng", grammar, "<a>x</a>", "1:4 rng.text-not-allowed"),
    ("a.sch", rules, "<a><bee/></a>", "1:4 sch.no-bee"),
    ("a.sch", rules, "<a/>", ""),
    ("a.xsd", types, "<a><bee/></a>", ""),
    ("a.xsd", types, "<a><bee/><bee/></a>", "1:10 xsd.element-not-allowed"),
    (
      "a.xsd", types,
      "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:b http://192.0.2.1/b.xsd urn:c /etc/passwd'><bee/></a>",
      ""
    ),
    ("a.dtd", declarations, "<a><bee/></a>", ""),
    ("a.dtd", declarations, "<a n='3'/>", "1:7 dtd.bad-value"),
    ("a.dtd", declarations, "<a m='3'/>", "1:4 dtd.attribute-not-allowed"),
    ("a.dtd", declarations, "<a><cee/></a>", "1:4 dtd.unknown-element"),
  ])
func finding(_ path: String, _ schema: String, _ document: String, _ expected: String) throws {
  let validator = try Validator(schema: Array(schema.utf8), path: path)
  let found = validator.diagnostics(of: Array(document.utf8)).map {
    "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.id)"
  }
  #expect(found.joined(separator: "\n") == expected)
}

@Test(
  "A schema that can't be used says why",
  arguments: [
    ("a.txt", "<a/>"), ("a.rng", "<a"), ("a.rng", "<a/>"), ("a.xsd", "<a/>"), ("a.sch", "<a/>"),
    ("a.dtd", "<!ELEMENT a"), ("a.rng", ""),
    (
      "a.rng",
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='http://192.0.2.1/x'/></grammar>"
    ),
    (
      "a.xsd",
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='http://192.0.2.1/x'/></xs:schema>"
    ),
  ])
func refusal(_ path: String, _ schema: String) {
  let clock = ContinuousClock()
  let took = clock.measure {
    #expect {
      try Validator(schema: Array(schema.utf8), path: path)
    } throws: { error in
      (error as? SchemaError)?.diagnostic.id == "schema.not-usable"
    }
  }
  #expect(took < .seconds(2))
}
