/// What a recogniser says of some bytes of the source: what they are, how sure it is, and why.
package struct Annotation: Sendable {
  /// TEI's four degrees, of which an encoder uses three (TEI Guidelines, att.global.responsibility).
  package enum Certainty: String, Sendable {
    case high, medium, low
  }

  /// What they are.
  package let mark: Mark
  /// The rule that found it: the recogniser's name in TEI's or Engross's terms.
  package let rule: String
  /// Why, in a few words.
  package let evidence: String
  // A text has no more than two gibibytes. Annotations are sorted and copied, and so kept small.
  private let start: UInt32
  private let end: UInt32
  /// How sure the recogniser is.
  package let certainty: Certainty
  /// The number of who answers for it plus one, 0 for Engross.
  private let answering: UInt32

  /// The bytes, half open.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// Who answers for it, by their number among the annotators; nil for Engross.
  package var annotator: Int? { answering == 0 ? nil : Int(answering) - 1 }

  init(
    _ range: Range<Int>, _ mark: Mark, _ certainty: Certainty, rule: String, because: String,
    by annotator: Int? = nil
  ) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.mark = mark
    self.certainty = certainty
    self.rule = rule
    evidence = because
    answering = annotator.map { UInt32($0 + 1) } ?? 0
  }

  /// The same of other bytes.
  func over(_ range: Range<Int>) -> Annotation {
    Annotation(range, mark, certainty, rule: rule, because: evidence, by: annotator)
  }

  /// Who answers for it, as `@resp` points at them.
  var responsible: String { Annotator.pointer(annotator) }
}

/// What bytes of a source can be.
///
/// Indirect, so that a mark is a reference: few hold more than their kind, and all are copied often.
package indirect enum Mark: Sendable, Equatable {
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
  case stage(type: String)
  /// An item of a list, at a level from 1; its label, and whether it goes on with its list.
  case item(level: Int, label: String, continues: Bool)
  /// A paragraph that has an office of its own: a recital, an enactment.
  case anonymousBlock(type: String)
  /// A paragraph of a text that is quoted.
  case quotation
  /// A line of verse, and the number of its stanza.
  case verse(stanza: Int)
  /// A row of a table, and the number of the table.
  case row(table: Int)
  /// One of those who were present, and what list that is: "present", "absent".
  case participant(type: String)
  /// What such a list, or a group of it, is called.
  case participantHead(type: String)
  /// A note at the foot of a page or at the end; its label, and its number among all.
  case footnote(label: String, number: Int)
  // Phrases inside a block.
  case docAuthor, persName, roleName, orgName, placeName
  /// A law, a treaty or another official text that is cited; its type: "law", "treaty".
  case bibl(type: String)
  /// A part of such a text: "section 5", "Article IV".
  case provision
  /// A sum of money or another measure.
  case measure(Measured)
  case date(DateValue)
  case correction(String, type: String)
  /// A line that says that a page begins.
  case pageBreak(PageBeginning)
  case cell
  /// What happens beside the words, told among them: "[Laughter]".
  case stageDirection(type: String)
  /// What an editor put in brackets.
  case insertion(EditorialInsertion)
  /// The mark in the text of a footnote, by the note's number.
  case noteReference(Int)
  /// A list that runs on in its paragraph; its items.
  case runInList
  case runInItem(label: String)
  /// The start of a line that goes on with what the line before began.
  case lineBreak
  /// The same in the middle of a word.
  case wordBreak
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
      .stage, .item, .runningHead, .anonymousBlock, .quotation, .verse, .row, .participant,
      .participantHead, .footnote:
      true
    case .pageBreak(let page): !page.isInside
    default: false
    }
  }

  /// Whether the mark is of running text: a paragraph, an item, a heading over either.
  var isText: Bool {
    switch self {
    case .paragraph, .item, .divisionHead, .speaker, .anonymousBlock, .quotation: true
    default: false
    }
  }

  /// Whether the mark is a signature, whoever signed.
  var isSigned: Bool { if case .signed = self { true } else { false } }

  /// Whether the mark is a text that is cited, in which no names are looked for.
  var isCitation: Bool { if case .bibl = self { true } else { self == .provision } }

  /// Whether the mark divides a block into parts, of which it then consists.
  var isPart: Bool {
    switch self {
    case .cell, .runInList, .runInItem: true
    default: false
    }
  }

  /// Whether the mark stands at one point and holds nothing.
  var isPoint: Bool { self == .lineBreak || self == .wordBreak }

  /// Whether the mark is a note, of whatever kind.
  var isNote: Bool { if case .note = self { true } else { false } }

  /// Whether the mark stands inside a block, around some of its text.
  var isPhrase: Bool {
    switch self {
    case .docAuthor, .persName, .roleName, .orgName, .placeName, .bibl, .provision, .measure, .date,
      .correction, .lineBreak,
      .wordBreak, .cell, .stageDirection, .insertion, .noteReference, .runInList, .runInItem:
      true
    case .pageBreak(let page): page.isInside
    default: false
    }
  }
}
