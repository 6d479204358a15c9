/// Turns each input into one output: the part that `encode` and `text` share.
struct Conversion: Sendable {
  /// One input and where its result goes; nil for standard output.
  private struct Route: Sendable {
    let input: InputFile
    let output: OutputFile?
  }

  /// The endings of input and output, such as `.txt` and `.xml`.
  struct Endings: Sendable {
    let input: String
    let output: String
  }

  private let routes: [Route]
  /// How many inputs there are.
  var count: Int { routes.count }
  private let directory: OutputDirectory?
  private let jobs: Int
  private let isQuiet: Bool
  private let environment: Environment

  /// Plans where everything goes, and refuses a plan in which something would be lost.
  init(
    _ arguments: Arguments, directory option: Option, endings: Endings, in environment: Environment
  ) throws(Failure) {
    let inputs = try Inputs(arguments, ending: endings.input, in: environment).files
    let file = arguments[.output]
    let directory = arguments[option]
    if file != nil, directory != nil {
      throw .usage("--output and \(option.long) exclude each other")
    }
    if file?.bytes.isEmpty == true || directory?.bytes.isEmpty == true {
      throw .usage("\(file == nil ? option.long : "--output") needs a name, not an empty word")
    }
    if inputs.count > 1, directory == nil {
      let count = inputs.count
      throw .usage("\(count) inputs need \(option.long) DIR, not --output or standard output")
    }
    var routes: [Route] = []
    for input in inputs {
      if let directory {
        guard let path = input.relativePath else {
          throw .usage("standard input has no name for \(option.long); --output FILE gives it one")
        }
        let name = path.replacing(ending: endings.input, by: endings.output)
        routes.append(Route(input: input, output: OutputFile(path: directory.appending(name))))
      } else {
        // `-` stands for standard output here as it does for standard input there.
        let isStandard = file == nil || file == "-"
        routes.append(Route(input: input, output: isStandard ? nil : OutputFile(path: file!)))
      }
    }
    try Self.refuseLosses(routes)
    self.routes = routes
    self.directory = directory.map { OutputDirectory(path: $0) }
    self.environment = environment
    jobs = try arguments.jobs(in: environment)
    isQuiet = arguments.has(.quiet)
  }

  private static func refuseLosses(_ routes: [Route]) throws(Failure) {
    var writers: [OutputFile: InputFile] = [:]
    for route in routes {
      guard let output = route.output else { continue }
      if let other = writers.updateValue(route.input, forKey: output) {
        let names = "\"\(other.name)\" and \"\(route.input.name)\""
        throw .usage("\(names) would both be written to \"\(output.name)\"")
      }
    }
    let inputs = Set(routes.compactMap(\.input.identity))
    for output in routes.compactMap(\.output) {
      if let identity = FileIdentity(output.path), inputs.contains(identity), identity.isPlainFile {
        throw .usage("\"\(output.name)\" is an input, and would be overwritten")
      }
    }
  }

  /// Whether one of the results goes to a file.
  func writes(_ file: OutputFile) -> Bool { routes.contains { $0.output == file } }

  /// Converts all: each result is written whole, and a failure stops only its own file.
  func run(
    word: String,
    _ convert: @escaping @Sendable ([UInt8], _ name: String) throws(Failure) -> [UInt8]
  ) async throws(Failure) -> ExitCode {
    try await run(word: word) { input throws(Failure) in try convert(input.bytes(), input.name) }
  }

  /// Converts all, where where the input stands matters too.
  func run(
    word: String, _ convert: @escaping @Sendable (InputFile) throws(Failure) -> [UInt8]
  ) async throws(Failure) -> ExitCode {
    try directory?.make()
    var report = Report(total: routes.count, quiet: isQuiet, environment: environment)
    let batch = Batch<Route, Outcome>(items: routes, jobs: jobs)
    try await batch.run { route in
      do throws(Failure) {
        let result = try convert(route.input)
        guard let output = route.output else { return Outcome(output: result) }
        // The tree of folders is kept.
        if route.input.isNested { try OutputDirectory(path: output.path.folder).make() }
        try output.write(result)
        return Outcome()
      } catch {
        return Outcome(error)
      }
    } deliver: { outcome throws(Failure) in
      try report.add(outcome)
    }
    let words: [ExitCode: String] = [
      .success: word, .invalid: "not TEI", .inputOutput: "failed", .defect: "failed their check",
    ]
    report.end(words: words, saysSummary: !isQuiet && report.code != .success)
    return report.code
  }
}
