/// Finds dates in all the forms that `DateReading` composes, where the words themselves tell the
/// date; slips in them, found before, are read as corrected.
///
/// Sure where day, month and year are there. A day that its month doesn't have is a date without a
/// value. TEI Guidelines, ND, Dates and Times; values as W3C XML Schema Part 2, section 3.2.
struct Date: Recogniser {
  let facts: Facts

  static let examples: [Example] =
    DateReading.examples + [
      "It was signed on Febuary 12, 1862, by all of them." ~> "<date when=\"1862-02-12\"",
      "It was signed on May l0, 1862, by all of them." ~> "<date when=\"1862-05-10\"",
    ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    DateReading(facts.dates).dates(in: text, correcting: corrections(text, found)).map { date in
      Annotation(
        text.range(date.first, date.last), .date(date.value), date.certainty, rule: "date",
        because: date.because)
    }
  }

  /// The corrections of whole tokens, by these.
  private func corrections(_ text: TokenisedText, _ found: Findings) -> [Int: String] {
    var corrections: [Int: String] = [:]
    var index = 0
    for annotation in found.corrections(in: text, text.tokens.indices) {
      guard case .correction(let right, _) = annotation.mark else { continue }
      while index < text.tokens.count,
        text.tokens[index].range.lowerBound < annotation.range.lowerBound
      {
        index += 1
      }
      if index < text.tokens.count, text.tokens[index].range == annotation.range {
        corrections[index] = right
      }
    }
    return corrections
  }
}
