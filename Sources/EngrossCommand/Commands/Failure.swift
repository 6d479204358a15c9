/// Why a file, or the whole call, came to nothing.
struct Failure: Error, Sendable, Hashable {
  /// The exit code that it leads to.
  let code: ExitCode
  /// The lines for standard error; nil where silence is right, as after a broken pipe.
  let message: String?

  /// Makes a failure.
  init(_ code: ExitCode, _ message: String?) {
    self.code = code
    self.message = message
  }

  /// The call is wrong.
  static func usage(_ message: String) -> Failure { Failure(.usage, message) }
}
