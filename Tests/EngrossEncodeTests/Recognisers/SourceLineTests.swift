import Testing

@testable import EngrossEncode

struct SourceLineTests {
  @Test("The source above a title is a note")
  func cites() throws {
    let body = try encodedBody(
      of: """
        Source: Lamp Office, Box 2.
        Minutes of the Council of Lamps
        May 6, 1997
        This is a text that says so.
        """)
    #expect(body.contains(#"subtype="citation""#))
    #expect(body.contains(#">Source: "#))
    #expect(body.contains(#"<head>Minutes of"#))
  }

  @Test(
    "The word elsewhere cites nothing",
    arguments: [
      "Minutes of the Council of Lamps\nSource: Lamp Office, Box 2.\nThis is a text that says so.\nThere is more.",
      "Sources of the Ilse: a report\n\nThis is a text that says so.\n\nAnd more.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"subtype="citation""#))
  }
}
