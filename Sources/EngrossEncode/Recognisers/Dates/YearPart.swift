/// The year as it follows a day and a month: ", 1862", "A. D. 1862", "1731/2", "'62", "/58", "in the
/// year of our Lord one thousand eight hundred and sixty-two".
struct YearPart {
  /// The year; nil for one of two digits when nothing tells the century.
  let value: Int?
  let last: Int
  /// Whether the century isn't written.
  var isShort = false
  /// Whether it's two years, of which the first starts in March, in the old way.
  var isDouble = false

  /// Reads the year that starts at a token; nil where none does.
  init?(_ text: DateText, at start: Int) {
    if let short = Self.short(text, start) {
      self = short
      return
    }
    var index = start
    var words = 0
    while index < text.count, index - start < 14 {
      let token = text.text.tokens[index]
      if text.number(index) != nil {
        guard let year = Self.digits(text, index),
          index == start || text.key(index - 1) != DateText.Words.the
        else { return nil }
        if let last = Self.second(text, index, year) {
          self.init(value: year + 1, last: last, isDouble: true)
        } else {
          self.init(value: year, last: index)
        }
        return
      }
      if text.facts.numbers.contains(token),
        words > 0 || index == start || text.isMark(index - 1, ","),
        let number = text.facts.numbers.read(text.text, at: index), !number.isOrdinal,
        (1000...2999).contains(number.value)
      {
        self.init(value: number.value, last: number.last)
        return
      }
      if text.facts.yearWords.contains(token.key), !Self.isArticle(text, index) {
        words += 1
      } else if !text.isMark(index, ","), !text.isMark(index, ".") || Self.ends(text, index) {
        return nil
      }
      index += 1
    }
    return nil
  }

  private init(value: Int?, last: Int, isShort: Bool = false, isDouble: Bool = false) {
    self.value = value
    self.last = last
    self.isShort = isShort
    self.isDouble = isDouble
  }

  /// Whether a token is the article "a", which "A. D." starts like.
  private static func isArticle(_ text: DateText, _ index: Int) -> Bool {
    text.key(index) == Token.key("a") && !text.isMark(index + 1, ".")
      && text.key(index + 1) != Token.key("d")
  }

  /// Whether a full stop ends a sentence: another word than "A. D." follows with a capital.
  private static func ends(_ text: DateText, _ index: Int) -> Bool {
    index + 1 < text.count && text.isCapital(index + 1)
      && ![Token.key("a"), Token.key("d"), Token.key("ad"), Token.key("anno")]
        .contains(text.key(index + 1))
  }

  /// A year of four digits, from 1000.
  static func digits(_ text: DateText, _ index: Int) -> Int? {
    guard let (value, digits) = text.number(index), digits == 4, (1000..<3000).contains(value),
      !text.isMark(index + 1, "%")
    else { return nil }
    return value
  }

  /// The last token of a year that two are given for: "1731/2", "1731/32".
  private static func second(_ text: DateText, _ index: Int, _ year: Int) -> Int? {
    guard text.isMark(index + 1, "/"), text.isAttached(index + 1), text.isAttached(index + 2),
      let (value, digits) = text.number(index + 2), year < 1753
    else { return nil }
    let modulus = [0, 10, 100, 1000, 10_000][min(digits, 4)]
    return modulus > 0 && (year + 1) % modulus == value ? index + 2 : nil
  }

  /// A year of two digits behind an apostrophe or a stroke: "Aug 27/58", "Dec 18th /62", "May 6, '62".
  private static func short(_ text: DateText, _ start: Int) -> YearPart? {
    var index = text.skipping(",", start)
    guard text.text.tokens.indices.contains(index), text.text.tokens[index].kind == .mark else {
      return nil
    }
    let scalar = text.text.scalar(index)
    let isStroke = scalar == 0x2F && index == start
    guard isStroke || scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019 else { return nil }
    index += 1
    guard text.isAttached(index), let (value, digits) = text.number(index), digits == 2,
      !(text.isMark(index + 1, "/") && text.isAttached(index + 1))
    else { return nil }
    return YearPart(
      value: text.lastYear.map { nearest(value, to: $0) }, last: index, isShort: true)
  }

  /// The year with these last two digits that is nearest to another.
  static func nearest(_ digits: Int, to year: Int) -> Int {
    let same = year - year % 100 + digits
    if same - year > 50 { return same - 100 }
    return year - same > 50 ? same + 100 : same
  }
}
