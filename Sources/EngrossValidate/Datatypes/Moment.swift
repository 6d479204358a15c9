/// A date, a time, or a part of them, as a stretch of the time line that starts at one moment
/// (XML Schema Part 2, 3.2.7 to 3.2.14).
struct Moment: Hashable {
  /// Which fields a literal has.
  enum Fields: UInt8 {
    case dateTime, time, date, gYearMonth, gYear, gMonthDay, gDay, gMonth

    var hasYear: Bool {
      self == .dateTime || self == .date || self == .gYearMonth || self == .gYear
    }
    var hasMonth: Bool { self != .time && self != .gYear && self != .gDay }
    var hasDay: Bool { [.dateTime, .date, .gMonthDay, .gDay].contains(self) }
    var hasTime: Bool { self == .dateTime || self == .time }
  }

  /// Whole seconds of the proleptic Gregorian calendar, those of UTC where there's a zone.
  let seconds: Int
  /// The digits of a fraction of a second, without zeros at the end.
  let fraction: [UInt8]
  let hasZone: Bool

  /// Whether one is earlier than another, for certain: where one has no zone, whatever it may be.
  func precedes(_ other: Moment) -> Bool {
    var (left, right) = (seconds, other.seconds)
    // A moment without a zone may be up to 14 hours earlier or later.
    if !hasZone && other.hasZone { left += 14 * 3600 }
    if hasZone && !other.hasZone { right -= 14 * 3600 }
    return left != right ? left < right : fraction.lexicographicallyPrecedes(other.fraction)
  }

  /// The days from 1 March of year 0 to a day, by the proleptic Gregorian calendar.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let century = shifted.quotient(by: 100)
    let leapDays = shifted.quotient(by: 4) - century + century.quotient(by: 4)
    return shifted * 365 + leapDays + ((month + 9) % 12 * 306 + 5) / 10 + day - 1
  }

  static func daysOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int {
  /// The quotient rounded down.
  func quotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
