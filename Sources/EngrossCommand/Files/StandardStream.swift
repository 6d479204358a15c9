import Glibc

/// Standard output or standard error.
enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Writes bytes; a reader that has gone is a failure without a message.
  func write(_ bytes: [UInt8]) throws(Failure) {
    let code = FileDescriptor(rawValue).write(bytes)
    if code != 0 { throw Failure(standardOutput: SystemError(code)) }
  }

  /// Writes lines and a newline; nothing can be said when that fails.
  func say(_ lines: String) { put(lines + "\n") }

  /// Writes text as it is.
  func put(_ text: String) {
    _ = FileDescriptor(rawValue).write(Array(text.utf8))
  }

  /// Gives closed standard streams a number each, so that no document gets theirs.
  ///
  /// Each is opened the wrong way round, so that using it still fails.
  static func openAll() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (2, O_WRONLY)]
    where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
  }
}

extension Failure {
  /// Standard output can't be written; a reader that has gone is a failure without a message.
  init(standardOutput error: SystemError) {
    let sentence = "standard output: \(error.sentence(for: .write))"
    self.init(.inputOutput, error.number == EPIPE ? nil : sentence)
  }
}
