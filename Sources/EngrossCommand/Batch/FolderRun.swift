import EngrossModel

/// A run into one output directory, which can be ended at any moment and gone on with.
struct FolderRun: Sendable {
  let routes: [Route]
  private let folder: OutputFolder
  private let configuration: Digest
  private let isResumed: Bool
  private let retriesFailed: Bool
  private let isDry: Bool

  init(
    _ arguments: Arguments, routes: [Route], folder: OutputFolder, configuration: Digest
  ) {
    self.routes = routes
    self.folder = folder
    self.configuration = configuration
    retriesFailed = arguments.has(.retryFailed)
    isResumed = arguments.has(.resume) || retriesFailed
    isDry = arguments.has(.dryRun)
  }

  /// Converts what there is to do.
  func run(
    jobs: Int, report: inout BatchReport, _ convert: @escaping Conversion.Convert
  ) async throws(Failure) -> ExitCode {
    if isDry { return try await rehearse(jobs: jobs, report: &report) }
    let interruption = Interruption()
    let lock = try folder.open()
    let journal = try Journal(folder.journal)
    let known = try isResumed ? Manifest([folder.manifest, folder.journal]) : nil
    var signal: Int32?
    do throws(Failure) {
      try await Batch<Route, Outcome>(items: routes, jobs: jobs).run { route in
        work(on: route, known: known?[route.name], journal: journal, convert)
      } deliver: { outcome throws(Failure) in
        try report.add(outcome)
        signal = interruption.signal
        if signal != nil { throw Failure(.inputOutput, nil) }
      }
      try fold(journal)
      report.end(manifest: folder.manifest.shown)
    } catch {
      report.clear()
      guard let signal else { throw error }
      try fold(journal)
      report.sayStopped()
      _ = consume lock
      interruption.end(by: signal)
      return error.code
    }
    _ = consume lock
    return report.code
  }

  private func work(
    on route: Route, known: ManifestEntry?, journal: Journal, _ convert: Conversion.Convert
  ) -> Outcome {
    var step = ManifestEntry.Step.reading
    var hash: Digest?
    do throws(Failure) {
      let bytes = try route.input.bytes()
      hash = SHA256.digest(of: bytes)
      if let known, isSettled(known, route, hash: hash) { return Outcome(known, on: route) }
      step = .converting
      let result = try convert(bytes, route.input.name)
      step = .writing
      guard let output = route.output else { return Outcome(output: result) }
      if route.name.bytes.contains(UInt8(ascii: "/")) {
        try OutputDirectory(path: output.path.folder).make()
      }
      try output.write(result, by: folder.own)
      let written = ManifestEntry.Result.written(SHA256.digest(of: result), bytes: result.count)
      try journal.add(entry(route, hash, written))
      return Outcome()
    } catch {
      let failed = ManifestEntry.Result.failed(
        step, code: error.code,
        message: (error.message ?? "").renamed(from: route.input.name, to: route.relative.shown))
      // A full disk has been told of already.
      try? journal.add(entry(route, hash, failed))
      var outcome = Outcome(error)
      outcome.name = route.input.name
      return outcome
    }
  }

  private func entry(_ route: Route, _ hash: Digest?, _ result: ManifestEntry.Result)
    -> ManifestEntry
  {
    ManifestEntry(
      output: route.name, input: route.relative, inputHash: hash,
      configuration: configuration, version: Version.current, result: result)
  }

  /// Whether an earlier run's result is what this run would give.
  private func isSettled(_ known: ManifestEntry, _ route: Route, hash: Digest?) -> Bool {
    guard known.inputHash == hash, known.configuration == configuration,
      known.version == Version.current, let output = route.output
    else { return false }
    switch known.result {
    // The size tells of what a power cut cost; who changes an output means to.
    case .written(_, let bytes): return output.size == bytes
    case .failed(let step, _, _): return step == .converting && !retriesFailed
    }
  }

  /// Puts the journal into the manifest.
  private func fold(_ journal: Journal) throws(Failure) {
    // Where nothing was done, there's nothing to write: that's all that a second run costs.
    if OutputFile(path: folder.journal).size != 0 || FileIdentity(folder.manifest) == nil {
      let manifest = try Manifest([folder.manifest, folder.journal])
      try OutputFile(path: folder.manifest).write(manifest.bytes, by: folder.own)
    }
    journal.remove()
  }

  /// Tells what would be done.
  private func rehearse(jobs: Int, report: inout BatchReport) async throws(Failure) -> ExitCode {
    let known = try isResumed ? Manifest([folder.manifest, folder.journal]) : nil
    var left = 0
    try await Batch<Route, Outcome>(items: routes, jobs: jobs).run { route in
      do throws(Failure) {
        if let known = known?[route.name] {
          let hash = SHA256.digest(of: try route.input.bytes())
          if isSettled(known, route, hash: hash) { return Outcome(known, on: route) }
        }
        let line = "\(route.input.name) -> \(route.output?.name ?? "-")\n"
        return Outcome(output: Array(line.utf8))
      } catch {
        var outcome = Outcome(error)
        outcome.name = route.input.name
        return outcome
      }
    } deliver: { outcome throws(Failure) in
      if !outcome.output.isEmpty { left += 1 }
      try report.add(outcome)
    }
    report.sayRehearsed(left)
    return report.code
  }
}

extension Outcome {
  /// What an earlier run came to, which isn't done again.
  fileprivate init(_ known: ManifestEntry, on route: Route) {
    self.init()
    isKnown = true
    if case .failed(_, let code, let message) = known.result {
      self.code = code
      self.message = message.renamed(from: route.relative.shown, to: route.input.name)
      name = route.input.name
    }
  }
}

extension Route {
  /// The input's path below what was named, by which the manifest is the same wherever that stands.
  fileprivate var relative: Word { input.relativePath ?? "-" }
}

extension String {
  /// A message on a file, with another name of the file.
  fileprivate func renamed(from old: String, to new: String) -> String {
    hasPrefix(old) ? new + dropFirst(old.count) : self
  }
}
