/// Finds an element with so many attributes that libxml2, which compares each with each, would take
/// minutes; its callbacks come too late to prevent that.
///
/// Bytes come in blocks. A flood that fits into one block is no danger, so only the tag that a block
/// ends in is looked at closely, which costs an ordinary document nothing measurable.
struct AttributeFlood {
  /// Bytes of a block; 5,000 attributes fit into one, 20,000 don't.
  static let block = 1 << 16

  private let limit: Int
  /// The byte offset of the tag that the last block ended in; nil when it ended elsewhere.
  private var tag: Int?
  private var count = 0
  private var quote: UInt8 = 0
  private var offset = 0

  init(limit: Int) { self.limit = limit }

  /// Looks at the next block; gives the byte offset of the `<` of an element with too many attributes.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    defer { offset += bytes.count }
    if tag != nil {
      scan(bytes, from: 0)
      if count > limit { return tag }
      if tag != nil { return nil }
    }
    guard let last = bytes.lastIndex(of: UInt8(ascii: "<")) else { return nil }
    // Comments and CDATA sections start with `<!`.
    if last + 1 < bytes.count, bytes[last + 1] == UInt8(ascii: "!") { return nil }
    (tag, count, quote) = (offset + last, 0, 0)
    scan(bytes, from: last + 1)
    return count > limit ? tag : nil
  }

  /// Counts the attributes of the open tag up to its end, should that come.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        count += 1
        if count > limit { return }
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        tag = nil
        return
      }
    }
  }
}
