/// What a recogniser says of some bytes of the source: what they are, how sure it is, and why.
package struct Annotation: Sendable {
  /// TEI's four degrees, of which an encoder uses three (TEI Guidelines, att.global.responsibility).
  package enum Certainty: String, Sendable {
    case high, medium, low
  }

  /// The bytes, half open.
  package let range: Range<Int>
  /// What they are.
  package let mark: Mark
  /// How sure the recogniser is.
  package let certainty: Certainty
  /// The rule that found it: the recogniser's name in TEI's or Engross's terms.
  package let rule: String
  /// Why, in a few words.
  package let evidence: String

  init(
    _ range: Range<Int>, _ mark: Mark, _ certainty: Certainty, rule: String, because: String
  ) {
    self.range = range
    self.mark = mark
    self.certainty = certainty
    self.rule = rule
    evidence = because
  }

  /// The same of other bytes.
  func over(_ range: Range<Int>) -> Annotation {
    Annotation(range, mark, certainty, rule: rule, because: evidence)
  }
}

/// What bytes of a source can be.
package enum Mark: Sendable, Equatable {
  // Blocks, one after the other; most take whole lines.
  case byline, dateline, head, openingSalute, closingSalute, paragraph
  /// A signature, and in what part one signed: "witness"; nil for a party.
  case signed(role: String?)
  case note(subtype: String?)
  /// Whom a letter goes to, before its text or after the signature.
  case address
  /// A line above the text that says what the document is or whom it concerns: TO, a release line.
  case preliminary(type: String)
  /// A line of the publication that the document is printed in.
  case runningHead
  /// The heading of a division inside the document.
  case divisionHead(Division)
  /// Words between signatures that are none: "Attest:", "(Signed)".
  case attestation
  /// A line below the signatures that says what is enclosed, or to whom copies went.
  case notation(type: String)
  case postscript, trailer
  /// Who speaks the blocks that follow.
  case speaker
  /// What happens beside the words: "(Applause.)".
  case stage
  /// An item of a list, at a level from 1; its label.
  case item(level: Int, label: String)
  // Phrases inside a block.
  case docAuthor, persName, roleName, orgName, placeName
  case date(DateValue)
  case correction(String, type: String)
  /// The start of a line that goes on with what the line before began.
  case lineBreak
  /// Something lost after the block that the range is.
  case gap(reason: String, description: String)
  /// The kind of the whole document; the range is the words that tell it.
  case genre(String)

  /// Whether the mark takes whole lines.
  var isBlock: Bool {
    switch self {
    case .byline, .dateline, .head, .openingSalute, .closingSalute, .paragraph, .signed, .note,
      .address, .preliminary, .divisionHead, .attestation, .notation, .postscript, .trailer,
      .speaker,
      .stage, .item, .runningHead:
      true
    default: false
    }
  }

  /// Whether the mark is of running text: a paragraph, an item, a heading over either.
  var isText: Bool {
    switch self {
    case .paragraph, .item, .divisionHead, .speaker: true
    default: false
    }
  }

  /// Whether the mark is a signature, whoever signed.
  var isSigned: Bool { if case .signed = self { true } else { false } }

  /// Whether the mark is a note, of whatever kind.
  var isNote: Bool { if case .note = self { true } else { false } }

  /// Whether the mark stands inside a block, around some of its text.
  var isPhrase: Bool {
    switch self {
    case .docAuthor, .persName, .roleName, .orgName, .placeName, .date, .correction, .lineBreak:
      true
    default: false
    }
  }
}
