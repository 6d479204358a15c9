/// Finds an element with so many attributes that libxml2, which compares each with each, would take
/// minutes; its callbacks come too late to prevent that.
enum AttributeFlood {
  /// A start tag with thousands of attributes is longer than this.
  private static let stride = 16_384

  /// The byte offset of the first such element's `<`.
  ///
  /// Looks closely only where a stretch of 16 kB holds no `<`, which costs an ordinary document
  /// nothing measurable.
  static func find(in bytes: [UInt8], limit: Int) -> Int? {
    var start = 0
    while start + stride <= bytes.count {
      if !bytes[start..<start + stride].contains(UInt8(ascii: "<")) {
        let tag = bytes[..<start].lastIndex(of: UInt8(ascii: "<")) ?? 0
        let (count, end) = attributes(of: tag, in: bytes, limit: limit)
        if count > limit { return tag }
        start = max(start + stride, end)
      } else {
        start += stride
      }
    }
    return nil
  }

  /// How many attributes the tag at an offset has, as far as anyone needs to know, and where the
  /// next `<` or the tag's end is.
  private static func attributes(of tag: Int, in bytes: [UInt8], limit: Int) -> (Int, Int) {
    guard tag + 1 < bytes.count, bytes[tag + 1] != UInt8(ascii: "!") else {
      // A comment or CDATA section.
      let next = bytes[tag...].dropFirst().firstIndex(of: UInt8(ascii: "<"))
      return (0, next ?? bytes.count)
    }
    var count = 0
    var quote: UInt8 = 0
    for index in (tag + 1)..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        if count > limit { return (count, index) }
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        // Text up to the next tag needs no second look.
        let next = bytes[index...].dropFirst().firstIndex(of: UInt8(ascii: "<"))
        return (count, next ?? bytes.count)
      }
    }
    return (count, bytes.count)
  }
}
