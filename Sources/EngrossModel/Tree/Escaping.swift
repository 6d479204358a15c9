extension Unicode.Scalar {
  /// The scalar for a quoted string in a dump: line ends and invisible characters as escapes.
  func escaped() -> String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\"": "\\\""
    case "\\": "\\\\"
    default:
      value < 0x20 || value == 0x7F || value == 0xFEFF
        ? "\\u{\(String(value, radix: 16))}" : String(self)
    }
  }
}
