import EngrossModel

/// What decides, beside the inputs, what the outputs are: the command and its options, without those
/// that only say where and how the work goes.
struct Configuration {
  /// The hash of it.
  let digest: Digest

  /// Takes the options given, and of the files that they name the content.
  init(_ arguments: Arguments, of command: String, in environment: Environment) throws(Failure) {
    var hash = SHA256()
    func add(_ bytes: [UInt8]) {
      // Each part with its length, so that no two lists of parts look alike.
      hash.add(Array("\(bytes.count):".utf8) + bytes)
    }
    add(Array(command.utf8))
    for option in arguments.options where !Option.ofTheRun.contains(option.name) {
      add(Array(option.name.utf8))
      for value in arguments.all(option) {
        add(
          option.value == "FILE" && value != "bundled" ? try InputFile(value).bytes() : value.bytes)
      }
    }
    if let epoch = environment.sourceDateEpoch { add(Array("SOURCE_DATE_EPOCH=\(epoch)".utf8)) }
    digest = hash.digest()
  }
}

extension Option {
  /// The options that change nothing in an output.
  fileprivate static let ofTheRun: Set<String> = [
    "output", "output-dir", "annotations", "files-from", "jobs", "quiet", "resume", "retry-failed",
    "dry-run",
  ]
}
