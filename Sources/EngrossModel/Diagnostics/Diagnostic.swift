/// One thing that is wrong with a document, as data.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  /// A place that belongs to the matter, such as the first use of an id.
  public struct Note: Sendable, Hashable {
    /// One sentence without a full stop.
    public let message: String
    /// Where.
    public let position: Position
    /// The file, where it isn't the one that was checked but one that it includes or points into.
    public let file: String?

    /// Makes a note.
    public init(_ message: String, at position: Position, in file: String? = nil) {
      self.message = message
      self.position = position
      self.file = file
    }
  }

  /// The stable identifier, such as `rng.bad-value`; its first part names what found it.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// One sentence without a full stop: what is wrong, then what would be right.
  public let message: String
  /// Where it starts; nil when it concerns the file as a whole.
  public let position: Position?
  /// The file, where it isn't the one that was checked but one that it includes.
  public let file: String?
  /// Related places.
  public let notes: [Note]
  /// What would have been right, complete, as names or forms.
  public let expected: [String]

  /// Makes a diagnostic.
  public init(
    id: String, severity: Severity = .error, message: String, position: Position? = nil,
    in file: String? = nil, notes: [Note] = [], expected: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.position = position
    self.file = file
    self.notes = notes
    self.expected = expected
  }
}

/// A place in a file.
public struct Position: Sendable, Hashable, Comparable {
  /// Counted from 1; a line ends at LF, at CR LF or at a lone CR.
  public let line: Int
  /// Counted from 1, in Unicode code points.
  public let column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
