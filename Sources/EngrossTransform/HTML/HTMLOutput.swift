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

  /// A number that isn't negative, in the text or as a value.
  mutating func number(_ number: Int) {
    let number = UInt32(truncatingIfNeeded: number)
    var unit: UInt32 = 1
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }

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
    var index = 0
    while true {
      while index + 8 <= text.count, !Self.hasEscape(EightBytes(text, at: index)) { index += 8 }
      var escape: StaticString?
      while index < text.count {
        escape = Self.escape(text[index])
        if escape != nil { break }
        index += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      guard let escape else { return }
      markup(escape)
      index += 1
      start = index
    }
  }

  private static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether one is written otherwise: `"`, `&` or `'`, `<` or `>`, or none of XML's.
  private static func hasEscape(_ bytes: EightBytes) -> Bool {
    let pairs = bytes.masked(0xFD)
    return bytes.has(0x22) || bytes.masked(0xFE).has(0x26) || pairs.has(0x3C) || pairs.has(0)
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
