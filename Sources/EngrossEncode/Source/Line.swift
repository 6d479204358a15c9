/// One line of a text.
package struct Line: Sendable {
  /// The bytes from the first to the last that isn't white space; empty for a blank line.
  package let content: Range<Int>
  /// The bytes from the line's start to the next line's, its line end included.
  package let whole: Range<Int>
  /// The tokens of the line.
  package let tokens: Range<Int>

  package var isBlank: Bool { content.isEmpty }
}
