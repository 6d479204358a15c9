/// The recognisers, in the order in which they look at a text; each sees what those before it found.
package enum AllRecognisers {
  package static func list(_ facts: Facts) -> [any Recogniser] {
    [
      Mojibake(),
      DividedWord(facts: facts),
      KnownPhrase(facts: facts),
      Date(facts: facts),
      EditorialNote(),
      Masthead(facts: facts),
      Venue(),
      Dateline(),
      RelativeDate(facts: facts),
      AuthorLine(facts: facts),
      Salute(),
      Postscript(),
      Signatory(facts: facts),
      Title(),
      Speaker(),
      DivisionHeading(facts: facts),
      ListItem(),
      Paragraph(),
      PlaceName(facts: facts),
      PersonMention(facts: facts),
      Gap(),
      GenreOfDocument(facts: facts),
    ]
  }
}
