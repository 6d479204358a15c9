/// Where an element of a well-formed document ends, found by reading its markup again.
struct ElementRange {
  /// From the `<` of the start tag past the `>` of the end tag.
  let whole: Range<Int>
  /// Between the tags; empty for an empty element.
  let content: Range<Int>

  init(in bytes: [UInt8], at start: Int) {
    var scanner = MarkupScanner(bytes: bytes, index: start)
    var depth = 0
    var contentStart = start
    while let markup = scanner.next() {
      switch markup.kind {
      case .start:
        if depth == 0 { contentStart = markup.range.upperBound }
        depth += 1
      case .empty:
        if depth == 0 {
          whole = start..<markup.range.upperBound
          content = markup.range.upperBound..<markup.range.upperBound
          return
        }
      case .end:
        depth -= 1
        if depth == 0 {
          whole = start..<markup.range.upperBound
          content = contentStart..<markup.range.lowerBound
          return
        }
      case .other: break
      }
    }
    whole = start..<bytes.count
    content = contentStart..<bytes.count
  }
}

/// Goes from tag to tag of a well-formed document.
struct MarkupScanner {
  enum Kind { case start, empty, end, other }

  let bytes: [UInt8]
  var index: Int

  /// The next piece of markup at or after the index.
  mutating func next() -> (kind: Kind, range: Range<Int>)? {
    guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.count
    else { return nil }
    switch bytes[open + 1] {
    case UInt8(ascii: "!"):
      let isComment = bytes[open...].starts(with: Array("<!--".utf8))
      return (.other, open..<end(of: isComment ? "-->" : "]]>", from: open))
    case UInt8(ascii: "?"): return (.other, open..<end(of: "?>", from: open))
    case UInt8(ascii: "/"): return (.end, open..<end(of: ">", from: open))
    default: break
    }
    var quote: UInt8 = 0
    index = open + 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        let isEmpty = bytes[index - 2] == UInt8(ascii: "/")
        return (isEmpty ? .empty : .start, open..<index)
      }
    }
    return nil
  }

  private mutating func end(of text: StaticString, from start: Int) -> Int {
    index = start
    while index < bytes.count {
      if text.withUTF8Buffer({ bytes[index...].starts(with: $0) }) {
        index += text.utf8CodeUnitCount
        return index
      }
      index += 1
    }
    return index
  }
}
