/// Other ways to count the years and the days: Old and New Style, the months of Friends, the years of
/// a reign or of a country's independence.
///
/// The value is always that of the Gregorian calendar, as W3C XML Schema has it; two years that a
/// date is given in are checked against each other. TEI Guidelines, ND, Dates and Times; ISO 8601.
enum Reckoning {
  static let examples: [Example] = [
    "He was born on February 11, 1731/2 in the town, as they say."
      ~> "<date when=\"1732-02-22\" resp=\"#engross\" cert=\"medium\">February 11, 1731/2</date>",
    "He was born on May 3, 1701, O.S. in the town, as they say."
      ~> "<date when=\"1701-05-14\" resp=\"#engross\" cert=\"medium\">May 3, 1701, O.S.</date>",
    "They met on the 3d of 4th mo. 1798 in the town." ~> ">3d of 4th mo. 1798</date>",
    "Done this fourth day of July, in the year of our Lord two thousand seventeen, and of the Independence of the United States of America the two hundred and forty-second."
      ~> "<date when=\"2017-07-04\" resp=\"#engross\" cert=\"high\">fourth day of July, in the year of our Lord two thousand seventeen, and of the Independence of the United States of America the two hundred and forty-second</date>",
    "Done this fourth day of July, in the year of our Lord two thousand seventeen, and of the Independence of the United States of America the two hundred and forty-first."
      ~> "<date when=\"2017-07-04\" resp=\"#engross\" cert=\"medium\">",
    "Done this 3d day of May in the fifth year of the reign of King George the Third by them."
      ~> "<date when=\"1765-05-03\"",
    "They spoke of the independence of the United States and of 1862 men." !~> "<date",
  ]

  /// The month that Friends give a number. Until 1752 March was the first one.
  static func month(numbered number: Int, of year: Int?) -> (month: Int, isUncertain: Bool) {
    guard let year, year < 1752 else { return (number, false) }
    return (number + 2 > 12 ? number - 10 : number + 2, true)
  }

  /// A date with what follows it: its style, or the year of an independence or of a reign.
  static func extending(_ date: DateExpression, _ text: DateText) -> DateExpression {
    guard date.value.when != nil else { return date }
    return styled(date, text) ?? independence(date, text) ?? reign(date, text) ?? date
  }

  // MARK: Old and New Style

  private static func styled(_ date: DateExpression, _ text: DateText) -> DateExpression? {
    guard let named = date.fullDay, let year = named.year, (1582..<1930).contains(year) else {
      return nil
    }
    var index = text.skipping(",", date.last + 1)
    let isBracketed = text.isMark(index, "(") || text.isMark(index, "[")
    if isBracketed { index += 1 }
    let initial = text.key(index)
    guard
      initial == Token.key("o") || initial == Token.key("n") || initial == Token.key("old")
        || initial == Token.key("new") || initial == Token.key("os") || initial == Token.key("ns")
    else { return nil }
    let isOld = text.text.bytes[Int(text.text.tokens[index].start)] | 0x20 == UInt8(ascii: "o")
    switch text.text.tokens[index].count {
    case 1:
      guard text.isMark(index + 1, "."), text.key(index + 2) == Token.key("s") else { return nil }
      index = text.isMark(index + 3, ".") ? index + 3 : index + 2
    case 2:
      guard text.isCapital(index) else { return nil }
    default:
      guard text.key(index + 1) == Token.key("style") else { return nil }
      index += 1
    }
    if isBracketed { index += 1 }
    guard index < text.count else { return nil }
    // Two years in one have been reckoned already.
    if !isOld { return date.meaning(named, to: index, .high, because: "New Style") }
    if date.isOldStyle {
      var longer = date
      longer.last = index
      return longer
    }
    return date.inOldStyle(to: index)
  }

  // MARK: Years of a country and of a reign

  /// ", and of the Independence of the United States the two hundred and forty-first"
  private static func independence(_ date: DateExpression, _ text: DateText) -> DateExpression? {
    let start = text.skipping(",", text.skipping(";", date.last + 1))
    guard text.key(start) == DateText.Words.and || text.key(start) == Token.key("in"),
      let word = (start..<min(start + 14, text.count)).first(where: {
        text.key($0) == Token.key("independence")
      })
    else { return nil }
    if let year = ordinal(text, start + 1..<word) {
      // "in the two hundred and forty-first year of the independence"
      return date.named?.year != nil ? nil : with(date, text, year.value, to: word)
    }
    guard let number = ordinal(text, word + 1..<min(word + 16, text.count)) else { return nil }
    let last = text.key(number.last + 1) == DateText.Words.year ? number.last + 1 : number.last
    return with(date, text, number.value, to: last)
  }

  private static func with(
    _ date: DateExpression, _ text: DateText, _ number: Int, to last: Int
  ) -> DateExpression? {
    guard var named = date.named else { return nil }
    // The years of independence start on July 4, 1776.
    let isBefore = (named.month ?? 1, named.day ?? 1) < (7, 4)
    let year = 1775 + number + (isBefore ? 1 : 0)
    guard let written = named.year else {
      guard named.month != nil else { return nil }
      named.year = year
      return date.meaning(named, to: last, .medium, because: "a year of the independence")
    }
    if written == year {
      return date.meaning(named, to: last, .high, because: "two reckonings of the year that agree")
    }
    return date.meaning(
      named, to: last, .medium,
      because: "the year of the independence would be \(written - year + number), not \(number)")
  }

  /// The ordinal number among some tokens, all others of which are words that such clauses have.
  private static func ordinal(_ text: DateText, _ range: Range<Int>) -> (value: Int, last: Int)? {
    for index in range {
      if let number = text.ordinal(index) { return number }
      guard text.facts.independenceWords.contains(text.key(index)) || text.isMark(index, ",") else {
        return nil
      }
    }
    return nil
  }

  /// "in the fifth year of the reign of King George the Third", "in the 5th year of our reign"
  private static func reign(_ date: DateExpression, _ text: DateText) -> DateExpression? {
    let start = text.skipping(",", date.last + 1)
    guard text.key(start) == Token.key("in"), text.key(start + 1) == DateText.Words.the,
      let (number, last) = text.ordinal(start + 2), (1...70).contains(number),
      text.key(last + 1) == DateText.Words.year, text.key(last + 2) == DateText.Words.of,
      let word = (last + 3..<min(last + 10, text.count)).first(where: {
        text.key($0) == Token.key("reign")
      }),
      let (reign, end) = monarch(text, after: word)
    else { return nil }
    guard var named = date.named, named.year == nil, named.month != nil,
      let accession = reign.accession.year
    else { return nil }
    let isBefore =
      (named.month ?? 1, named.day ?? 1)
      < (reign.accession.month ?? 1, reign.accession.day ?? 1)
    named.year = accession + number - (isBefore ? 0 : 1)
    return date.meaning(named, to: end, .medium, because: "a year of a reign")
  }

  /// The monarch who is named within some words: "of our Sovereign Lord King George the Third".
  private static func monarch(
    _ text: DateText, after word: Int
  ) -> (reign: DateFacts.Reign, last: Int)? {
    for index in word + 1..<max(word + 1, min(word + 8, text.count)) {
      let reigns = text.facts.reigns.filter { $0.name == text.key(index) }
      if reigns.isEmpty { continue }
      if reigns.count == 1, reigns[0].number == 0 { return (reigns[0], index) }
      let next = text.key(index + 1) == DateText.Words.the ? index + 2 : index + 1
      let numeral = roman(text, next).map { ($0, next) } ?? text.ordinal(next)
      guard let (number, last) = numeral else { return nil }
      return reigns.first { $0.number == number }.map { ($0, last) }
    }
    return nil
  }

  private static func roman(_ text: DateText, _ index: Int) -> Int? {
    guard index < text.count, text.text.tokens[index].kind == .capitals else { return nil }
    return ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
      .firstIndex { Token.key($0) == text.key(index) }.map { $0 + 1 }
  }
}

extension DateExpression {
  /// The same in the Julian calendar, whose days England used until 1752.
  func inOldStyle(to last: Int) -> DateExpression {
    guard let day = fullDay?.fromJulian else { return self }
    var date = meaning(
      day, to: last, .medium, because: "Old Style: a day of the Julian calendar")
    date.isOldStyle = true
    return date
  }
}
