import Testing

@testable import EngrossEncode

struct TableTests {
  @Test("Lines with gaps at the same places are rows of cells")
  func rows() throws {
    let body = try encodedBody(
      of: """
        A report

        The lamps burnt oil as the table says, all the year round.

        Station      Oil     Wicks
        Gant         12      30
        Tarn         7       21

        That was all of it.
        """)
    #expect(
      body.contains(
        #"<table><row><cell>Station      </cell><cell>Oil     </cell><cell>Wicks</cell></row>"#))
    #expect(body.contains(#"<cell>30</cell></row>"#))
  }

  @Test(
    "One gap, or signatures side by side, make no table",
    arguments: [
      "A report\n\nThe lamps burnt oil as he says.\n\nTwo words      with a gap by chance in the line of text.\n\nThat was all of it.",
      "A treaty on lamps\n\nThis is agreed by all of those who were there on that day.\n\nANNA BERG          OLA LUND\nPresident          Envoy",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<table"#))
  }
}
