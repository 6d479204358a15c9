import EngrossModel

/// Reads one line of JSON (RFC 8259) as far as annotations need it, and knows the column of what is
/// wrong.
struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private let line: Int
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>, number: Int) {
    self.bytes = bytes
    line = number
    index = bytes.startIndex
    skipSpace()
  }

  /// The column of what comes next, counted in code points from 1.
  var column: Int { bytes[bytes.startIndex..<index].count { $0 & 0xC0 != 0x80 } + 1 }

  private func error(_ message: String) -> AnnotationError {
    AnnotationError(position: Position(line: line, column: column), message: message)
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    skipSpace()
    return true
  }

  /// The members of an object; the values are read by the caller.
  mutating func members(
    _ value: (_ key: String, _ column: Int, inout JSONScanner) throws(AnnotationError) -> Void
  ) throws(AnnotationError) {
    guard take("{") else { throw error("a JSON object in braces should stand here") }
    if take("}") { return }
    repeat {
      let column = column
      let key = try string()
      guard take(":") else { throw error("a colon should stand here, after \(key.excerpt)") }
      try value(key, column, &self)
    } while take(",")
    guard take("}") else { throw error("a comma or the closing brace should stand here") }
  }

  /// Nothing more may follow on the line.
  func end() throws(AnnotationError) {
    if index < bytes.endIndex { throw error("nothing more should stand on the line") }
  }

  mutating func stringOrNull() throws(AnnotationError) -> String? {
    if bytes[index...].starts(with: "null".utf8) {
      index += 4
      skipSpace()
      return nil
    }
    return try string()
  }

  /// A whole number from 0.
  mutating func count(_ key: String) throws(AnnotationError) -> Int {
    var value = 0
    let start = index
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]), value < 1 << 48 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    let goesOn = index < bytes.endIndex && ![0x20, 0x09, 0x0D, 0x2C, 0x7D].contains(bytes[index])
    if index == start || goesOn {
      index = start
      throw error("\"\(key)\" takes a whole number from 0")
    }
    skipSpace()
    return value
  }

  mutating func string() throws(AnnotationError) -> String {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else {
      throw error("a string in quotation marks should stand here")
    }
    index += 1
    var text: [UInt8] = []
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      let byte = bytes[index]
      if byte < 0x20 { throw error("a control character stands in a string unescaped") }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(byte)
        index += 1
      }
    }
    guard index < bytes.endIndex else { throw error("a string isn't closed on its line") }
    index += 1
    skipSpace()
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error("the string before isn't UTF-8")
    }
    return string
  }

  private mutating func escape(into text: inout [UInt8]) throws(AnnotationError) {
    let escapes: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    let letter = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
    if let byte = escapes[letter] {
      text.append(byte)
      index += 2
      return
    }
    guard var value = unit(at: index) else { throw error("JSON has no such escape") }
    index += 6
    if (0xD800..<0xDC00).contains(value), let low = unit(at: index),
      (0xDC00..<0xE000).contains(low)
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      index += 6
    }
    // Half a pair stands for no character.
    text += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  /// The four digits of an escape such as `\u00E9`.
  private func unit(at index: Int) -> UInt32? {
    guard index + 6 <= bytes.endIndex, bytes[index...].starts(with: "\\u".utf8) else { return nil }
    return UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
