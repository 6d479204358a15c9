/// The literals of `float` and `double` (XML Schema Part 2, 3.2.4 and 3.2.5).
enum FloatingPointLiteral {
  /// The value of a literal; nil when it isn't one. A `float` is rounded to what it can hold.
  static func value(_ literal: Span<UInt8>, single: Bool) -> Double? {
    let text = String(copying: literal)
    switch text {
    case "INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default: break
    }
    guard isNumber(literal) else { return nil }
    return single ? Float(text).map(Double.init) : Double(text)
  }

  /// `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?`
  private static func isNumber(_ literal: Span<UInt8>) -> Bool {
    for index in literal.indices where literal[index] | 0x20 == UInt8(ascii: "e") {
      return DecimalNumber.isDecimal(literal.extracting(0..<index), integer: false)
        && DecimalNumber.isDecimal(
          literal.extracting((index + 1)..<literal.count), integer: true)
    }
    return DecimalNumber.isDecimal(literal, integer: false)
  }
}

extension String {
  /// The text of some UTF-8.
  init(copying literal: Span<UInt8>) {
    self = literal.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
