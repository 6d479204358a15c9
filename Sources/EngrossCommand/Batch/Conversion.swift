/// Turns each input into one output: the part that all commands share which make a file of a file.
struct Conversion: Sendable {
  /// The endings of input and output, such as `.txt` and `.xml`.
  struct Endings: Sendable {
    let input: String
    let output: String
  }

  /// What a command does with the bytes of a file.
  typealias Convert = @Sendable ([UInt8], _ name: String) throws(Failure) -> [UInt8]

  /// What a command does with a file piece by piece; throws a `Failure`, or an error of the system's
  /// for standard output.
  typealias Stream = @Sendable (InputFile, OutputStream) throws -> Void

  private enum Target: Sendable {
    case stream(Route)
    case folder(FolderRun)
  }

  private let target: Target
  private let jobs: Int
  private let isQuiet: Bool
  private let environment: Environment
  /// How many inputs there are.
  let count: Int

  /// Plans where everything goes.
  init(
    _ arguments: Arguments, of command: any Command.Type, directory option: Option,
    endings: Endings, in environment: Environment
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
    if let directory {
      let routes = try Route.plan(inputs, to: directory, endings: endings)
      let configuration = try Configuration(arguments, of: command.name, in: environment)
      target = .folder(
        FolderRun(
          arguments, routes: routes, folder: OutputFolder(path: directory, command: command.name),
          configuration: configuration.digest))
    } else {
      for option in [Option.resume, .retryFailed, .dryRun] where arguments.has(option) {
        throw .usage("\(option.long) is for \(Encode.outputDirectory.long) DIR")
      }
      // `-` stands for standard output here as it does for standard input there.
      let output = file == nil || file == "-" ? nil : OutputFile(path: file!)
      let route = Route(input: inputs[0], output: output, name: "")
      try Route.refuseLosses([route])
      target = .stream(route)
    }
    self.environment = environment
    count = inputs.count
    jobs = try arguments.jobs(in: environment)
    isQuiet = arguments.has(.quiet)
  }

  /// What is read, in the order of the call.
  var inputs: [InputFile] {
    switch target {
    case .stream(let route): [route.input]
    case .folder(let run): run.routes.map(\.input)
    }
  }

  /// Where the results go, by the names of the inputs, as paths below the output directory; none
  /// without one.
  var outputNames: [String: Word] {
    guard case .folder(let run) = target else { return [:] }
    return Dictionary(run.routes.map { ($0.input.name, $0.name) }) { first, _ in first }
  }

  /// Converts all: each result is written whole, and a failure stops only its own file.
  ///
  /// - Parameter stream: how one file is converted, where that needs less memory than `convert`. Of
  ///   what goes to standard output the first megabytes are held back, so that a small document that
  ///   turns out bad writes nothing.
  func run(
    word: String, stream: Stream? = nil, _ convert: @escaping Convert
  ) async throws(Failure) -> ExitCode {
    let words: [ExitCode: String] = [
      .success: word, .invalid: "not TEI", .inputOutput: "failed", .defect: "failed their check",
    ]
    var report = BatchReport(
      total: count, words: words, quiet: isQuiet, environment: environment)
    switch target {
    case .stream(let route):
      do throws(Failure) {
        if let stream {
          try Self.convert(route, by: stream)
          try report.add(Outcome())
        } else {
          let result = try convert(route.input.bytes(), route.input.name)
          try route.output?.write(result)
          try report.add(Outcome(output: route.output == nil ? result : []))
        }
      } catch {
        try report.add(Outcome(error))
      }
      return report.code
    case .folder(let run):
      return try await run.run(jobs: jobs, report: &report, convert)
    }
  }

  private static func convert(_ route: Route, by stream: Stream) throws(Failure) {
    do {
      if let output = route.output {
        try output.write { try stream(route.input, $0) }
      } else {
        let output = OutputStream(FileDescriptor(1), limit: OutputStream.held)
        try stream(route.input, output)
        try output.flush()
      }
    } catch let error as SystemError {
      throw Failure(standardOutput: error)
    } catch {
      throw error as! Failure
    }
  }
}
