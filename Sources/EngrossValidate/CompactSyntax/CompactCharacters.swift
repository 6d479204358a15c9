import EngrossModel

/// The characters of a schema in the compact syntax, line ends and escapes read: the escape
/// `\x{41}` may stand anywhere for a character (RELAX NG Compact Syntax, 2 and 3).
struct CompactCharacters {
  private(set) var scalars: [UInt32] = []
  /// How many characters of the file an escape takes, by its place among the characters.
  private(set) var widths: [UInt32: Int] = [:]
  private let text: [UInt32]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    self.text = text.unicodeScalars.map(\.value)
  }

  /// Reads all of them.
  mutating func read() throws(SchemaError) {
    scalars.reserveCapacity(text.count)
    while index < text.count {
      let scalar = text[index]
      switch scalar {
      case 0x0A, 0x0D:
        if scalar == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
        index += 1
        scalars.append(0)
        line += 1
        lineStart = index
      case 0x5C where isEscape: try readEscape()
      default:
        try check(scalar)
        scalars.append(scalar)
        index += 1
      }
    }
  }

  /// Whether a backslash, one `x` or more and a brace stand here.
  private var isEscape: Bool {
    var next = index + 1
    while next < text.count, text[next] == 0x78 { next += 1 }
    return next > index + 1 && next < text.count && text[next] == 0x7B
  }

  private mutating func readEscape() throws(SchemaError) {
    let start = index
    while text[index] != 0x7B { index += 1 }
    index += 1
    var value: UInt32 = 0
    let first = index
    while index < text.count, text[index] != 0x7D {
      guard text[index] < 0x80, let digit = UInt8(text[index]).hexadecimal, value < 0x1000_0000
      else { break }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    guard index > first, index < text.count, text[index] == 0x7D else {
      index = start
      throw fault("an escape is written \\x{…} with a number in hexadecimal")
    }
    index += 1
    let end = index
    index = start
    try check(value)
    index = end
    widths[UInt32(scalars.count)] = end - start
    scalars.append(value)
  }

  /// A character of XML.
  private func check(_ scalar: UInt32) throws(SchemaError) {
    let isCharacter =
      scalar >= 0x20 && scalar < 0xD800 || scalar == 0x09 || scalar == 0x0A || scalar == 0x0D
      || scalar > 0xDFFF && scalar < 0xFFFE || scalar > 0xFFFF && scalar < 0x110000
    if !isCharacter {
      throw fault("U+\(String(scalar, radix: 16, uppercase: true)) is no character of XML")
    }
  }

  private func fault(_ message: String) -> SchemaError {
    SchemaError(message, at: Position(line: line, column: index - lineStart + 1))
  }
}
