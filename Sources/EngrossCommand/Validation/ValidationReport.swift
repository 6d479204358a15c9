import EngrossModel

/// Passes on what was found in each file, and sums it up at the end.
struct ValidationReport {
  /// The highest exit code so far.
  private(set) var code = ExitCode.success
  private var writer: ReportWriter
  private var baseline: Baseline
  private var summary = ValidationSummary()
  private var progress: Progress
  private let total: Int
  private let maximum: Int?
  private let isQuiet: Bool
  private var errors = 0

  /// Starts the report.
  init(_ arguments: Arguments, total: Int, in environment: Environment) throws(Failure) {
    self.total = total
    isQuiet = arguments.has(.quiet)
    if let word = arguments[Validate.maximum] {
      maximum = try arguments.number(word, of: Validate.maximum, in: 1...1_000_000)
    } else {
      maximum = nil
    }
    progress = Progress(total: total, quiet: isQuiet, in: environment)
    baseline = try Baseline(arguments)
    writer = try ReportWriter(arguments, in: environment)
    try writer.open()
  }

  /// Writes what was found in a file; throws when that were errors enough.
  mutating func add(_ outcome: FileOutcome) throws(Failure) {
    let report = baseline.new(in: outcome.report)
    // What the baseline knows doesn't fail the run; what isn't read can't be known.
    let code: ExitCode =
      outcome.code == .invalid && !report.isInvalid ? .success : outcome.code
    self.code = max(self.code, code)
    summary.add(report, code)
    let progress = self.progress
    try writer.add(report) { progress.clear() }
    self.progress.show(summary.count, failed: summary.failedCount)
    errors += report.count(.error)
    if let maximum, errors >= maximum, summary.count < total {
      let left = total - summary.count
      throw Failure(
        self.code, "stopped at --max-errors \(maximum): \(left) of \(total) files weren't checked")
    }
  }

  /// Ends the report.
  mutating func end() throws(Failure) {
    progress.clear()
    try writer.close()
    try baseline.write()
    if !isQuiet { summary.say(known: baseline.knownCount) }
  }
}
