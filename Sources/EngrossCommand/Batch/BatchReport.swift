/// Passes on what became of each file, and counts for the end.
struct BatchReport {
  /// The highest exit code so far.
  private(set) var code = ExitCode.success
  private let total: Int
  private let words: [ExitCode: String]
  private let isQuiet: Bool
  private var counts: [ExitCode: Int] = [:]
  private var done = 0
  private var known = 0
  private var failed: [String] = []
  private var progress: Progress

  /// The names that the end tells; those of more stand in the manifest.
  private static var mostNames: Int { 20 }

  /// Starts to count.
  ///
  /// - Parameter words: what a file is called that went so.
  init(total: Int, words: [ExitCode: String], quiet: Bool, environment: Environment) {
    self.total = total
    self.words = words
    isQuiet = quiet
    progress = Progress(total: total, quiet: quiet, in: environment)
  }

  /// Writes what became of a file.
  mutating func add(_ outcome: Outcome) throws(Failure) {
    done += 1
    counts[outcome.code, default: 0] += 1
    if outcome.isKnown { known += 1 }
    code = max(code, outcome.code)
    if !outcome.output.isEmpty || outcome.message != nil { progress.clear() }
    if !outcome.output.isEmpty { try StandardStream.output.write(outcome.output) }
    if let message = outcome.message { StandardStream.error.say(message) }
    if outcome.code != .success, let name = outcome.name, failed.count < Self.mostNames {
      failed.append(name)
    }
    progress.show(done, failed: done - counts[.success, default: 0])
  }

  /// Takes the counter away.
  func clear() { progress.clear() }

  /// Of several files, tells how many went how, "3 files: 2 encoded, 1 failed", and which failed.
  func end(manifest: String) {
    progress.clear()
    guard !isQuiet, total > 1, code != .success || known > 0 else { return }
    say(of: "\(done) files")
    let left = done - counts[.success, default: 0] - failed.count
    for name in failed { StandardStream.error.say("  \(name)") }
    if left > 0 { StandardStream.error.say("  and \(left) more, which \(manifest) names") }
  }

  /// Tells that the run was ended before its time, and how to go on.
  func sayStopped() {
    progress.clear()
    say(of: "stopped after \(done) of \(total) files")
    StandardStream.error.say("the same command with --resume goes on from there")
  }

  /// Tells how many files a run would work on.
  func sayRehearsed(_ left: Int) {
    progress.clear()
    if !isQuiet { StandardStream.error.say("\(left) of \(done) files would be written") }
  }

  private func say(of files: String) {
    var parts = ExitCode.allCases.compactMap { code -> String? in
      guard let count = counts[code], let word = words[code] else { return nil }
      return "\(count) \(word)"
    }
    if known > 0 { parts.append("\(known) of them by an earlier run") }
    StandardStream.error.say("\(files): \(parts.joined(separator: ", "))")
  }
}
