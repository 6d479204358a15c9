import EngrossModel

/// A date as `@when` and its like take it, as far as it goes: a year, a month, a day (W3C XML Schema
/// Part 2, sections 3.2.9 to 3.2.11).
struct PartialDate: Equatable {
  let year: Int
  let month: Int?
  let day: Int?

  /// Nil for what isn't a date with a year: a time, `--05-06`, a word, a page.
  init?(_ text: String) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard let year = Self.number(&rest, 4...9) else { return nil }
    var month: Int?
    var day: Int?
    if Self.skipHyphen(&rest) {
      guard let number = Self.number(&rest, 2...2), (1...12).contains(number) else { return nil }
      month = number
      if Self.skipHyphen(&rest) {
        guard let number = Self.number(&rest, 2...2), (1...31).contains(number) else { return nil }
        day = number
      }
    }
    // A time of the day or a zone may follow; nothing else may.
    guard rest.isEmpty || [UInt8(ascii: "T"), UInt8(ascii: "Z"), 0x2B, 0x2D].contains(rest.first!)
    else { return nil }
    self.year = isNegative ? -year : year
    self.month = month
    self.day = day
  }

  /// Whether it's later, as far as both go.
  func isLater(than other: PartialDate) -> Bool {
    if year != other.year { return year > other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month > otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day > otherDay
  }

  /// Whether the two can't be the same day.
  func contradicts(_ other: PartialDate) -> Bool {
    isLater(than: other) || other.isLater(than: self)
  }

  private static func number(_ rest: inout Substring.UTF8View, _ widths: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard widths.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func skipHyphen(_ rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first.map({ $0 < 0x3A }) == true,
      // "1997-05:00" is a year with a zone.
      rest.dropFirst(3).first != UInt8(ascii: ":")
    else { return false }
    rest = rest.dropFirst()
    return true
  }
}
