/// An element that is open: what its end does, and what it says to its children. It holds no string, so
/// that opening an element counts no references.
struct Frame {
  /// Text that isn't the document's.
  enum Mark {
    case space, bracket, questionAndBracket
  }

  /// What happens when it closes.
  enum Ending {
    case none
    /// A block ends.
    case block(Fragment.Gap)
    /// Text that isn't the document's follows.
    case mark(Mark)
    /// The fragment that was laid out by itself goes where its treatment says.
    case note(Treatment, number: Int)
    case cell
    case table
    case speaker
    case gap
    case verseLine
    /// A character follows, unless the element has text of its own.
    case glyph(length: Int)
    case division
    case header
    case document
    case text
  }

  let meaning: Int
  /// Whether white space between its children means nothing.
  let holdsBlocks: Bool
  /// Whether white space is kept (`xml:space`; XML 1.0, section 2.10).
  let preserves: Bool
  var ending: Ending
  /// Whether a reading was taken, of a choice or an app.
  var hasReading = false
  var labels: ListLabels?
  /// Whether it's of those whose blocks belong together.
  var isGroup = false
  /// The indentation to go back to.
  var indent = 0
}
