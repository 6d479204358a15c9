/// How far two words are apart.
enum EditDistance {
  /// Whether one letter put in, left out, changed, or two neighbours exchanged, makes them equal.
  static func isOne(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if abs(first.count - second.count) > 1 || first == second { return false }
    let prefix = zip(first, second).prefix { $0 == $1 }.count
    let suffix = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    let shorter = min(first.count, second.count)
    if prefix + suffix >= shorter { return true }
    if first.count != second.count { return false }
    if prefix + suffix == shorter - 1 { return true }
    return prefix + suffix == shorter - 2 && first[prefix] == second[prefix + 1]
      && first[prefix + 1] == second[prefix]
  }
}
