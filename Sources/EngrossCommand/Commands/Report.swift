/// Passes on what became of each file, and counts for the end.
struct Report {
  /// The highest exit code so far.
  private(set) var code = ExitCode.success
  private var counts: [ExitCode: Int] = [:]
  private var done = 0
  private var progress: Progress

  /// Starts to count.
  init(total: Int, quiet: Bool, environment: Environment) {
    progress = Progress(total: total, isShown: environment.showsProgress && !quiet)
  }

  /// Writes what became of a file.
  mutating func add(_ outcome: Outcome) throws(Failure) {
    done += 1
    counts[outcome.code, default: 0] += 1
    code = max(code, outcome.code)
    if !outcome.output.isEmpty || outcome.message != nil { progress.clear() }
    if !outcome.output.isEmpty { try StandardStream.output.write(outcome.output) }
    if let message = outcome.message { StandardStream.error.say(message) }
    progress.show(done)
  }

  /// Takes the counter away and, of several files, tells how many went how: "3 files: 2 valid, 1 invalid".
  func end(words: [ExitCode: String], saysSummary: Bool) {
    progress.clear()
    guard saysSummary, done > 1 else { return }
    let parts = ExitCode.allCases.compactMap { code -> String? in
      guard let count = counts[code], let word = words[code] else { return nil }
      return "\(count) \(word)"
    }
    StandardStream.error.say("\(done) files: \(parts.joined(separator: ", "))")
  }
}
