import Testing

@testable import EngrossEncode

struct LetterheadTests {
  @Test("Offices above a proclamation are its letterhead")
  func offices() throws {
    let body = try encodedBody(
      of: """
        STATE OF WESSEX
        EXECUTIVE DEPARTMENT

        PROCLAMATION

        This is a text that says so.
        """)
    #expect(body.contains(#"<seg type="office">STATE OF WESSEX</seg>"#))
    #expect(body.contains(#"<head>PROCLAMATION</head>"#))
  }

  @Test(
    "Titles that speak of offices are titles",
    arguments: [
      "THE STATE OF THE BRIDGES\n\nThis is a text that says so, and it says more than that.\n\nSo it is.",
      "Veto of Department of Lamps Bill\n\nMay 6, 1997\n\nTo the Senate:\n\nThis is a text that says so, and it says more than that.",
      "BY THE GOVERNOR OF THE STATE\n\nA PROCLAMATION\n\nThis is a text that says so, and it says more than that.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<seg type="office""#))
  }
}
