/// Bytes that come piece by piece, such as an open file.
package protocol ByteStream: AnyObject {
  /// Fills a buffer from its start; gives the number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
