/// A `duration`: months and seconds, which no fixed rate converts (XML Schema Part 2, 3.2.6).
struct DurationValue: Hashable {
  let months: Int
  /// Whole seconds, rounded down, and the digits of the fraction above them.
  let seconds: Int
  let fraction: [UInt8]

  /// Reads a literal, `-?P(nY)?(nM)?(nD)?(T(nH)?(nM)?(n(.n)?S)?)?`; nil when it isn't one.
  ///
  /// A number too large for a machine's integers counts as the largest.
  init?(_ literal: Span<UInt8>) {
    var index = 0
    let isNegative = !literal.isEmpty && literal[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard index < literal.count, literal[index] == UInt8(ascii: "P") else { return nil }
    index += 1
    var next = 0
    var end = Self.units.firstOfTime
    var months = 0
    var seconds = 0
    var fraction: [UInt8] = []
    var isComplete = false
    while index < literal.count {
      if literal[index] == UInt8(ascii: "T"), end == Self.units.firstOfTime {
        (next, end) = (end, Self.units.all.count)
        isComplete = false
        index += 1
        continue
      }
      guard let (number, digits) = Self.number(literal, &index), index < literal.count,
        let place = Self.unit(literal[index], in: next..<end)
      else { return nil }
      let unit = Self.units.all[place]
      guard digits == nil || unit.letter == UInt8(ascii: "S") else { return nil }
      fraction = digits ?? []
      if unit.isMonths {
        months = Self.sum(months, number, unit.size)
      } else {
        seconds = Self.sum(seconds, number, unit.size)
      }
      next = place + 1
      isComplete = true
      index += 1
    }
    guard isComplete else { return nil }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    self.months = isNegative ? -months : months
    (self.seconds, self.fraction) =
      isNegative ? Self.negated(seconds, fraction) : (seconds, fraction)
  }

  /// Whether one is shorter than another from whichever of the four moments of the specification
  /// both are counted (3.2.6.2).
  func precedes(_ other: DurationValue) -> Bool {
    Self.references.allSatisfy { year, month in
      let left = end(year: year, month: month)
      let right = other.end(year: year, month: month)
      return left != right
        ? left < right : fraction.lexicographicallyPrecedes(other.fraction)
    }
  }

  private static let references = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)]

  private func end(year: Int, month: Int) -> Int {
    let bounded = min(max(months, -1_000_000_000_000), 1_000_000_000_000)
    let count = year * 12 + month - 1 + bounded
    let first = count.quotient(by: 12)
    let days = Moment.days(year: first, month: count - first * 12 + 1, day: 1)
    return Self.sum(seconds, days, 86_400)
  }

  private struct Unit {
    let letter: UInt8
    let size: Int
    var isMonths = false
  }

  private static let units = (
    all: [
      Unit(letter: UInt8(ascii: "Y"), size: 12, isMonths: true),
      Unit(letter: UInt8(ascii: "M"), size: 1, isMonths: true),
      Unit(letter: UInt8(ascii: "D"), size: 86_400),
      Unit(letter: UInt8(ascii: "H"), size: 3600),
      Unit(letter: UInt8(ascii: "M"), size: 60),
      Unit(letter: UInt8(ascii: "S"), size: 1),
    ], firstOfTime: 3
  )

  private static func unit(_ letter: UInt8, in range: Range<Int>) -> Int? {
    range.first { units.all[$0].letter == letter }
  }

  /// The number at an index, and the digits behind its point where it has one.
  private static func number(
    _ literal: Span<UInt8>, _ index: inout Int
  ) -> (Int, [UInt8]?)? {
    let start = index
    var number = 0
    while index < literal.count, literal[index].isDigit {
      number = sum(Int(literal[index] - 0x30), number, 10)
      index += 1
    }
    if index == start { return nil }
    guard index < literal.count, literal[index] == UInt8(ascii: ".") else { return (number, nil) }
    index += 1
    var digits: [UInt8] = []
    while index < literal.count, literal[index].isDigit {
      digits.append(literal[index])
      index += 1
    }
    return digits.isEmpty ? nil : (number, digits)
  }

  private static func sum(_ sum: Int, _ number: Int, _ size: Int) -> Int {
    let (product, overflows) = number.multipliedReportingOverflow(by: size)
    let (total, overflowsToo) = sum.addingReportingOverflow(product)
    if !overflows && !overflowsToo { return total }
    return (number < 0) == (size < 0) ? .max / 2 : .min / 2
  }

  /// The negative of seconds and a fraction above them, again rounded down: -(1.25) is -2 and .75.
  private static func negated(_ seconds: Int, _ fraction: [UInt8]) -> (Int, [UInt8]) {
    guard let last = fraction.last else { return (-seconds, []) }
    let nines = fraction.dropLast().map { UInt8(ascii: "9") - ($0 - 0x30) }
    return (-seconds - 1, nines + [0x30 + 10 - (last - 0x30)])
  }
}
