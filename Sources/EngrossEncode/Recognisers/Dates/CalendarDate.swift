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
