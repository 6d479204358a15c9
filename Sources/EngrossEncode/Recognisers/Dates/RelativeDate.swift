/// Finds dates that are told from the document's own: "the 14th instant", "29th ultimo", "yesterday".
///
/// The document's date is the first full one in a dateline; without it such a date has no value.
/// TEI Guidelines, ND, Relative Dates and Times.
struct RelativeDate: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "Oslo, May 6, 1893.\nDear Sir:\nI have your letter of the 21st ultimo with me, and so it is."
      ~> "<date when=\"1893-04-21\" resp=\"#engross\" cert=\"medium\">21st ultimo</date>",
    "Oslo, January 6, 1893.\nDear Sir:\nI have your letter of the 2nd inst. with me, and so it is."
      ~> "<date when=\"1893-01-02\" resp=\"#engross\" cert=\"medium\">2nd inst</date>",
    "Oslo, March 1, 1893.\nDear Sir:\nI saw him yesterday in the town, and so it is with us."
      ~> "<date when=\"1893-02-28\" resp=\"#engross\" cert=\"medium\">yesterday</date>",
    "Dear Sir:\nI have your letter of the 21st ultimo with me, and so it is.\nOla"
      ~> "<date resp=\"#engross\" cert=\"high\">21st ultimo</date>",
    "For instant help it was the 1st of all, and so it was with us." !~> "<date",
  ]

  private static let months = WordTable([
    Token.key("instant"): 0, Token.key("inst"): 0, Token.key("current"): 0, Token.key("currt"): 0,
    Token.key("ultimo"): -1, Token.key("ult"): -1, Token.key("proximo"): 1, Token.key("prox"): 1,
  ])
  private static let days = WordTable([
    Token.key("yesterday"): -1, Token.key("tomorrow"): 1,
  ])

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let origin = origin(found)
    var dates: [Annotation] = []
    for (index, token) in text.tokens.enumerated()
    where token.kind == .word && token.count >= 3 && token.count <= 9 {
      if let date = date(text, index, token, origin) { dates.append(date) }
    }
    return dates
  }

  private func date(
    _ text: TokenisedText, _ index: Int, _ token: Token, _ origin: CalendarDate?
  ) -> Annotation? {
    if let months = Self.months[token.key] {
      guard let day = DayPart(text, endingAt: index - 1, facts), let number = day.value else {
        return nil
      }
      let value = origin.flatMap { $0.adding(months: months, day: number) }
      return date(text, day.first, index, value)
    }
    // Without a date to reckon from "yesterday" says nothing.
    guard let days = Self.days[token.key], let value = origin?.adding(days: days) else {
      return nil
    }
    return date(text, index, index, value)
  }

  private func date(
    _ text: TokenisedText, _ first: Int, _ last: Int, _ value: CalendarDate?
  ) -> Annotation {
    Annotation(
      text.range(first, last), .date(value.map { .when($0.w3c) } ?? .unknown),
      value == nil ? .high : .medium, rule: "relative-date",
      because: value == nil
        ? "told from a date that isn't here" : "reckoned from the document's date")
  }

  /// The document's date.
  private func origin(_ found: Findings) -> CalendarDate? {
    let datelines = found.blocks(.dateline).prefix(20)
    guard !datelines.isEmpty else { return nil }
    for date in found.dates {
      guard case .date(let value) = date.mark,
        datelines.contains(where: { $0.range.contains(date.range.lowerBound) }),
        let origin = value.when.flatMap(CalendarDate.init(w3c:))
      else { continue }
      return origin
    }
    return nil
  }
}
