/// The dates that a document names, from which others are reckoned.
struct KnownDates {
  /// The document's date; nil when no dateline has a full one.
  let origin: CalendarDate?
  /// The dates without a year, by the offset where they end.
  let withoutYear: [Int: (date: CalendarDate, annotation: Annotation)]
  /// The offsets where dates start.
  let starts: Set<Int>
  /// The offsets where dates end.
  let ends: Set<Int>
  /// The full days, in the order of the text.
  private let named: [(offset: Int, date: CalendarDate)]

  init(_ found: Findings) {
    let datelines = found.blocks(.dateline).prefix(20)
    var origin: CalendarDate?
    var withoutYear: [Int: (date: CalendarDate, annotation: Annotation)] = [:]
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    var named: [(offset: Int, date: CalendarDate)] = []
    for date in found.dates {
      starts.insert(date.range.lowerBound)
      ends.insert(date.range.upperBound)
      guard case .date(let value) = date.mark, let when = value.when else { continue }
      if when.hasPrefix("--") {
        let parts = when.split(separator: "-").map { Int($0) }
        if parts.count == 2 {
          withoutYear[date.range.upperBound] = (
            CalendarDate(year: nil, month: parts[0], day: parts[1]), date
          )
        }
        continue
      }
      guard let day = CalendarDate(w3c: when) else { continue }
      named.append((date.range.lowerBound, day))
      if origin == nil, datelines.contains(where: { $0.range.contains(date.range.lowerBound) }) {
        origin = day
      }
    }
    self.origin = origin
    self.withoutYear = withoutYear
    self.starts = starts
    self.ends = ends
    self.named = named
  }

  /// The full day that was named last before an offset.
  func named(before offset: Int) -> CalendarDate? {
    var low = 0
    var high = named.count
    while low < high {
      let middle = (low + high) / 2
      if named[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? named[low - 1].date : nil
  }

  /// The nearest day of the week before the document's date, or after it.
  func weekday(_ weekday: Int, _ side: Int) -> CalendarDate? {
    guard let origin, let today = origin.weekday else { return nil }
    let distance = ((weekday - today) * side + 6) % 7 + 1
    return origin.adding(days: distance * side)
  }

  /// The nearest day of that name before the document's date, or after it.
  func nearest(_ day: CalendarDate, _ side: Int) -> CalendarDate? {
    guard let origin, let year = origin.year, let number = origin.dayNumber else { return nil }
    return [year, year + side].map { CalendarDate(year: $0, month: day.month, day: day.day) }
      .first { ($0.dayNumber ?? number).distance(to: number) * side < 0 }
  }

  /// The month of that name that is nearest to a date, as `CalendarDate.nearest` counts.
  func month(_ month: Int, nearestTo date: CalendarDate) -> CalendarDate? {
    guard let year = date.year, let current = date.month else { return nil }
    let distance = month - current
    return CalendarDate(
      year: distance > 8 ? year - 1 : distance < -8 ? year + 1 : year, month: month)
  }

  /// The nearest month of that name before the document's, or after it.
  func month(_ month: Int, _ side: Int) -> CalendarDate? {
    guard let origin = origin ?? named.last?.date, let year = origin.year,
      let current = origin.month
    else { return nil }
    let isThisYear = (month - current) * side > 0
    return CalendarDate(year: isThisYear ? year : year + side, month: month)
  }
}
