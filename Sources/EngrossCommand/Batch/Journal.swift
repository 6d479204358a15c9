import Glibc

/// What a run has done so far, a line a file, each written by one call of the system before the next
/// file is begun: `.engross/COMMAND.journal`.
///
/// A process that is killed loses no line; what the machine loses in a power cut is made again.
struct Journal: Sendable {
  private let path: Word
  private let number: Int32

  /// Opens it, and makes it where it's missing.
  init(_ path: Word) throws(Failure) {
    self.path = path
    number = path.withCString { open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666) }
    if number < 0 { throw failure(errno) }
  }

  /// Adds a line. It starts with a line end, so that a line that was cut by a full disk spoils no
  /// other.
  func add(_ entry: ManifestEntry) throws(Failure) {
    let code = FileDescriptor(number).write([0x0A] + entry.line + [0x0A])
    if code != 0 { throw failure(code) }
  }

  /// Closes it and takes it away, when the manifest holds all of it.
  func remove() {
    close(number)
    _ = path.withCString { unlink($0) }
  }

  private func failure(_ code: Int32) -> Failure {
    Failure(.inputOutput, "\(path.shown): \(SystemError(code).sentence(for: .write))")
  }
}
