/// A text as dates are read in it, with the slips of dates set right.
struct DateText {
  let text: TokenisedText
  let facts: DateFacts
  /// What tokens should be, by their numbers.
  var corrections: [Int: String] = [:]
  /// The year that was named last, from which a year of two digits is told.
  var lastYear: Int?

  enum Words {
    static let of = Token.key("of")
    static let day = Token.key("day")
    static let the = Token.key("the")
    static let and = Token.key("and")
    static let to = Token.key("to")
    static let between = Token.key("between")
    static let from = Token.key("from")
    static let month = Token.key("month")
    static let may = Token.key("may")
    static let march = Token.key("march")
    static let century = Token.key("century")
    static let year = Token.key("year")
  }

  var count: Int { text.tokens.count }

  /// The key of a token, as corrected; 0 where there's none.
  func key(_ index: Int) -> UInt64 {
    guard text.tokens.indices.contains(index) else { return 0 }
    if !corrections.isEmpty, let right = corrections[index] { return Token.key(right) }
    return text.tokens[index].key
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { text.isMark(index, mark) }

  /// Whether a token is a hyphen or a dash.
  func isDash(_ index: Int) -> Bool {
    guard text.tokens.indices.contains(index), text.tokens[index].kind == .mark else {
      return false
    }
    let scalar = text.scalar(index)
    return scalar == 0x2D || (0x2010...0x2015).contains(scalar)
  }

  func isAttached(_ index: Int) -> Bool { text.isAttached(index) }

  func isCapital(_ index: Int) -> Bool { text.tokens[index].isCapital }

  /// The number that a token of digits alone is, up to eight of them.
  func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard text.tokens.indices.contains(index) else { return nil }
    if !corrections.isEmpty, let right = corrections[index] {
      return Int(right).map { ($0, right.utf8.count) }
    }
    let token = text.tokens[index]
    guard token.kind == .number, token.count <= 8 else { return nil }
    return (text.bytes[token.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }, token.count)
  }

  /// The number that a token of digits and an ending is: "6th", "22d"; and the ending's bytes.
  func numberWithEnding(_ index: Int) -> (value: Int, ending: ArraySlice<UInt8>)? {
    guard text.tokens.indices.contains(index) else { return nil }
    let token = text.tokens[index]
    guard token.kind == .mixed, token.count <= 7 else { return nil }
    let bytes = text.bytes[token.range]
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }, bytes.dropFirst(digits.count))
  }

  /// The ordinal number at a token, in digits or words, and its last token.
  func ordinal(_ index: Int) -> (value: Int, last: Int)? {
    if let (value, ending) = numberWithEnding(index), DayPart.isOrdinal(ending) {
      return (value, index)
    }
    guard text.tokens.indices.contains(index), facts.numbers.contains(text.tokens[index]),
      let number = facts.numbers.read(text, at: index), number.isOrdinal
    else { return nil }
    return (number.value, number.last)
  }

  /// The index after a mark, where that stands; else the same.
  func skipping(_ mark: Unicode.Scalar, _ index: Int) -> Int {
    isMark(index, mark) ? index + 1 : index
  }

  /// Whether a blank line lies between two tokens.
  func isBroken(_ first: Int, _ last: Int) -> Bool {
    let bytes = text.bytes[text.range(first, last)]
    guard bytes.count > 2, var line = bytes.firstIndex(of: 0x0A) else { return false }
    var isBlank = true
    line += 1
    while line < bytes.endIndex {
      switch bytes[line] {
      case 0x0A:
        if isBlank { return true }
        isBlank = true
      case 0x20, 0x09, 0x0D: break
      default: isBlank = false
      }
      line += 1
    }
    return false
  }
}
