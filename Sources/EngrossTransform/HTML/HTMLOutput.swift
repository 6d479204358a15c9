import EngrossModel

/// Bytes of HTML on their way out. Whatever comes from a document goes through `text` or `value`,
/// which leave nothing that HTML could take for markup (HTML Standard, Serializing).
struct HTMLOutput {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Markup, as the program has it.
  mutating func markup(_ markup: StaticString) {
    // Safe: the pointer is to a constant of the binary.
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Markup that was put together from `text` and `markup` before.
  mutating func markup(_ other: HTMLOutput) { bytes.append(contentsOf: other.bytes) }

  mutating func markup(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  /// A number, in the text or as a value.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Text of whatever source; good for an attribute's value in quotation marks too.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// Text of whatever source.
  ///
  /// Safe: it reads within the buffer. Measured: the bulk of a page goes through here.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      // Most bytes are none of these and above the quotation marks.
      if byte > 0x3E || byte < 0x20 && byte != 0 || byte == 0x20 { continue }
      let escape: StaticString
      switch byte {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'"): escape = "&#39;"
      case 0: escape = "\u{FFFD}"
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      markup(escape)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// An attribute with a value of whatever source.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  /// Takes away the white space and the hyphen at a line's end, so that a divided word is whole.
  mutating func joinWord() {
    while let last = bytes.last, last.isSpace { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
  }
}
