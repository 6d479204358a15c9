import Testing

@testable import EngrossEncode

struct VerseTests {
  @Test("Indented short lines with capitals and rests are verse")
  func stanza() throws {
    let body = try encodedBody(
      of: """
        An address to all

        As the poet of the lamps has said to us in his song:

            The lamp is low,
            The wick is dry,
            The winds do blow,
            And so do I.

        That is what he said, and we say so too.
        """)
    #expect(body.contains(#"<lg><l>The lamp is low,</l>"#))
    #expect(body.contains(#"<l>And so do I.</l></lg>"#))
  }

  @Test(
    "Lists and addresses are no verse",
    arguments: [
      "An address to all\n\nHe was asked to bring with him these things:\n\n    one lamp,\n    two wicks\n\nThat is what he brought.",
      "Anna Berg\n12 Candle Row\nGant, Wessex\n\nMay 6, 1997\n\nDear Sir:\n\nThis is a text that says so.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<lg"#))
  }
}
