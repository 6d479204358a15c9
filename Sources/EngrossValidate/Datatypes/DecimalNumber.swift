/// A decimal number of any size, exactly (XML Schema Part 2, 3.2.3).
struct DecimalNumber: Hashable, Comparable {
  /// False for zero.
  let isNegative: Bool
  /// Digits before the point without leading zeros, and behind it without trailing ones.
  let integer: [UInt8]
  let fraction: [UInt8]

  /// Reads a literal; nil when it isn't a decimal.
  init?(_ literal: Span<UInt8>) {
    guard let parts = Self.parts(literal) else { return nil }
    integer = Self.digits(literal, parts.integer)
    fraction = Self.digits(literal, parts.fraction)
    isNegative = parts.isNegative && !(integer.isEmpty && fraction.isEmpty)
  }

  /// Whether a literal is a decimal, and one without a point where it has to be an integer.
  static func isDecimal(_ literal: Span<UInt8>, integer: Bool) -> Bool {
    guard let parts = parts(literal) else { return false }
    return !integer || !parts.hasPoint
  }

  /// How many digits the value has: `totalDigits` counts those that its shortest form needs.
  var totalDigits: Int { max(1, integer.count + fraction.count) }
  var isZero: Bool { integer.isEmpty && fraction.isEmpty }

  static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: DecimalNumber) -> Bool {
    if integer.count != other.integer.count { return integer.count < other.integer.count }
    if integer != other.integer { return integer.lexicographicallyPrecedes(other.integer) }
    return fraction.lexicographicallyPrecedes(other.fraction)
  }

  private static func digits(_ literal: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var digits: [UInt8] = []
    for index in range { digits.append(literal[index]) }
    return digits
  }

  /// Where the digits that count are, after `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`.
  private static func parts(
    _ literal: Span<UInt8>
  ) -> (isNegative: Bool, integer: Range<Int>, fraction: Range<Int>, hasPoint: Bool)? {
    var index = 0
    let isNegative = !literal.isEmpty && literal[0] == UInt8(ascii: "-")
    if isNegative || !literal.isEmpty && literal[0] == UInt8(ascii: "+") { index = 1 }
    var start = index
    while index < literal.count, literal[index].isDigit { index += 1 }
    let point = index
    let hasPoint = index < literal.count && literal[index] == UInt8(ascii: ".")
    if hasPoint { index += 1 }
    let fraction = index
    while index < literal.count, literal[index].isDigit { index += 1 }
    guard index == literal.count, point > start || index > fraction else { return nil }
    while start < point, literal[start] == UInt8(ascii: "0") { start += 1 }
    while index > fraction, literal[index - 1] == UInt8(ascii: "0") { index -= 1 }
    return (isNegative, start..<point, fraction..<max(fraction, index), hasPoint)
  }
}

extension UInt8 {
  /// Whether it's one of `0` to `9`.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether it's a letter of ASCII.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The value of a hexadecimal digit; nil for anything else.
  var hexadecimal: UInt8? {
    if isDigit { return self - UInt8(ascii: "0") }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter + 10 : nil
  }
}
