import EngrossModel

/// A day, a month or a year of the Gregorian calendar, as far as it's known; it may be one that the
/// calendar doesn't have.
struct CalendarDate: Sendable, Equatable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// Whether the calendar has it. February 29 is a day of no year in particular.
  var exists: Bool {
    if let month, !(1...12).contains(month) { return false }
    if let day {
      guard let month else { return false }
      return (1...ISODate.days(in: month, of: year ?? 2000)).contains(day)
    }
    return year != nil || month != nil
  }

  /// The date as W3C XML Schema writes it (Part 2, sections 3.2.9 to 3.2.13): `1997-05-06`,
  /// `1997-05`, `1997`, `--05-06`, `--05`; nil when the calendar has none such.
  var w3c: String? {
    guard exists else { return nil }
    let year = year.map { Self.padded($0, 4) } ?? "-"
    guard let month else { return year }
    return year + "-" + Self.padded(month, 2) + (day.map { "-" + Self.padded($0, 2) } ?? "")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The last day of what it is, where months and years have many.
  var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(
      year: year, month: month, day: day ?? ISODate.days(in: month, of: year ?? 2000))
  }

  /// The day or month so many months on, with a day of another number.
  func adding(months: Int, day: Int?) -> CalendarDate? {
    guard let year, let month else { return nil }
    let total = year * 12 + month - 1 + months
    return CalendarDate(year: total / 12, month: total % 12 + 1, day: day)
  }
}

extension CalendarDate {
  init(year: Int?, month: Int?) { self.init(year: year, month: month, day: nil) }

  /// A day as `1997-05-06`, with or without a time; nil for anything else.
  init?(w3c value: String) {
    let day = value.split(separator: "T")[0]
    guard day.utf8.count == 10, ISODate.isValid(String(day)) else { return nil }
    let parts = day.split(separator: "-").map { Int($0) }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// The number of a full day, counted from March 1 of the year 0; nil without day, month or year.
  var dayNumber: Int? {
    guard let year, let month, let day else { return nil }
    // Years that start in March have their odd month last.
    let years = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
  }

  /// The day so many days on; nil without day, month or year.
  func adding(days: Int) -> CalendarDate? {
    guard let number = dayNumber, let year else { return nil }
    let wanted = number + days
    var first = CalendarDate(year: year + max(days, 0) / 365 + 1, month: 3, day: 1)
    while let start = first.dayNumber, start > wanted { first.year = (first.year ?? 0) - 1 }
    guard let start = first.dayNumber, let startYear = first.year else { return nil }
    let rest = wanted - start
    let months = (5 * rest + 2) / 153
    return CalendarDate(
      year: startYear + (months >= 10 ? 1 : 0), month: (months + 2) % 12 + 1,
      day: rest - (153 * months + 2) / 5 + 1)
  }

  /// The day of the week, from Sunday on; nil without day, month or year.
  var weekday: Int? { dayNumber.map { ($0 + 3) % 7 } }

  /// The same day in the Gregorian calendar, when it's one of the Julian.
  var fromJulian: CalendarDate? {
    guard let year, let month else { return nil }
    let centuries = (month > 2 ? year : year - 1) / 100
    return adding(days: centuries - centuries / 4 - 2)
  }
}
