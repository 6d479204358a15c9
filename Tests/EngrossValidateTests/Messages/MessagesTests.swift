import EngrossModel
import EngrossXML
import Testing

@testable import EngrossValidate

/// A few of TEI's elements, in its own words.
private let grammar = """
  default namespace = "http://www.tei-c.org/ns/1.0"
  start = element TEI { header, \\text }
  header = element teiHeader { element title { phrases, attribute type { "main" | "sub" }? } }
  \\text = element text { body, back? }
  body = element body { \\div+ }
  back = element back { \\div+ }
  \\div = element div { head*, model.pLike*, \\div*, attribute xml:id { xsd:ID }? }
  head = element head { phrases }
  model.pLike = p | ab | \\list
  p = element p { phrases }
  ab = element ab { phrases }
  \\list = element list { item+ }
  item = element item { phrases }
  lb = element lb { empty }
  phrases = (text | placeName | date | lb | milestone)*
  placeName = element placeName { phrases }
  milestone = element milestone { attribute unit { text } }
  date = element date { phrases, attribute when { xsd:date | xsd:gYear | xsd:gYearMonth }? }
  """

private let index = Result {
  var schema = SchemaTree()
  try schema.read(Array(grammar.utf8), path: "a.rnc", language: .relaxNGCompact)
  return GrammarIndex(schema)
}

/// A fault in a document, with the sentence and the place that are made of it.
///
/// The mark `|` stands where the fault's offset is, and `^` where its holder's start tag is, unless
/// they're the same.
private struct Case: CustomTestStringConvertible {
  let document: String
  let kind: Fault.Kind
  let holder: String?
  var expected = Expected()
  let message: String
  var places: [Int] = []
  var testDescription: String { message }
}

private func tei(_ local: String) -> Name { Name(namespace: Name.teiNamespace, local: local) }

private func elements(_ names: String..., text: Bool = false, end: Bool = true) -> Expected {
  var expected = Expected()
  expected.elements = names.map { tei($0) }
  expected.text = text
  expected.end = end
  return expected
}

private func attributes(_ names: String...) -> Expected {
  var expected = Expected()
  expected.attributes = names.map {
    $0.hasPrefix("xml:")
      ? Name(namespace: Name.xmlNamespace, local: String($0.dropFirst(4)), prefix: "xml")
      : Name(local: $0)
  }
  return expected
}

private func values(_ forms: ValueForm...) -> Expected {
  var expected = Expected()
  expected.values = forms
  return expected
}

private let dates = values(
  .datatype("date", facets: []), .datatype("gYear", facets: []), .datatype("gYearMonth", facets: [])
)

private let phrases = elements("placeName", "date", "lb", "milestone", text: true)

private let cases: [Case] = [
  Case(
    document: "<div>^<p>at |<placename>Athens</placename></p></div>",
    kind: .elementNotAllowed(tei("placename")), holder: "p", expected: phrases,
    message: "\"placename\" is not a TEI element; did you mean \"placeName\"?"),
  Case(
    document: "<div>^<p>at |<br/></p></div>", kind: .elementNotAllowed(tei("br")), holder: "p",
    expected: phrases,
    message: "\"br\" is not a TEI element; HTML's \"br\" is \"lb\" in TEI"),
  Case(
    document: "<div>^<p>|<wobbly/></p></div>", kind: .elementNotAllowed(tei("wobbly")), holder: "p",
    expected: phrases,
    message:
      "\"wobbly\" is not a TEI element; here may stand \"date\", \"placeName\", \"lb\" or \"milestone\""
  ),
  Case(
    document: "<body>^<div>|<titel/></div></body>", kind: .elementNotAllowed(tei("titel")),
    holder: "div", expected: elements("p", "ab"),
    message: "\"titel\" is not a TEI element; did you mean \"title\"?"),
  Case(
    document: "<div>^<p>a |<div/></p></div>", kind: .elementNotAllowed(tei("div")), holder: "p",
    expected: phrases, message: "\"div\" can't stand in \"p\"; end the \"p\" before it"),
  Case(
    document: "<body>^<div>|<item/></div></body>", kind: .elementNotAllowed(tei("item")),
    holder: "div", expected: elements("head", "p", "list"),
    message: "\"item\" can't stand in \"div\"; put it into a \"list\""),
  Case(
    document: "<div>^<p>|<title/></p></div>", kind: .elementNotAllowed(tei("title")), holder: "p",
    expected: phrases, message: "\"title\" can't stand in \"p\"; it stands in \"teiHeader\""),
  Case(
    document: "<body>^<div><p/><p/>|<head/></div></body>", kind: .elementNotAllowed(tei("head")),
    holder: "div", expected: elements("p", "ab", "list"),
    message: "\"head\" comes too late in \"div\"; it stands before the first \"p\"", places: [0]),
  Case(
    document: "<body>^<div><div/>|<p/></div></body>", kind: .elementNotAllowed(tei("p")),
    holder: "div", expected: elements("div"),
    message:
      "\"p\" comes too late in \"div\"; it stands before the first \"div\", or inside one",
    places: [0]),
  Case(
    document: "^<TEI><teiHeader/><text/>|<text/></TEI>", kind: .elementNotAllowed(tei("text")),
    holder: "TEI", message: "a second \"text\" can't stand here in \"TEI\""),
  Case(
    document: "|<text/>", kind: .elementNotAllowed(tei("text")), holder: nil,
    expected: elements("TEI"), message: "\"text\" can't be the outermost element; that is \"TEI\""),
  Case(
    document: "<p>^<lb>|<date/></lb></p>", kind: .elementNotAllowed(tei("date")), holder: "lb",
    message: "\"lb\" is always empty; \"date\" stands after it"),
  Case(
    document: "^<TEI>|<text/></TEI>", kind: .elementMissing(before: tei("text")), holder: "TEI",
    expected: elements("teiHeader"), message: "\"TEI\" needs \"teiHeader\" before \"text\""),
  Case(
    document: "^<TEI><teiHeader/>|</TEI>", kind: .incomplete, holder: "TEI",
    expected: elements("text", end: false),
    message: "\"TEI\" isn't complete; it still needs \"text\""),
  Case(
    document: "^<text>stray|</text>", kind: .textNotAllowed("stray"), holder: "text",
    expected: elements("body"),
    message: "\"text\" holds no text of its own; text stands inside its elements"),
  Case(
    document: "^<div>|stray</div>", kind: .textNotAllowed("stray"), holder: "div",
    expected: elements("head", "p", "ab"),
    message: "\"div\" holds no text of its own; text stands in an element inside it, such as \"p\""),
  Case(
    document: "|<div id='a'/>", kind: .attributeNotAllowed(Name(local: "id")), holder: "div",
    expected: attributes("n", "xml:id"),
    message: "\"div\" takes no @id; did you mean @xml:id?"),
  Case(
    document: "|<div class='a'/>", kind: .attributeNotAllowed(Name(local: "class")), holder: "div",
    expected: attributes("n", "rend"),
    message: "\"div\" takes no @class; HTML's @class is @rend in TEI"),
  Case(
    document: "|<div unit='a'/>", kind: .attributeNotAllowed(Name(local: "unit")), holder: "div",
    expected: attributes("rend"),
    message: "\"div\" takes no @unit; it belongs to \"milestone\""),
  Case(
    document: "|<div zzz='a'/>", kind: .attributeNotAllowed(Name(local: "zzz")), holder: "div",
    expected: attributes("rend"),
    message: "\"div\" takes no @zzz, nor does any element of TEI"),
  Case(
    document: "|<milestone/>", kind: .attributeMissing, holder: "milestone",
    expected: attributes("unit"), message: "\"milestone\" needs @unit"),
  Case(
    document: "|<date when='May 1997'/>",
    kind: .attributeValue(Name(local: "when"), "May 1997"), holder: "date", expected: dates,
    message: "\"May 1997\" isn't a date that @when takes; write 1997-05"),
  Case(
    document: "|<date when='12/3/1975'/>",
    kind: .attributeValue(Name(local: "when"), "12/3/1975"), holder: "date", expected: dates,
    message:
      "\"12/3/1975\" isn't a date that @when takes; write 1975-03-12 or 1975-12-03, whichever it means"
  ),
  Case(
    document: "|<date when='25/3/1975'/>",
    kind: .attributeValue(Name(local: "when"), "25/3/1975"), holder: "date", expected: dates,
    message: "\"25/3/1975\" isn't a date that @when takes; write 1975-03-25"),
  Case(
    document: "|<date when='2022-13-01'/>",
    kind: .attributeValue(Name(local: "when"), "2022-13-01"), holder: "date", expected: dates,
    message:
      "\"2022-13-01\" isn't a date that @when takes: there is no month 13; 2022-01-13 has the month before the day"
  ),
  Case(
    document: "|<date when='1997-02-29'/>",
    kind: .attributeValue(Name(local: "when"), "1997-02-29"), holder: "date", expected: dates,
    message: "\"1997-02-29\" isn't a date that @when takes: its month has 28 days"),
  Case(
    document: "|<date when='1941.'/>", kind: .attributeValue(Name(local: "when"), "1941."),
    holder: "date", expected: dates,
    message: "\"1941.\" isn't a date that @when takes; write 1941"),
  Case(
    document: "|<date when='ca. 1941'/>", kind: .attributeValue(Name(local: "when"), "ca. 1941"),
    holder: "date", expected: dates,
    message:
      "\"ca. 1941\" isn't a date that @when takes; write 1941 with @cert, or a range with @notBefore and @notAfter"
  ),
  Case(
    document: "|<date when='some day'/>", kind: .attributeValue(Name(local: "when"), "some day"),
    holder: "date", expected: dates,
    message:
      "\"some day\" isn't a date that @when takes; it takes a date such as 1997-05-06, 1997-05 or 1997"
  ),
  Case(
    document: "|<title type='mian'/>", kind: .attributeValue(Name(local: "type"), "mian"),
    holder: "title", expected: values(.literal("main"), .literal("sub")),
    message: "\"mian\" isn't a value that @type takes; did you mean \"main\"?"),
  Case(
    document: "|<title type='other'/>", kind: .attributeValue(Name(local: "type"), "other"),
    holder: "title", expected: values(.literal("main"), .literal("sub")),
    message: "\"other\" isn't a value that @type takes; it takes \"main\" or \"sub\""),
  Case(
    document: "|<title type=''/>", kind: .attributeValue(Name(local: "type"), ""),
    holder: "title", expected: values(.literal("main"), .literal("sub")),
    message: "@type is empty; it takes \"main\" or \"sub\""),
  Case(
    document: "|<title type='two words'/>", kind: .attributeValue(Name(local: "type"), "two words"),
    holder: "title",
    expected: values(
      .datatype("token", facets: [DatatypeFacet(name: "pattern", value: #"[^\p{C}\p{Z}]+"#)])),
    message:
      "\"two words\" isn't a value that @type takes; it takes a word without spaces; write \"two_words\""
  ),
  Case(
    document: "|<div xml:id='1st'/>",
    kind: .attributeValue(Name(namespace: Name.xmlNamespace, local: "id", prefix: "xml"), "1st"),
    holder: "div", expected: values(.datatype("ID", facets: [])),
    message: "\"1st\" can't be an xml:id; it starts with a letter or \"_\", as in \"_1st\""),
  Case(
    document: "|<div xml:id='x:y'/>",
    kind: .attributeValue(Name(namespace: Name.xmlNamespace, local: "id", prefix: "xml"), "x:y"),
    holder: "div", expected: values(.datatype("ID", facets: [])),
    message:
      "\"x:y\" can't be an xml:id; it holds letters, digits, \"-\", \"_\" and \".\", as in \"x_y\""),
  Case(
    document: "<body><div>^<p>a |<div/></p></div></body>", kind: .elementNotAllowed(tei("div")),
    holder: "p", expected: phrases,
    message: "\"div\" can't stand in \"p\"; end the \"p\" before it"),
  Case(
    document: "|<p xmlns='' />", kind: .elementNotAllowed(Name(local: "p")), holder: "div",
    expected: elements("p"),
    message: "\"p\" is in no namespace; without its xmlns=\"\" it's in TEI's"),
  Case(
    document: "|<TEI/>", kind: .elementNotAllowed(Name(local: "TEI")), holder: nil,
    expected: elements("TEI"),
    message:
      "\"TEI\" is in no namespace; xmlns=\"http://www.tei-c.org/ns/1.0\" puts it into TEI's"),
  Case(
    document: "|<TEI/>", kind: .elementNotAllowed(Name(namespace: "urn:x", local: "TEI")),
    holder: nil, expected: elements("TEI"),
    message:
      "\"TEI\" is in the namespace \"urn:x\"; TEI's is \"http://www.tei-c.org/ns/1.0\""),
]

@Test("A fault becomes a sentence that says what would be right", arguments: cases)
private func sentence(_ item: Case) throws {
  var source: [UInt8] = []
  var offset = 0
  var holderOffset: Int?
  for byte in item.document.utf8 {
    switch byte {
    case UInt8(ascii: "|"): offset = source.count
    case UInt8(ascii: "^"): holderOffset = source.count
    default: source.append(byte)
    }
  }
  let tree = inTEI(try XMLReader().parse(source))
  let messages = Messages(
    source: source, index: try index.get(), surroundings: Surroundings { tree },
    meaningOfDate: { $0 == "May 1997" ? "1997-05" : nil }, places: { _, _, _ in item.places })
  let fault = Fault(
    kind: item.kind, offset: offset, holder: item.holder.map { tei($0) },
    holderOffset: holderOffset ?? offset, expected: item.expected)
  let findings = messages.findings(of: [fault])
  #expect(findings.map(\.message) == [item.message])
}

/// The tree with all its elements in TEI's namespace, which short documents don't declare.
private func inTEI(_ document: Document) -> Document {
  var document = document
  for index in document.names.indices where document.names[index].namespace.isEmpty {
    document.names[index] = tei(document.names[index].local)
  }
  return document
}
