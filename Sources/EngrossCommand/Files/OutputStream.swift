/// Bytes on their way to a file, gathered into large pieces.
final class OutputStream {
  /// A document whose end turns out bad has written nothing, as long as it fits.
  static let held = 8 << 20
  static let piece = 1 << 18

  private let descriptor: FileDescriptor?
  private let limit: Int
  /// What isn't written yet.
  private(set) var waiting: [UInt8] = []

  /// Keeps all.
  init() {
    descriptor = nil
    limit = Int.max
  }

  init(_ descriptor: FileDescriptor, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// Takes the next bytes; throws the system's error.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    if waiting.isEmpty { waiting = bytes } else { waiting += bytes }
    if waiting.count > limit { try flush() }
  }

  /// Writes what waits; throws the system's error.
  func flush() throws(SystemError) {
    guard let descriptor else { return }
    let code = descriptor.write(waiting)
    waiting.removeAll(keepingCapacity: true)
    if code != 0 { throw SystemError(code) }
  }
}
