import Testing

@testable import EngrossEncode

struct SignatoryListTests {
  @Test("Names with long affiliations below a label sign")
  func affiliations() throws {
    let body = try encodedBody(
      of: """
        An open letter

        This is a text that says so, and so say all of us here.

        Signatories

        Anna Berg, Founder and director at Lamps, prize winner and professor at Gant

        Ola Lund, Author

        Anna Lund, Institute of Wicks
        """)
    #expect(
      body.contains(##"<signed><persName ref="#person-1">Anna Berg</persName>, <roleName>Founder"##)
    )
    #expect(body.contains(#"Ola Lund</persName>, <roleName>Author</roleName></signed>"#))
  }

  @Test(
    "Names that are told of sign nothing",
    arguments: [
      "The names of the keepers follow, for the use of the office.\n\nJohn Smith, Point Gant\nHenry Adams, Tarn Island\n\nThey are owed two months' pay, and it should be sent to them.\n\nThat is all that we have to say of the matter in this report.",
      "Trip report\n\nWe met the following officials at the Ministry, who told us all of it:\n\nAhmed Hassan, Minister of Lamps\nFarid Nasser, Deputy Minister\n\nThe Minister said that the works would be ready by the spring, and asked for pumps.\n\nDear friends of ours gave a dinner.",
    ])
  func leaves(text: String) throws {
    let body = try encodedBody(of: text)
    #expect(!body.contains(#"<signed"#))
  }
}
