/// Turns byte offsets of a document that is read piece by piece into lines and columns.
///
/// It keeps only what was read past the last question, so each offset asked for is the same as the
/// one before or later.
package struct PositionCursor: Sendable {
  private var line = 1
  private var column = 1
  /// Where `line` and `column` are, in bytes from the start.
  private var offset = 0
  /// What was read from `offset` on, after the first `start` bytes.
  private var waiting: [UInt8] = []
  private var start = 0
  /// Whether the byte before `offset` was a carriage return, which a line feed would continue.
  private var follows = false

  package init() {}

  /// Takes a whole document, which it shares.
  package init(_ document: [UInt8]) { waiting = document }

  /// The positions of byte offsets of a document, found on one way through it.
  package static func positions(of offsets: [Int], in bytes: [UInt8]) -> [Int: Position] {
    var cursor = PositionCursor(bytes)
    var positions: [Int: Position] = [:]
    for offset in offsets.sorted() { positions[offset] = cursor.position(at: offset) }
    return positions
  }

  /// Whether so much waits that the next question should come.
  package var isFull: Bool { waiting.count - start > 1 << 16 }

  /// The position of a byte, as `position(at:)` gives it, without forgetting what lies before.
  package func peek(at wanted: Int) -> Position {
    var copy = self
    return copy.position(at: wanted)
  }

  /// Takes the next bytes of the document.
  package mutating func append(_ bytes: Span<UInt8>) {
    if start > 1 << 16 {
      waiting.removeFirst(start)
      start = 0
    }
    // Safe: the span lives through the call.
    bytes.withUnsafeBufferPointer { waiting.append(contentsOf: $0) }
  }

  /// The position of a byte; an offset that lies before the last one asked for gives the last one.
  package mutating func position(at wanted: Int) -> Position {
    let end = min(start + max(wanted - offset, 0), waiting.count)
    if start < end {
      let waiting = waiting
      waiting.withUnsafeBufferPointer { bytes in
        // Safe: within `start..<end`.
        let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let (lineFeeds, returns) = Self.lineEnds(in: part)
        if returns == 0, !follows, offset > 2 {
          pass(part, lineFeeds)
        } else {
          passOneByOne(part)
        }
      }
      start = end
    }
    return Position(line: line, column: column)
  }

  /// How many line feeds and carriage returns there are, counted in bytes as far as these reach: the
  /// compiler then counts sixteen in one step.
  private static func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
    var lineFeeds = 0
    var returns = 0
    var start = 0
    while start < bytes.count {
      let end = min(start + 240, bytes.count)
      var some: (lineFeeds: UInt8, returns: UInt8) = (0, 0)
      for byte in UnsafeBufferPointer(rebasing: bytes[start..<end]) {
        some.lineFeeds &+= byte == 0x0A ? 1 : 0
        some.returns &+= byte == 0x0D ? 1 : 0
      }
      lineFeeds += Int(some.lineFeeds)
      returns += Int(some.returns)
      start = end
    }
    return (lineFeeds, returns)
  }

  /// Goes over bytes whose lines end with a line feed each.
  private mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, _ lineFeeds: Int) {
    var rest = bytes[...]
    if lineFeeds > 0, let last = bytes.lastIndex(of: 0x0A) {
      line += lineFeeds
      column = 1
      rest = bytes[(last + 1)...]
    }
    for byte in rest where byte & 0xC0 != 0x80 { column += 1 }
    offset += bytes.count
  }

  private mutating func passOneByOne(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      let isMark = offset < 3 && byte == ([0xEF, 0xBB, 0xBF] as [UInt8])[offset]
      offset += 1
      if byte == 0x0A || byte == 0x0D {
        if !(byte == 0x0A && follows) { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80, !isMark {
        column += 1
      }
      follows = byte == 0x0D
    }
  }
}

extension PositionCursor {
  /// The offset of the first byte that isn't UTF-8, should one stand between the last offset asked
  /// for, which begins a character, and another.
  package func firstInvalidByte(before end: Int) -> Int? {
    let end = min(start + max(end - offset, 0), waiting.count)
    return waiting.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end {
        guard let scalar = UTF8Scanner.scalar(in: bytes, at: index) else {
          return offset + index - start
        }
        index += scalar.length
      }
      return nil
    }
  }
}
