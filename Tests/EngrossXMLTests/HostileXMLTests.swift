import EngrossModel
import EngrossXML
import Testing

/// Documents that ask for what no document should get.
struct HostileXML: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let id: String
  var position = Position(line: 1, column: 1)
  let bytes: @Sendable () -> [UInt8]

  init(
    _ name: String, _ id: String, at line: Int, _ column: Int,
    _ text: @escaping @Sendable () -> String
  ) {
    testDescription = name
    self.id = id
    position = Position(line: line, column: column)
    bytes = { Array(text().utf8) }
  }

  static func laughs(_ reference: String) -> String {
    var subset = "<!ENTITY e0 \"lol\">\n"
    for level in 1...9 {
      let refs = String(repeating: "&e\(level - 1);", count: 10)
      subset += "<!ENTITY e\(level) \"\(refs)\">\n"
    }
    return "<!DOCTYPE a [\n\(subset)]>\n\(reference)"
  }

  static let all: [HostileXML] = [
    HostileXML("billion laughs", "xml.entity-expansion", at: 0, 0) { laughs("<a>&e9;</a>") },
    HostileXML("billion laughs in an attribute", "xml.entity-expansion", at: 0, 0) {
      laughs("<a b='&e9;'/>")
    },
    HostileXML("quadratic blowup", "xml.entity-expansion", at: 2, 298) {
      let text = String(repeating: "x", count: 100_000)
      return
        "<!DOCTYPE a [<!ENTITY e '\(text)'>]>\n<a>\(String(repeating: "&e;", count: 50_000))</a>"
    },
    HostileXML("parameter entities", "xml.not-well-formed", at: 0, 0) {
      var subset = "<!ENTITY % p0 \"<!-- x -->\">\n"
      for level in 1...12 {
        subset +=
          "<!ENTITY % p\(level) \"\(String(repeating: "&#37;p\(level - 1);", count: 10))\">\n"
      }
      return "<!DOCTYPE a [\n\(subset)%p12;]>\n<a/>"
    },
    HostileXML("defaulted attributes", "xml.entity-expansion", at: 0, 0) {
      let value = String(repeating: "x", count: 500_000)
      return "<!DOCTYPE a [<!ATTLIST b c CDATA '\(value)'>]>\n<a>"
        + String(repeating: "<b/>", count: 100_000) + "</a>"
    },
    HostileXML("an entity in itself", "xml.entity-loop", at: 0, 0) {
      "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a>&b;</a>"
    },
    HostileXML("a file", "xml.external-entity", at: 1, 58) {
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    },
    HostileXML("the network", "xml.external-entity", at: 0, 0) {
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://192.0.2.1/x'>]><a>&b;</a>"
    },
    HostileXML("an external parameter entity", "xml.external-entity", at: 0, 0) {
      "<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/passwd'> %b;]><a/>"
    },
    HostileXML("an undeclared entity beside an external DTD", "xml.undeclared-entity", at: 0, 0) {
      "<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a>&nbsp;</a>"
    },
    HostileXML("an undeclared entity", "xml.undeclared-entity", at: 0, 0) { "<a>&nbsp;</a>" },
    HostileXML("depth", "xml.too-deep", at: 1, 3001) {
      String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    },
    HostileXML("depth without end", "xml.too-deep", at: 1, 3001) {
      String(repeating: "<a>", count: 1_000_000)
    },
    HostileXML("a long attribute", "xml.attribute-too-long", at: 2, 1) {
      "<a>\n<b c='\(String(repeating: "x", count: 10_000_000))'/></a>"
    },
    HostileXML("many attributes", "xml.too-many-attributes", at: 2, 1) {
      "<a>\n<b \((0..<100_000).map { "a\($0)=''" }.joined(separator: " "))/></a>"
    },
    HostileXML("a long comment", "xml.unclosed-element", at: 0, 0) {
      "<a><!--" + String(repeating: "x = 'y' ", count: 500_000) + "--></b>"
    },
    HostileXML("an open tag", "xml.unclosed-element", at: 2, 2) { "<a>\n <p>x" },
    HostileXML("a wrong end tag", "xml.unclosed-element", at: 2, 5) { "<a>\n <p></q></a>" },
    HostileXML("nothing", "xml.empty", at: 1, 1) { "" },
    HostileXML("blank", "xml.empty", at: 1, 1) { " \n" },
    HostileXML("no XML", "xml.not-well-formed", at: 1, 1) { "Dear Sir," },
    HostileXML("a wrong encoding", "xml.encoding", at: 1, 1) {
      "<?xml version='1.0' encoding='UTF-16'?><a/>"
    },
    HostileXML("an unknown encoding", "xml.encoding", at: 1, 1) {
      "<?xml version='1.0' encoding='klingon'?><a/>"
    },
    HostileXML("an ampersand", "xml.not-well-formed", at: 2, 3) { "<a>\nR & D</a>" },
    HostileXML("an unbound prefix", "xml.undeclared-prefix", at: 1, 4) { "<a><x:b/></a>" },
  ]
}

@Test("Hostile XML gives one clear fault at once", arguments: HostileXML.all)
func fault(_ hostile: HostileXML) {
  let bytes = hostile.bytes()
  #expect {
    try XMLReader().parse(bytes)
  } throws: { error in
    let diagnostic = (error as? XMLFault)?.diagnostic
    return diagnostic?.id == hostile.id
      && (hostile.position.line == 0 || diagnostic?.position == hostile.position)
  }
  #expect {
    try LibXMLDocument(bytes)
  } throws: { ($0 as? XMLFault)?.diagnostic.id == hostile.id }
}
