import Testing

@testable import EngrossEncode

struct BreadcrumbTests {
  @Test("The way to a page is a running head")
  func path() throws {
    let body = try encodedBody(
      of: """
        Home > Speeches > Bridges

        Remarks on bridges

        This is a text that says so.
        """)
    #expect(body.contains(#"<fw type="header">Home &gt; Speeches &gt; Bridges</fw>"#))
  }

  @Test(
    "Comparisons are none",
    arguments: [
      "Remarks on bridges\n\nThis is a text that says that a > b > c.\n\nAnd more.",
      "If a > b > c then it is so\n\nThis is a text that says so.",
      "Tolls > 5 crowns\n\nThis is a text that says so.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<fw"#))
  }
}
