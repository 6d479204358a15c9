/// A part of the document that takes whole lines, and where it stands in the division.
struct Block {
  /// Where TEI lets it stand (TEI Guidelines, DS, Elements Common to All Divisions).
  enum Place {
    /// Before the text of a division, inside an opener.
    case opener
    /// Before the text of a division, beside its opener.
    case head
    case text
    /// After the text of a division, inside a closer.
    case closer
    /// After the text of a division, beside its closer.
    case end
    /// Between blocks of a division.
    case note
    /// Anywhere, also between the parts of other elements.
    case between
  }

  let annotation: Annotation
  let place: Place

  var range: Range<Int> { annotation.range }

  /// Whether it's written as what it is; among the text of a division, what can't stand there is a
  /// paragraph.
  var holdsItsMark: Bool {
    guard place == .text else { return true }
    switch annotation.mark {
    case .stage, .verse, .row, .participant: return true
    default: return annotation.mark.isText
    }
  }

  /// Whether a phrase may stand in it.
  func admits(_ phrase: Mark) -> Bool {
    switch phrase {
    case .docAuthor: annotation.mark == .byline && place == .head
    case .cell: if case .row = annotation.mark { true } else { false }
    case .insertion:
      switch annotation.mark {
      case .divisionHead, .head, .anonymousBlock(type: "omission"),
        .anonymousBlock(type: "ornament"):
        false
      default: true
      }
    // Where TEI has paragraphs: a title or a signature cites nothing.
    case .bibl, .provision, .measure:
      switch annotation.mark {
      case .divisionHead, .speaker: false
      case .note, .footnote: true
      default: annotation.mark.isText
      }
    case .stageDirection, .runInList, .runInItem:
      place == .text && annotation.mark.isText && annotation.mark != .speaker
    default: true
    }
  }
}

/// An element that holds blocks.
enum Container: Equatable {
  case part
  case division(Division)
  case opener, closer, list
  /// A speech, and the id of the one who speaks.
  case speech(who: String?)
  case item(label: String)
  case attendance(type: String)
  case quotation
  case stanza(Int)
  case table(Int)

  /// Whether a note between blocks is put inside, not after.
  var holdsNotes: Bool {
    switch self {
    case .part, .division, .speech: true
    default: false
    }
  }

  /// Whether it stands among the blocks of a division's text.
  var isInner: Bool {
    switch self {
    case .list, .item, .attendance, .quotation, .stanza, .table: true
    default: false
    }
  }

  var isItem: Bool { if case .item = self { true } else { false } }
  var isSpeech: Bool { if case .speech = self { true } else { false } }
}
