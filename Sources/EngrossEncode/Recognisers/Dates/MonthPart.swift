/// The name of a month, short or whole: "May", "Jany.", "7ber"; or the number that Friends give it:
/// "4th mo.", "Fourthmonth", "Fourth Month".
struct MonthPart {
  let value: Int
  let last: Int
  /// Whether the month is told by its number, as Friends do; until 1752 March was the first.
  let isNumbered: Bool
  /// Whether it's written as a name is.
  let isCapital: Bool
  /// Whether the word is one of the language's common words too, when it's written small.
  let isLong: Bool

  init?(_ text: DateText, at index: Int) {
    guard text.text.tokens.indices.contains(index) else { return nil }
    let token = text.text.tokens[index]
    let key = text.key(index)
    switch token.kind {
    case .mark: return nil
    case .number, .mixed:
      if let value = text.facts.months[key] {
        self.init(value, Self.withPoint(text, index), isCapital: true)
        return
      }
    default:
      if let (value, last) = Self.divided(text, index)
        ?? text.facts.months[key].map({ ($0, index) })
      {
        self.init(
          value, Self.withPoint(text, last), isCapital: token.isCapital, isLong: token.count > 5)
        return
      }
      if let value = text.facts.quakerMonths[key] {
        self.init(value, index, isNumbered: true, isCapital: true)
        return
      }
    }
    self.init(numbered: text, at: index)
  }

  /// "4th mo.", "Fourth Month", "4 mo."
  private init?(numbered text: DateText, at index: Int) {
    let number: (value: Int, last: Int)?
    if let (value, digits) = text.number(index), digits <= 2 {
      number = (value, index)
    } else {
      number = text.ordinal(index)
    }
    guard let number, (1...12).contains(number.value) else { return nil }
    let next = text.key(number.last + 1)
    guard next == Token.key("mo") || next == DateText.Words.month else { return nil }
    self.init(
      number.value, Self.withPoint(text, number.last + 1), isNumbered: true, isCapital: true)
  }

  private init(
    _ value: Int, _ last: Int, isNumbered: Bool = false, isCapital: Bool, isLong: Bool = true
  ) {
    self.value = value
    self.last = last
    self.isNumbered = isNumbered
    self.isCapital = isCapital
    self.isLong = isLong
  }

  private static func withPoint(_ text: DateText, _ index: Int) -> Int {
    text.isMark(index + 1, ".") && text.isAttached(index + 1) ? index + 1 : index
  }

  /// A name that a line's end divides: "Janu-", "ary".
  private static func divided(_ text: DateText, _ index: Int) -> (value: Int, last: Int)? {
    guard index + 2 < text.count, text.isMark(index + 1, "-"), text.isAttached(index + 1),
      !text.isAttached(index + 2), text.text.tokens[index + 2].kind == .word
    else { return nil }
    var key = text.text.tokens[index].key
    for byte in text.text.bytes[text.text.tokens[index + 2].range] {
      key = Token.step(key, Token.lowercased(byte))
    }
    return text.facts.months[key].map { ($0, index + 2) }
  }
}
