import Engross
import Glibc

/// An open file that is read piece by piece.
final class InputStream: ByteStream {
  private let descriptor: FileDescriptor

  init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try descriptor.read(into: buffer)
  }
}

/// A file that is open as long as this lives; standard input stays open.
struct OpenFile: ~Copyable {
  private let number: Int32
  var descriptor: FileDescriptor { FileDescriptor(number) }

  init(_ number: Int32) { self.number = number }

  deinit { if number > STDERR_FILENO { close(number) } }
}
