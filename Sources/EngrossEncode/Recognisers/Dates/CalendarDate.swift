import EngrossModel

/// A day, month or year of the Gregorian calendar that exists.
struct CalendarDate {
  let year: Int
  let month: Int
  let day: Int?

  /// Makes a date; nil when the calendar has no such day.
  init?(year: Int, month: Int, day: Int?) {
    guard (1...12).contains(month) else { return nil }
    if let day, !(1...ISODate.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day as `1997-05-06`; nil for anything else.
  init?(w3c value: String) {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day of that number some months on; nil when that month has no such day.
  func adding(months: Int, day: Int) -> CalendarDate? {
    let total = year * 12 + month - 1 + months
    return CalendarDate(year: total / 12, month: total % 12 + 1, day: day)
  }

  /// The day before or after; nil for a month.
  func adding(days: Int) -> CalendarDate? {
    guard let day else { return nil }
    if let date = CalendarDate(year: year, month: month, day: day + days) { return date }
    guard days < 0 else { return adding(months: 1, day: 1) }
    let total = year * 12 + month - 2
    return adding(months: -1, day: ISODate.days(in: total % 12 + 1, of: total / 12))
  }

  /// A year.
  static func w3c(year: Int) -> String { padded(year, 4) }

  /// A day of any year, or a month of any: `--12-03`, `--12`.
  static func w3c(month: Int, day: Int?) -> String? {
    guard (1...12).contains(month) else { return nil }
    if let day, !(1...ISODate.days(in: month, of: 2000)).contains(day) { return nil }
    return "--" + padded(month, 2) + (day.map { "-" + padded($0, 2) } ?? "")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The date as W3C XML Schema writes it: `1997-05-06` or `1997-05`.
  var w3c: String {
    let month = Self.padded(year, 4) + "-" + Self.padded(month, 2)
    return day.map { month + "-" + Self.padded($0, 2) } ?? month
  }
}
