/// How Unicode writes code points (The Unicode Standard, appendix A).
package enum CodePoint {
  /// A code point as `U+0000`, with four digits or more.
  package static func name(of scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
