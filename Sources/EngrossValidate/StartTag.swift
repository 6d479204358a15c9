/// A start tag in a document's bytes, read again to find the places of its attributes.
struct StartTag {
  private let bytes: [UInt8]
  private let offset: Int

  /// The tag whose `<` stands at an offset of a well-formed document.
  init(in bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Where an attribute's name starts and what its value's range is, as written.
  func attribute(_ wanted: String) -> (name: Int, value: Range<Int>)? {
    var index = offset + 1
    skip(&index) { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    while index < bytes.count {
      skip(&index, while: Self.isSpace)
      let name = index
      skip(&index) { !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      let nameEnd = index
      skip(&index) {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ">")
      }
      guard index < bytes.count, bytes[index] != UInt8(ascii: ">"), nameEnd > name else {
        return nil
      }
      let quote = bytes[index]
      index += 1
      let value = index
      skip(&index) { $0 != quote }
      if bytes[name..<nameEnd].elementsEqual(wanted.utf8) { return (name, value..<index) }
      index += 1
    }
    return nil
  }

  private func skip(_ index: inout Int, while matches: (UInt8) -> Bool) {
    while index < bytes.count, matches(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
