import Testing

@testable import EngrossEncode

struct BlockQuotationTests {
  @Test("An indented paragraph that a colon announces is quoted")
  func quotes() throws {
    let body = try encodedBody(
      of: """
        A notice

        The letter of the keeper says the following, word by word:

            "We have had no oil since the spring, and the lamps are out from dusk to dawn."

        It was answered at once by the Office.
        """)
    #expect(body.contains(#"<quote><p"#))
    #expect(body.contains(#"</p></quote>"#))
  }

  @Test(
    "Speech inside a paragraph is no block of its own",
    arguments: [
      "A notice\n\n\"No,\" said the keeper, and he went back up to his lamp at once.\n\nIt was answered at once by the Office.",
      "A notice\n\nThe office has said so.\n\nIt was answered at once by the Office, which says that \"all is well\".",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<quote"#))
  }
}
