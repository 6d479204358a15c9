/// The recognisers, in the order in which they look at a text; each sees what those before it found.
package enum AllRecognisers {
  package static func list(_ facts: Facts) -> [any Recogniser] {
    [
      PageBreak(),
      Mojibake(),
      DividedWord(facts: facts),
      KnownPhrase(facts: facts),
      Date(facts: facts),
      EndMark(facts: facts),
      EditorialNote(facts: facts),
      Masthead(facts: facts),
      Venue(),
      Dateline(),
      RelativeDate(facts: facts),
      AuthorLine(facts: facts),
      Salute(),
      Postscript(),
      KnownHeading(facts: facts),
      Signatory(facts: facts),
      StageDirection(facts: facts),
      Ornament(),
      Title(),
      NumberedHeading(),
      Speaker(),
      UnnumberedHeading(),
      ListItem(),
      Recital(),
      Paragraph(),
      PlaceName(facts: facts),
      PersonMention(facts: facts),
      BracketedMatter(facts: facts),
      Gap(),
      GenreOfDocument(facts: facts),
    ]
  }
}
