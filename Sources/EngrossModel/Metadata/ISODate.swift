/// Dates of the Gregorian calendar as ISO 8601 writes them.
public enum ISODate {
  /// Whether a string is a year (`2026`), a month (`2026-11`) or a day (`2026-11-24`) that exists.
  public static func isValid(_ string: String) -> Bool {
    let parts = string.split(separator: "-", omittingEmptySubsequences: false)
    guard
      zip(parts, [4, 2, 2]).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }), (1...3).contains(parts.count), let year = Int(parts[0]), year > 0
    else { return false }
    if parts.count == 1 { return true }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return false }
    if parts.count == 2 { return true }
    return Int(parts[2]).map { (1...days(in: month, of: year)).contains($0) } ?? false
  }

  /// The days that a month has.
  package static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension ISODate {
  /// Whether a string is a date as TEI's attributes take it (TEI Guidelines, teidata.temporal.w3c):
  /// what `isValid` admits, a month or day of no year, or a day with a time and its zone.
  package static func isTEIDate(_ string: String) -> Bool {
    if isValid(string) { return true }
    if string.hasPrefix("---") { return isNumber(string.dropFirst(3), in: 1...31) }
    if string.hasPrefix("--") {
      let parts = string.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false)
      // 2000 has a February 29.
      guard (1...2).contains(parts.count), isNumber(parts[0], in: 1...12) else { return false }
      return parts.count == 1 || isValid("2000-\(parts[0])-\(parts[1])")
    }
    let parts = string.split(separator: "T", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.count == 10 && isValid(String(parts[0]))
      && isTime(parts[1])
  }

  /// Whether it's hours, minutes and seconds, and perhaps `Z` or the distance from it.
  private static func isTime(_ string: Substring) -> Bool {
    var clock = string
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else if clock.utf8.count == 14, let sign = clock.dropFirst(8).first,
      sign == "+" || sign == "-"
    {
      let zone = clock.dropFirst(9).split(separator: ":", omittingEmptySubsequences: false)
      guard zone.count == 2, isNumber(zone[0], in: 0...13), isNumber(zone[1], in: 0...59) else {
        return false
      }
      clock = clock.prefix(8)
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3 && isNumber(parts[0], in: 0...23) && isNumber(parts[1], in: 0...59)
      && isNumber(parts[2], in: 0...59)
  }

  private static func isNumber(_ digits: Substring, in range: ClosedRange<Int>) -> Bool {
    digits.utf8.count == 2 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && Int(digits).map(range.contains) == true
  }
}
