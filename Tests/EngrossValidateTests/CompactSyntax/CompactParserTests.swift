import EngrossModel
import Testing

@testable import EngrossValidate

/// The element as a line: name, attributes, children, text.
private func dump(_ element: SchemaElement, _ tree: SchemaTree) -> String {
  let attributes = tree.attributes(element).map { " \($0.key.rawValue)=\(tree.strings[$0.value])" }
  let children = tree.children(element).map { dump($0, tree) }.joined(separator: " ")
  let inner = children + tree.strings[tree.text(element)]
  return "\(tree.name(element))\(attributes.sorted().joined())"
    + (inner.isEmpty ? "" : "{\(inner)}")
}

private func parse(_ schema: [UInt8]) throws(SchemaError) -> (SchemaElement, SchemaTree) {
  var tree = SchemaTree()
  let root = try tree.read(schema, path: "a.rnc", language: .relaxNGCompact)
  return (root, tree)
}

@Test(
  "The compact syntax becomes the elements of the XML syntax",
  arguments: [
    ("element a { empty }", "element{name{a} empty}"),
    ("default namespace = \"urn:a\" element a { text }", "element{name ns=urn:a{a} text}"),
    (
      "namespace x = \"urn:x\" element x:a|b { text }",
      "element{choice{name ns=urn:x{a} name{b}} text}"
    ),
    ("namespace x = inherit element x:a { text }", "element{name{a} text}"),
    ("attribute n { text }?", "optional{attribute{name ns={n} text}}"),
    ("element * - (a|b) { empty }", "element{anyName{except{choice{name{a} name{b}}}} empty}"),
    (
      "namespace x = \"urn:x\" element x:* - x:a { empty }",
      "element{nsName ns=urn:x{except{name ns=urn:x{a}}} empty}"
    ),
    (
      "start = a, (b | c)* , d+",
      "grammar{start{group{ref name=a zeroOrMore{choice{ref name=b ref name=c}} oneOrMore{ref name=d}}}}"
    ),
    (
      "start |= \\start a &= empty",
      "grammar{start combine=choice{ref name=start} define combine=interleave name=a{empty}}"
    ),
    (
      "list { token \"a\" & xsd:int { minInclusive = \"1\" } }",
      "list{interleave{value datatypeLibrary= type=token{a} data datatypeLibrary=http://www.w3.org/2001/XMLSchema-datatypes type=int{param name=minInclusive{1}}}}"
    ),
    (
      "string - (\"a\" | \"b\")",
      "data datatypeLibrary= type=string{except{choice{value datatypeLibrary= type=token{a} value datatypeLibrary= type=token{b}}}}"
    ),
    (
      "datatypes d = \"urn:d\" d:t 'x' ~ '''y\n''' ~ \"\\x{41}\"",
      "value datatypeLibrary=urn:d type=t{xy\nA}"
    ),
    ("include \"a.rnc\" inherit = x { start = empty }", ""),
    (
      "namespace x = \"urn:x\" include \"a.rnc\" inherit = x { start = empty div { b = text } }",
      "grammar{include href=a.rnc ns=urn:x{start{empty} div{define name=b{text}}}}"
    ),
    (
      "mixed { external \"b.rnc\" | parent c | grammar { start = notAllowed } }",
      "mixed{choice{externalRef href=b.rnc parentRef name=c grammar{start{notAllowed}}}}"
    ),
    (
      "# comment\n## What it is\n[x:y = \"z\" x:e [ \"t\" f [] ]] element a { ## more\n text >> x:e [] }",
      ""
    ),
    (
      "namespace x = \"urn:x\" ## What it is\n[x:y = \"z\" x:e [ \"t\" f [ g = '1' ] ]] element a { ## more\n text >> x:e [] }",
      "element{name{a} text}"
    ),
    ("namespace x = \"urn:x\" x:note [ \"t\" ] start = empty", "grammar{start{empty}}"),
    ("", "grammar"),
    ("## a\n\"v\"", "value datatypeLibrary= type=token{v}"),
    ("\\x{65}lement a { empty }", "element{name{a} empty}"),
  ])
func elements(schema: String, expected: String) {
  let element = try? parse(Array(schema.utf8))
  #expect(element.map(dump) ?? "" == expected)
}

@Test(
  "A mistake in the compact syntax is told in its place",
  arguments: [
    (
      "element a { empty",
      "1:18: found the end of the schema where \"}\" or an operator is expected"
    ),
    ("element { empty }", "1:9: found \"{\" where a name, \"prefix:*\" or \"*\" is expected"),
    (
      "element a {\n  b, c | d }",
      "2:8: \",\" and \"|\" stand side by side; parentheses say which comes first"
    ),
    ("element a { }", "1:13: found \"}\" where a pattern is expected"),
    (
      "element x:a { empty }",
      "1:9: the prefix \"x\" isn't declared; \"namespace x = …\" declares it"
    ),
    (
      "namespace tei = \"t\" element te:a { empty }",
      "1:29: the prefix \"te\" isn't declared; did you mean \"tei\"?"
    ),
    (
      "start = \"a\nb\"",
      "1:9: a literal isn't closed on its line; one of several lines stands between three quotes"
    ),
    ("start = % ", "1:9: \"%\" has no meaning here"),
    (
      "start = dt:a",
      "1:9: the datatypes' prefix \"dt\" isn't declared; \"datatypes dt = …\" declares it"
    ),
    ("start = a b", "1:12: found the end of the schema where \"=\", \"|=\" or \"&=\" is expected"),
    (
      "start = element a { empty } }",
      "1:29: found \"}\" where a definition, \"start\", \"div\" or \"include\" is expected"
    ),
    ("start = \"\\x{0}\"", "1:10: U+0 is no character of XML"),
    ("start = \"\\x{41}\", %", "1:19: \"%\" has no meaning here"),
    ("namespace a = \"1\" namespace a = \"2\"", "1:19: the prefix \"a\" is declared twice"),
    (
      "string - \"a\" | \"b\"",
      "1:14: found \"|\" beside \"-\"; parentheses say what is left out of what"
    ),
    (String(repeating: "(", count: 300), "1:202: the schema nests deeper than 200"),
  ])
func mistakes(schema: String, expected: String) {
  #expect {
    try parse(Array(schema.utf8))
  } throws: { error in
    guard let diagnostic = (error as? SchemaError)?.diagnostic else { return false }
    let place = diagnostic.position.map { "\($0.line):\($0.column): " } ?? ""
    return place + diagnostic.message == expected
  }
}

@Test("UTF-16 with a byte-order mark is read")
func utf16() throws {
  let text = "element é { empty }".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  let (element, tree) = try parse([0xFE, 0xFF] + text)
  #expect(dump(element, tree) == "element{name{é} empty}")
}
