import EngrossModel
import FoundationEssentials
import Testing

@testable import EngrossValidate

@Suite struct XIncludeTests {
  private static let xi = "xmlns:xi='http://www.w3.org/2001/XInclude'"

  private func expand(_ files: [String: String]) throws -> (String?, [Diagnostic]) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "engross-xinclude-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      try Data(content.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.appending(path: "a.xml").path
    let (document, faults) = XInclude.expand(
      Array(files["a.xml"]!.utf8), path: path, catalog: try Catalog([]))
    return (document.map { String(decoding: $0.bytes, as: UTF8.self) }, faults)
  }

  @Test func `an element means outside what it means in its file`() throws {
    let (text, _) = try expand([
      "a.xml":
        "<a xmlns='urn:a' \(Self.xi)><xi:include href='b.xml' xpointer='c'/><xi:include href='d.xml'/></a>",
      "b.xml": "<b xmlns='urn:b' xmlns:p='urn:p'><c xml:id='c'><p:e/></c></b>",
      "d.xml": "<d/>",
    ])
    #expect(
      text
        == "<a xmlns='urn:a' \(Self.xi)><c xmlns=\"urn:b\" xmlns:p=\"urn:p\" xml:id='c'><p:e/></c><d xmlns=\"\"/></a>"
    )
  }

  @Test func `what is included includes in its turn, and text is escaped`() throws {
    let (text, _) = try expand([
      "a.xml": "<a \(Self.xi)><xi:include href='b.xml'></xi:include>!</a>",
      "b.xml":
        "<?xml version='1.0'?><b \(Self.xi)><!-- </b> --><xi:include href='t' parse='text'/></b>",
      "t": "<&>",
    ])
    #expect(text == "<a \(Self.xi)><b \(Self.xi)><!-- </b> -->&lt;&amp;&gt;</b>!</a>")
  }

  @Test func `a loop through two files ends`() throws {
    let (text, faults) = try expand([
      "a.xml": "<a \(Self.xi)><xi:include href='b.xml'/></a>",
      "b.xml": "<b \(Self.xi)><xi:include href='a.xml'/></b>",
    ])
    #expect(text == nil)
    #expect(faults.map(\.id) == ["xinclude.not-included"])
    #expect(faults.first?.message.hasSuffix("includes itself") == true)
  }

  @Test func `a fallback stands for a file that is missing`() throws {
    let (text, _) = try expand([
      "a.xml":
        "<a \(Self.xi)><xi:include href='b.xml'><xi:fallback>none</xi:fallback></xi:include></a>"
    ])
    #expect(text == "<a \(Self.xi)>none</a>")
  }
}
