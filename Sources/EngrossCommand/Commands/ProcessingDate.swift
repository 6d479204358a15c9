import EngrossModel

/// The day that the header states for the encoding; never taken from the clock.
struct ProcessingDate: Hashable {
  /// The day as `2026-11-24`; nil to state none.
  let day: String?

  /// Takes the value of `--date` or, without one, `SOURCE_DATE_EPOCH`.
  init(_ word: Word?, in environment: Environment) throws(Failure) {
    if let word {
      guard word.bytes.count == 10, ISODate.isValid(word.text) else {
        throw .usage("--date takes a day such as 1997-05-06, not \"\(word.shown)\"")
      }
      day = word.text
    } else if let epoch = environment.sourceDateEpoch {
      // Year 9999 ends there, and with it the four digits.
      guard epoch.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int(epoch),
        seconds <= 253_402_300_799
      else {
        throw .usage("SOURCE_DATE_EPOCH holds seconds since 1970, not \"\(Word(epoch).shown)\"")
      }
      day = Self.day(after: seconds / 86400)
    } else {
      day = nil
    }
  }

  /// The civil date so many days after 1970-01-01, by Howard Hinnant's `civil_from_days`.
  private static func day(after days: Int) -> String {
    // Counted from 0000-03-01, so that a leap day ends its year; an era is 400 years.
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
