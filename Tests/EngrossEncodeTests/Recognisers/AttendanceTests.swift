import Testing

@testable import EngrossEncode

struct AttendanceTests {
  @Test("Those who came and those who sent apologies are lists of their own")
  func lists() throws {
    let body = try encodedBody(
      of: """
        Minutes of the Council

        Present:
        Mr. Lund
        Ms. Berg

        Apologies:
        Mr. Tarn

        The chair opened the meeting at nine, and all went well.
        """)
    #expect(body.contains(#"<list type="attendance" subtype="present"><head>Present:</head>"#))
    #expect(body.contains(#"<list type="attendance" subtype="absent"><head>Apologies:</head>"#))
  }

  @Test(
    "Sentences about those present are no list",
    arguments: [
      "Minutes of the Council\n\nPresent: Mr. Lund, Ms. Berg and the clerk, who took the minutes of it.\n\nThe chair opened it.",
      "A report\n\nPresent\n\nThe lamps were as the keepers had said that they would be.\n\nSo it was.",
      "A report\n\nThose present were content.\n\nMr. Lund\nMs. Berg\n\nSo it was.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"attendance"#))
  }
}
