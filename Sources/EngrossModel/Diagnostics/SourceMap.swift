/// Turns byte offsets of a UTF-8 file into lines and columns.
package struct SourceMap: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Finds the lines of a file in one pass.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    // Safe: within the buffer. Most bytes are told by one comparison.
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] <= 0x0D {
        let next = index + 1
        if bytes[index] == 0x0A
          || bytes[index] == 0x0D && (next == bytes.count || bytes[next] != 0x0A)
        {
          starts.append(next)
        }
      }
    }
    lineStarts = starts
  }

  /// The position of a byte; offsets past the end give the end.
  package func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    // A byte-order mark is no character of the first line.
    var start = lineStarts[low]
    if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    for byte in bytes[min(start, offset)..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: low + 1, column: column)
  }

  /// The bytes of a line without its end; nil when there's no such line.
  package func range(ofLine line: Int) -> Range<Int>? {
    guard lineStarts.indices.contains(line - 1) else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The byte offset of a position; one past the end gives the end.
  package func offset(of position: Position) -> Int {
    guard lineStarts.indices.contains(position.line - 1) else { return bytes.count }
    var index = lineStarts[position.line - 1]
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    var left = position.column - 1
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      index += 1
    }
    return index
  }
}
