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
