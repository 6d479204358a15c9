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
      Dateline(facts: facts),
      RelativeDate(facts: facts),
      AuthorLine(facts: facts),
      MemorandumHead(),
      ReleaseLine(),
      ReferenceLine(),
      Salute(facts: facts),
      InsideAddress(facts: facts),
      Title(facts: facts),
      Endorsement(),
      GenreOfDocument(facts: facts),
      Postscript(),
      Notation(),
      Acclamation(),
      RunOnSignature(facts: facts),
      Signatory(facts: facts),
      Speaker(),
      DivisionHeading(facts: facts),
      ListItem(),
      Paragraph(),
      PlaceName(facts: facts),
      PersonMention(facts: facts),
      Gap(),
    ]
  }
}
