/// What became of one file.
struct Outcome: Sendable {
  /// How it went.
  var code: ExitCode
  /// What goes to standard output.
  var output: [UInt8] = []
  /// What goes to standard error; nil for nothing.
  var message: String?
  /// The input's name, for the list of those that failed.
  var name: String?
  /// Whether an earlier run did it already.
  var isKnown = false

  /// All is well.
  init(output: [UInt8] = []) {
    code = .success
    self.output = output
  }

  /// Findings about a document, for standard output.
  init(_ code: ExitCode, findings: String) {
    self.code = code
    output = Array(findings.utf8)
  }

  /// It came to nothing.
  init(_ failure: Failure) {
    code = failure.code
    message = failure.message
  }
}
