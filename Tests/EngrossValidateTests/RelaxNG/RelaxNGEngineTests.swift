import EngrossModel
import EngrossXML
import FoundationEssentials
import Testing

@testable import EngrossValidate

/// The engine's verdict on the bundled schema, beside libxml2's.
struct RelaxNGEngineTests {
  @Test("The engine rejects whatever the grammar forbids", arguments: InvalidFixture.all)
  func rejects(fixture: InvalidFixture) throws {
    if fixture.kind == "xml-error" { return }
    let bytes = Array(try Data(contentsOf: InvalidFixture.folder.appending(path: fixture.file)))
    let document = try XMLReader().parse(bytes)
    let engine = try RelaxNGEngine(schema: BundledSchemas.relaxNG, path: "engross.rng")
    let isGrammar = Validator().diagnostics(of: bytes).contains {
      $0.id.hasPrefix("rng.") && $0.id != "rng.duplicate-id"
    }
    #expect(!engine.isValid(document) == isGrammar)
  }

  @Test(
    "The engine judges small schemas as the specification says",
    arguments: [
      ("<element name='a'><text/></element>", "<a/>", true),
      ("<element name='a'><text/></element>", "<a>x</a>", true),
      ("<element name='a'><empty/></element>", "<a> </a>", true),
      ("<element name='a'><empty/></element>", "<a>x</a>", false),
      ("<element name='a'><data type='token'/></element>", "<a/>", true),
      ("<element name='a'><value>b</value></element>", "<a> b </a>", true),
      ("<element name='a'><value>b</value></element>", "<a>c</a>", false),
      (
        "<element name='a'><list><oneOrMore><data type='NCName'/></oneOrMore></list></element>",
        "<a>b c d</a>", true
      ),
      (
        "<element name='a'><list><oneOrMore><data type='NCName'/></oneOrMore></list></element>",
        "<a/>", false
      ),
      (
        "<element name='a'><mixed><element name='b'><empty/></element></mixed></element>",
        "<a>x<b/>y</a>", true
      ),
      ("<element name='a'><element name='b'><empty/></element></element>", "<a>x<b/></a>", false),
      ("<element name='a'><element name='b'><empty/></element></element>", "<a> <b/> </a>", true),
      ("<element name='a'><attribute name='n'/><empty/></element>", "<a/>", false),
      ("<element name='a'><attribute name='n'/><empty/></element>", "<a n=''/>", true),
      (
        "<element name='a'><attribute name='n'><value>1</value></attribute></element>",
        "<a n='2'/>", false
      ),
      (
        "<element name='a'><interleave><element name='b'><empty/></element><element name='c'><empty/></element></interleave></element>",
        "<a><c/><b/></a>", true
      ),
      (
        "<element name='a'><oneOrMore><element name='b'><empty/></element></oneOrMore></element>",
        "<a/>", false
      ),
    ])
  func specification(schema: String, document: String, isValid: Bool) throws {
    let grammar = """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns=""
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>\(schema.replacing("name='", with: "ns='' name='"))</start></grammar>
      """
    let engine = try RelaxNGEngine(schema: Array(grammar.utf8), path: "a.rng")
    let tree = try XMLReader().parse(Array(document.utf8))
    #expect(engine.isValid(tree) == isValid)
  }
}
