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
    while start < end {
      if offset >= 3, !follows, end - start >= 8, skipEight() { continue }
      let byte = waiting[start]
      let isMark = offset < 3 && byte == ([0xEF, 0xBB, 0xBF] as [UInt8])[offset]
      start += 1
      offset += 1
      if byte == 0x0A || byte == 0x0D {
        if !(byte == 0x0A && follows) { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80, !isMark {
        column += 1
      }
      follows = byte == 0x0D
    }
    return Position(line: line, column: column)
  }

  /// Goes over eight bytes at once, unless a line ends among them.
  private mutating func skipEight() -> Bool {
    // Safe: the caller knows that eight bytes are there.
    let word = waiting.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    if Self.has(0x0A, in: word) || Self.has(0x0D, in: word) { return false }
    // Bytes that continue a character have the highest bit and not the next one.
    let following = word & ~(word << 1) & 0x8080_8080_8080_8080
    column += 8 - following.nonzeroBitCount
    start += 8
    offset += 8
    return true
  }

  /// Whether a byte is among the eight of a word.
  private static func has(_ byte: UInt64, in word: UInt64) -> Bool {
    let difference = word ^ (byte &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
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
