/// Finds one kind of thing in a text.
///
/// A recogniser never changes the text: it says which bytes are what, and why. It runs in linear
/// time, and sees what the recognisers before it in `AllRecognisers` have found.
package protocol Recogniser: Sendable {
  /// What it finds and what it must not, as tests.
  static var examples: [Example] { get }

  /// Everything of its kind that the text has.
  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation]
}

/// A text, and the markup that its encoding must or must not hold.
package struct Example: Sendable {
  package let text: String
  /// A piece of the encoded text's XML.
  package let markup: String
  /// Whether the markup must be there.
  package let holds: Bool
}

infix operator ~> : ComparisonPrecedence
infix operator !~> : ComparisonPrecedence

/// The encoding of the text holds the markup.
func ~> (text: String, markup: String) -> Example {
  Example(text: text, markup: markup, holds: true)
}

/// The encoding of the text doesn't hold the markup.
func !~> (text: String, markup: String) -> Example {
  Example(text: text, markup: markup, holds: false)
}
