/// Reads the literals of dates and times.
struct MomentLiteral {
  /// What keeps a literal from being one.
  enum Fault: Error, Hashable {
    /// It isn't written in the form at all.
    case form
    case yearZero
    case month(Int)
    case day(Int, month: Int?)
    case hour(Int)
    case minute(Int)
    case second(Int)
    case zone
  }

  private let fields: Moment.Fields
  private var year = 2000
  private var month = 1
  private var day = 1
  private var seconds = 0
  private var fraction: [UInt8] = []
  private var zone: Int?
  private var index = 0

  /// The moment that a literal names, or why it names none.
  static func moment(
    _ literal: Span<UInt8>, _ fields: Moment.Fields
  ) -> Result<Moment, Fault> {
    var reader = MomentLiteral(fields: fields)
    do throws(Fault) {
      try reader.read(literal)
      return .success(reader.moment)
    } catch {
      return .failure(error)
    }
  }

  private init(fields: Moment.Fields) { self.fields = fields }

  private var moment: Moment {
    let days = Moment.days(year: year, month: month, day: day)
    return Moment(
      seconds: days * 86_400 + seconds - (zone ?? 0), fraction: fraction, hasZone: zone != nil)
  }

  private mutating func read(_ literal: Span<UInt8>) throws(Fault) {
    if fields.hasYear {
      try readYear(literal)
    } else if fields != .time {
      try expect(UInt8(ascii: "-"), literal)
    }
    if fields.hasMonth {
      try expect(UInt8(ascii: "-"), literal)
      month = try twoDigits(literal)
    } else if fields == .gDay {
      try expect(UInt8(ascii: "-"), literal)
    }
    if fields.hasDay {
      try expect(UInt8(ascii: "-"), literal)
      day = try twoDigits(literal)
    }
    if fields.hasTime {
      if fields == .dateTime { try expect(UInt8(ascii: "T"), literal) }
      try readTime(literal)
    }
    try readZone(literal)
    if index != literal.count { throw .form }
    try check()
  }

  /// The calendar is asked only once the form is right, so that the form is what is told first.
  private func check() throws(Fault) {
    if fields.hasYear && year == 0 { throw .yearZero }
    if !(1...12).contains(month) { throw .month(month) }
    // There was no year 0: the year before 1 is -1, and a leap year.
    let leap = year < 0 ? year + 1 : year
    if !(1...Moment.daysOfMonth(month, year: leap)).contains(day) {
      throw .day(day, month: fields.hasMonth ? month : nil)
    }
  }

  private mutating func readYear(_ literal: Span<UInt8>) throws(Fault) {
    let isNegative = index < literal.count && literal[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    year = 0
    while index < literal.count, literal[index].isDigit {
      // A year of more than twelve digits counts as the last one of twelve.
      if year < 100_000_000_000 { year = year * 10 + Int(literal[index] - 0x30) }
      index += 1
    }
    let count = index - start
    if count < 4 || count > 4 && literal[start] == UInt8(ascii: "0") { throw .form }
    if isNegative { year = -year }
  }

  private mutating func readTime(_ literal: Span<UInt8>) throws(Fault) {
    let hour = try twoDigits(literal)
    try expect(UInt8(ascii: ":"), literal)
    let minute = try twoDigits(literal)
    try expect(UInt8(ascii: ":"), literal)
    let second = try twoDigits(literal)
    if index < literal.count, literal[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      while index < literal.count, literal[index].isDigit {
        fraction.append(literal[index])
        index += 1
      }
      if index == start { throw .form }
      while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    if hour > 24 || hour == 24 && (minute > 0 || second > 0 || !fraction.isEmpty) {
      throw .hour(hour)
    }
    if minute > 59 { throw .minute(minute) }
    if second > 59 { throw .second(second) }
    // The end of a day is the start of the next; of a time alone, its own.
    seconds = (fields == .time ? hour % 24 : hour) * 3600 + minute * 60 + second
  }

  private mutating func readZone(_ literal: Span<UInt8>) throws(Fault) {
    if index == literal.count { return }
    let sign = literal[index]
    if sign == UInt8(ascii: "Z") {
      index += 1
      zone = 0
      return
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { throw .form }
    index += 1
    let hours = try twoDigits(literal)
    try expect(UInt8(ascii: ":"), literal)
    let minutes = try twoDigits(literal)
    if hours > 14 || minutes > 59 || hours == 14 && minutes > 0 { throw .zone }
    zone = (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private mutating func expect(_ byte: UInt8, _ literal: Span<UInt8>) throws(Fault) {
    guard index < literal.count, literal[index] == byte else { throw .form }
    index += 1
  }

  private mutating func twoDigits(_ literal: Span<UInt8>) throws(Fault) -> Int {
    guard index + 1 < literal.count, literal[index].isDigit, literal[index + 1].isDigit else {
      throw .form
    }
    defer { index += 2 }
    return Int(literal[index] - 0x30) * 10 + Int(literal[index + 1] - 0x30)
  }
}
