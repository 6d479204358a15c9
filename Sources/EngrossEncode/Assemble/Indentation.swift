import EngrossModel

/// Elements of the header and of `standOff` stand on lines of their own, indented by depth; inside
/// `text` no white space is added.
extension TreeBuilder {
  /// An element with elements inside, on lines of its own.
  mutating func block(
    _ local: String, _ attributes: KeyValuePairs<String, String> = [:],
    content: (inout TreeBuilder) -> Void
  ) {
    newLine()
    element(local, attributes) {
      content(&$0)
      $0.newLine(shallower: 1)
    }
  }

  /// An element with text inside, on a line of its own.
  mutating func line(
    _ local: String, _ attributes: KeyValuePairs<String, String> = [:], _ string: String
  ) {
    newLine()
    element(local, attributes, string)
  }

  mutating func newLine(shallower: Int = 0) {
    let count = 1 + 2 * max(0, depth - shallower)
    // Safe: a static string's bytes live as long as the program.
    let indentation: StaticString = "\n                                "
    text(
      UnsafeBufferPointer(
        start: indentation.utf8Start, count: min(count, indentation.utf8CodeUnitCount)),
      offset: 0)
  }
}
