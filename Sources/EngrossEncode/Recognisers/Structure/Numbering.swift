/// A number as headings and lists write it: 4, IV, iv, D, d.
enum Numbering: Equatable {
  case decimal, upperRoman, lowerRoman, upperLetter, lowerLetter, ordinal

  private static let words = NumberWords()

  /// The value of an ordinal, in words or in figures, and its last token: "First", "2d"; nil for what
  /// is none.
  static func ordinal(_ text: TokenisedText, _ token: Int) -> (value: Int, last: Int)? {
    if words.contains(text.tokens[token]), let number = words.read(text, at: token) {
      return number.isOrdinal ? (number.value, number.last) : nil
    }
    guard text.tokens[token].kind == .mixed else { return nil }
    let bytes = text.bytes[text.tokens[token].range]
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard (1...3).contains(digits.count),
      ["st", "d", "nd", "rd", "th"].contains(where: {
        bytes.dropFirst(digits.count).elementsEqual($0.utf8)
      })
    else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }, token)
  }

  /// The ways in which a number may be read, the likelier first; none when it's no number.
  static func readings(_ bytes: ArraySlice<UInt8>) -> [(Numbering, Int)] {
    var readings: [(Numbering, Int)] = []
    if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes.count <= 4 {
      return [(.decimal, bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 })]
    }
    let isUpper = bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    guard isUpper || bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    if let value = roman(bytes) {
      readings.append((isUpper ? .upperRoman : .lowerRoman, value))
    }
    if let first = bytes.first, bytes.allSatisfy({ $0 == first }), bytes.count <= 2 {
      let letter = Int(first | 0x20) - 0x60 + 26 * (bytes.count - 1)
      readings.append((isUpper ? .upperLetter : .lowerLetter, letter))
    }
    return readings
  }

  /// The value of a Roman numeral in its regular form, or with four like signs; nil for other letters.
  private static func roman(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count <= 9 else { return nil }
    var total = 0
    var before = 0
    for byte in bytes.reversed() {
      let value: Int
      switch byte | 0x20 {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      case UInt8(ascii: "l"): value = 50
      case UInt8(ascii: "c"): value = 100
      default: return nil
      }
      if value < before {
        guard before == value * 5 || before == value * 10 else { return nil }
        total -= value
      } else {
        total += value
      }
      before = max(before, value)
    }
    return total
  }
}
