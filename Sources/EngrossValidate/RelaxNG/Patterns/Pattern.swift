/// A pattern in its simple form (RELAX NG specification, section 4), as a number into a
/// `PatternTable`: equal patterns have equal numbers.
struct Pattern: Hashable, Sendable {
  let number: UInt32

  /// Matches nothing at all.
  static let notAllowed = Pattern(number: 0)
  /// Matches the empty sequence.
  static let empty = Pattern(number: 1)
  /// Matches any text.
  static let text = Pattern(number: 2)
}

/// What a pattern is, and what its two numbers mean.
enum PatternKind: UInt8, Sendable {
  case notAllowed, empty, text
  /// Any number of patterns in `PatternTable.members`, from the first number on, as many as the
  /// second says; in the order of their numbers, as order means nothing.
  case choice, interleave
  /// The patterns inside several elements that an element may be, each in its place; what is no
  /// longer possible is `notAllowed`. Members as a choice has them. No schema holds it.
  case branches
  /// One pattern and all that follows it.
  case group
  /// One pattern.
  case oneOrMore, list
  /// A datatype's number, and the pattern of what is left out: `notAllowed` for nothing.
  case data
  /// A value's number.
  case value
  /// A name class's number, and the pattern of the value.
  case attribute
  /// A declaration's number.
  case element
}

/// What is found in a pattern without going into an element or an attribute.
struct PatternContents: OptionSet, Sendable {
  let rawValue: UInt16
  /// It matches the empty sequence.
  static let nullable = PatternContents(rawValue: 1)
  static let elements = PatternContents(rawValue: 2)
  static let attributes = PatternContents(rawValue: 4)
  static let text = PatternContents(rawValue: 8)
  /// `data` and `value`.
  static let data = PatternContents(rawValue: 16)
  static let list = PatternContents(rawValue: 32)
  static let interleave = PatternContents(rawValue: 64)
  static let group = PatternContents(rawValue: 128)
  static let oneOrMore = PatternContents(rawValue: 256)
  static let empty = PatternContents(rawValue: 512)
  /// An attribute inside a group or an interleave.
  static let groupedAttributes = PatternContents(rawValue: 1024)
  /// An attribute of any number of names that isn't repeated.
  static let openAttribute = PatternContents(rawValue: 2048)
  /// A datatype of identifiers.
  static let identifiers = PatternContents(rawValue: 4096)

  /// Text whose characters matter.
  static let strings: PatternContents = [.data, .list]
}

/// A pattern as it's stored.
struct PatternNode: Sendable {
  var kind: PatternKind
  var contents: PatternContents
  /// How many patterns are inside one another, the tails of groups not counted.
  var depth: UInt16
  var first: UInt32
  var second: UInt32
}
