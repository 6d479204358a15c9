import Testing

@testable import EngrossEncode

struct OutlineHeadingTests {
  @Test("Labels in their order, above prose, head sections")
  func heads() throws {
    let body = try encodedBody(
      of: """
        A report on lamps

        I. Lamps

        The lamps were seen by us, and all of them burnt.

        II. Wicks

        The wicks were seen by us too, and none was dry.
        """)
    #expect(body.contains(#"n="I"><head>I. Lamps</head>"#))
    #expect(body.contains(#"n="II"><head>II. Wicks</head>"#))
  }

  @Test(
    "An initial or a label out of its order heads nothing",
    arguments: [
      "A report on lamps\n\nI. Berg was there, and so was O. Lund, as the log of that day says.\n\nThe wicks were seen by us too, and none was dry.",
      "A report on lamps\n\nII. Wicks\n\nThe wicks were seen by us too, and none was dry.",
      "A report on lamps\n\nV. Berg\n\nThe wicks were seen by us too, and none was dry.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<div type="section" n="#))
  }
}
