/// Bytes that come piece by piece, such as an open file.
package protocol ByteStream: AnyObject {
  /// Fills a buffer from its start; gives the number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

  /// All bytes, where they're there and none was read.
  var whole: [UInt8]? { get }
}

extension ByteStream {
  /// They come piece by piece.
  package var whole: [UInt8]? { nil }
}

/// Bytes that are all there.
package final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var whole: [UInt8]? { offset == 0 ? bytes : nil }

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}
