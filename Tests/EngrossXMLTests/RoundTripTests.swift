import EngrossModel
import EngrossXML
import Testing

@Test(
  "What is written reads back as the same tree",
  arguments: [
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><p n=\"1\">a&lt;b&gt;&amp;\"'</p><p/></TEI>",
    "<a b=\"&quot;&#9;&#10;&#13;'&lt;\">x&#13;\ny</a>",
    "<!--before--><?go on?><a><!--in--><?stop?></a><!--after-->",
    "<a xmlns=\"urn:a\" xmlns:x=\"urn:x\" xml:lang=\"en\"><x:b x:c=\"1\" d=\"2\"/><b xmlns=\"\"><a xmlns=\"urn:a\"/></b></a>",
    "<a>\u{1F600} é<b>z</b>  <b/></a>",
  ])
func roundTrip(_ text: String) throws {
  let document = try XMLReader().parse(Array(text.utf8))
  let written = XMLWriter().xml(document)
  let again = try XMLReader().parse(written)
  #expect(again.dump() == document.dump())
  #expect(XMLWriter().xml(again) == written)
}

@Test("A document is written in one form")
func form() throws {
  let text =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><p n='\"'>a<b></b></p></TEI>"
  let written = XMLWriter().xml(try XMLReader().parse(Array(text.utf8)))
  #expect(
    String(decoding: written, as: UTF8.self) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><p n="&quot;">a<b/></p></TEI>

      """)
}

@Test("CDATA, references and entities are text, in one node")
func text() throws {
  let source =
    "<!DOCTYPE a [<!ENTITY e 'E<b>&#x26;amp;</b>'>]><a>x<![CDATA[<y>]]>&amp;&#65;&e;&e;</a>"
  let document = try XMLReader().parse(Array(source.utf8))
  #expect(
    document.dump() == """
      a
        "x<y>&AE"
        b
          "&"
        "E"
        b
          "&"

      """)
}

@Test("An element's offset is that of its start tag")
func offsets() throws {
  let source = "\u{FEFF}<?xml version='1.0'?>\n<a>é <b c='>'\n d='x'/>\n<b>t</b></a>"
  let bytes = Array(source.utf8)
  let document = try XMLReader().parse(bytes)
  for node in document.nodes where node.kind == .element {
    #expect(bytes[Int(node.offset)] == UInt8(ascii: "<"))
    #expect(bytes[Int(node.offset) + 1] == document.names[Int(node.name)].local.utf8.first)
  }
}

@Test("Offsets stay exact through a long document")
func farOffsets() throws {
  let bytes = Array(
    ("<a>" + String(repeating: "<b>some text</b>\n", count: 100_000) + "</a>").utf8)
  let document = try XMLReader().parse(bytes)
  let elements = document.nodes.filter { $0.kind == .element }
  #expect(elements.count == 100_001)
  for (index, node) in elements.dropFirst().enumerated() where node.offset != 3 + index * 17 {
    Issue.record("element \(index) at \(node.offset)")
    break
  }
}

@Test("Other encodings are read as they declare themselves")
func encodings() throws {
  let latin =
    Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9]
    + Array("</a>".utf8)
  #expect(try XMLReader().parse(latin).root?.text == "é")
  let units = Array("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>é\u{1F600}</a>".utf16)
  let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  #expect(try XMLReader().parse(little).root?.text == "é\u{1F600}")
  let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  #expect(try XMLReader().parse(big).root?.text == "é\u{1F600}")
}

@Test("Bytes that aren't what they're declared to be give their place")
func wrongEncoding() {
  let utf8 = Array("<a>\né".utf8) + [0xE9] + Array("</a>".utf8)
  let japanese =
    Array("<?xml version='1.0' encoding='euc-jp'?>\n<a>".utf8) + [0xFF] + Array("</a>".utf8)
  for (bytes, position) in [
    (utf8, Position(line: 2, column: 2)), (japanese, Position(line: 2, column: 4)),
  ] {
    #expect {
      try XMLReader().parse(bytes)
    } throws: { error in
      let diagnostic = (error as? XMLFault)?.diagnostic
      return diagnostic?.id == "xml.encoding" && diagnostic?.position == position
    }
  }
}
