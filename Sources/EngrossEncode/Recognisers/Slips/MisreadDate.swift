/// Finds slips inside dates: a letter in the place of a digit, "May l0, 1862", and a month's name
/// with one letter wrong, "Febuary 12, 1862".
///
/// Only where the other parts of the date stand around it. A name that is short for a month's
/// isn't one. TEI Guidelines, CO, Apparent Errors.
struct MisreadDate: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "It was signed on May l0, 1862, by all of them."
      ~> "<choice><sic>l0</sic><corr type=\"character\" resp=\"#engross\" cert=\"high\">10</corr></choice>",
    "It was signed on May 10, I862, by all of them."
      ~> "<choice><sic>I862</sic><corr type=\"character\" resp=\"#engross\" cert=\"high\">1862</corr></choice>",
    "It was signed on Febuary 12, 1862, by all of them."
      ~> "<corr type=\"slip\" resp=\"#engross\" cert=\"high\">February</corr>",
    "It was signed on Septembr 12, 1862, in section l0 of it." !~> "<sic",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    for index in text.tokens.indices {
      let token = text.tokens[index]
      switch token.kind {
      case .mixed where token.count <= 4 && isMisread(text, index):
        annotations.append(
          correction(
            text, index, digits(text, index), "character", "a letter among a date's digits"))
      case .capitalised where token.count >= 6 && token.isAny(.misspeltMonth):
        guard let month = facts.slips.misspeltMonths[token.key], stands(text, index) else {
          continue
        }
        annotations.append(
          correction(text, index, month, "slip", "a day and a year stand beside it"))
      default: continue
      }
    }
    return annotations
  }

  private func correction(
    _ text: TokenisedText, _ index: Int, _ right: String, _ type: String, _ because: String
  ) -> Annotation {
    Annotation(
      text.tokens[index].range, .correction(right, type: type), .high, rule: "misread-date",
      because: because)
  }

  private func digits(_ text: TokenisedText, _ index: Int) -> String {
    String(
      decoding: text.bytes[text.tokens[index].range].map { byte in
        switch byte {
        case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
        case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Whether a token is a day or a year among the parts of a date, with letters in it that look
  /// like digits.
  private func isMisread(_ text: TokenisedText, _ index: Int) -> Bool {
    guard let value = Int(digits(text, index)), index >= 1 else { return false }
    let isYear = text.tokens[index].count == 4 && (1500...2100).contains(value)
    if isYear {
      guard index >= 3, text.isMark(index - 1, ",") else { return false }
      return text.tokens[index - 2].kind == .number
        && facts.dates.months[text.tokens[index - 3].key] != nil
    }
    guard (1...31).contains(value), facts.dates.months[text.tokens[index - 1].key] != nil,
      text.tokens[index - 1].isCapital
    else { return false }
    return text.isMark(index + 1, ",") && index + 2 < text.tokens.count
      && text.tokens[index + 2].kind == .number && text.tokens[index + 2].count == 4
  }

  /// Whether a day and a year stand around a month: "12, 1862" after it, or "12" before and "1862"
  /// after.
  private func stands(_ text: TokenisedText, _ index: Int) -> Bool {
    func isYear(_ at: Int) -> Bool {
      at < text.tokens.count && text.tokens[at].kind == .number && text.tokens[at].count == 4
    }
    func isDay(_ at: Int) -> Bool {
      at >= 0 && at < text.tokens.count && text.tokens[at].count <= 4
        && (text.tokens[at].kind == .number || text.tokens[at].kind == .mixed)
    }
    if isDay(index + 1), text.isMark(index + 2, ","), isYear(index + 3) { return true }
    return isDay(index - 1)
      && (isYear(index + 1) || text.isMark(index + 1, ",") && isYear(index + 2))
  }
}
