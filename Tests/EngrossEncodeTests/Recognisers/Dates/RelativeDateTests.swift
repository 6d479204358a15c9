import EngrossModel
import EngrossXML
import Testing

@testable import EngrossEncode

struct RelativeDateTests {
  @Test(
    "A relative date is reckoned from the dateline's, and says so",
    arguments: [
      ("the 14th instant", "1893-03-14"), ("the 29th ult.", nil),
      ("the 29th proximo", "1893-04-29"),
      ("tomorrow", "1893-03-02"), ("next Wednesday", "1893-03-08"), ("Tuesday last", "1893-02-28"),
      ("last October", "1892-10"), ("the 30th of December", "1892-12-30"),
      ("the 30th of May next", "1893-05-30"),
    ])
  func reckons(words: String, value: String?) throws {
    let found = annotations(
      "Oslo, March 1, 1893.\nDear Sir:\nI saw him on \(words) in the town, so it is.")
    let date = try #require(found.first)
    guard case .date(let meant) = date.mark else { throw CancellationError() }
    #expect(meant.when == value)
    #expect(date.evidence.contains("document's date") || value == nil)
  }

  @Test("Without a dateline a year is that of the date named last, with little certainty")
  func guesses() {
    let found = annotations(
      "An act of April 16, 1862, and of May 5, as they say, was signed by all.")
    #expect(found.map(\.certainty) == [.low])
  }

  /// The dates that the recogniser adds.
  private func annotations(_ text: String) -> [Annotation] {
    TextEncoding().annotations(of: TokenisedText(Array(text.utf8)), genre: nil)
      .filter { $0.rule == "relative-date" }
  }
}
