import EngrossModel

/// What a date written in words or in another order would be in the form of `@when` (ISO 8601; W3C
/// XML Schema Part 2, section 3.2.9).
struct DateAdvice {
  /// What words mean as a date.
  let meaning: (String) -> String?
  /// Whether a value has the right form.
  let isRight: (String) -> Bool

  /// The end of a sentence: what to write; nil where that's in doubt.
  func cure(for value: String) -> String? {
    let words = value.split(separator: " ").joined(separator: " ")
    if let fault = calendarFault(words) { return ": \(fault)" }
    if let date = date(words) { return "; write \(date)" }
    if let rest = withoutApproximation(words), let date = date(rest) {
      return "; write \(date) with @cert, or a range with @notBefore and @notAfter"
    }
    let numeric = numericReadings(words).filter(isRight).unique
    if numeric.count == 1 { return "; write \(numeric[0])" }
    if numeric.count == 2 { return "; write \(numeric[0]) or \(numeric[1]), whichever it means" }
    return nil
  }

  private func date(_ words: String) -> String? {
    if isRight(words) { return words }
    if let padded = padded(words), isRight(padded) { return padded }
    if let last = words.last, ".,;:?".contains(last) { return date(String(words.dropLast())) }
    if let first = words.first, let last = words.last, "[(".contains(first), "])".contains(last) {
      return date(String(words.dropFirst().dropLast()))
    }
    guard let found = meaning(words), isRight(found) else { return nil }
    return found
  }

  /// "1997-5-6" and "1997.05.06" with two digits each and hyphens; the order is plain, as the year
  /// comes first.
  private func padded(_ words: String) -> String? {
    let parts = numbers(words)
    guard (2...3).contains(parts.count), parts[0].count == 4 else { return nil }
    return parts.dropFirst().reduce(parts[0]) { $0 + "-" + Self.twoDigits($1) }
  }

  /// A day, a month and a year in digits, in both orders.
  private func numericReadings(_ words: String) -> [String] {
    let parts = numbers(words)
    guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2 else {
      return []
    }
    let (first, second) = (Self.twoDigits(parts[0]), Self.twoDigits(parts[1]))
    return ["\(parts[2])-\(second)-\(first)", "\(parts[2])-\(first)-\(second)"]
  }

  /// The numbers of a value that holds nothing else but what divides them.
  private func numbers(_ words: String) -> [String] {
    guard words.utf8.allSatisfy({ (0x2D...0x39).contains($0) }) else { return [] }
    return words.split { !$0.isNumber }.map(String.init)
  }

  private static func twoDigits(_ digits: String) -> String {
    digits.count == 1 ? "0" + digits : digits
  }

  private static let approximations = FactTable(named: "date-words").rows
    .filter { $0[0] == "approximate" }.flatMap { $0.dropFirst() }

  private func withoutApproximation(_ words: String) -> String? {
    let lower = words.lowercased()
    if lower.last == "?" { return String(words.dropLast()) }
    for lead in Self.approximations where lower.hasPrefix(lead) {
      let rest = words.dropFirst(lead.count)
      let digits = rest.drop { $0 == " " }
      if digits.first?.isNumber == true || rest.first == " " { return String(digits) }
    }
    return nil
  }

  /// What is wrong with a date that has the right form: a month or a day that isn't.
  private func calendarFault(_ words: String) -> String? {
    let parts = words.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      let year = Int(parts[0]), let month = Int(parts[1]), !isRight(words)
    else { return nil }
    if !(1...12).contains(month) {
      return "there is no month \(parts[1])" + exchanged(parts.map(String.init))
    }
    guard parts.count == 3, let day = Int(parts[2]) else { return nil }
    let last = Self.days(of: month, in: year)
    if day == 0 || day > 31 { return "there is no day \(parts[2])" }
    return day > last ? "its month has \(last) days" : nil
  }

  /// Day and month the other way round, should that be a date.
  private func exchanged(_ parts: [String]) -> String {
    guard parts.count == 3 else { return "" }
    let other = "\(parts[0])-\(parts[2])-\(parts[1])"
    return isRight(other) ? "; \(other) has the month before the day" : ""
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
