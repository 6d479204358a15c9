/// A division inside a document, as its heading tells: "Article IV", "Section 2".
package struct Division: Sendable, Equatable {
  /// What divisions are called, outer before inner.
  package enum Kind: String, Sendable, CaseIterable {
    case annex, part, chapter, article, item, section
    /// A division with a heading and without a number.
    case unnumbered
  }

  let kind: Kind
  /// The number as the heading has it, empty for none.
  let number: String

  /// How many divisions of its own kind it stands inside, as its number tells: 1 for "2.4".
  var depth = 0

  /// How deep a division of this kind stands among those of other kinds.
  var rank: Int { Kind.allCases.firstIndex(of: kind)! * 16 + min(depth, 15) }
}
