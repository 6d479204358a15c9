import Glibc

/// `--jsonl`: a record a line comes in, exactly one line for each goes out, in the same order.
///
/// That is what every engine for large collections can run. What is wrong with a record is told in
/// its answer and nowhere else, so that one bad record never stops a million good ones.
struct RecordFilter {
  private let descriptor: Int32
  private let name: String
  private let longest: Int
  private let jobs: Int
  private let isQuiet: Bool

  /// What a command does with a record: the members of the answer that stand beside the `id`, as JSON.
  typealias Answer = @Sendable (Record) throws(Failure) -> [UInt8]

  /// How many records are worked on in one go: handing over costs less then than working.
  private static let mostRecords = 32

  /// Takes the options that go with `--jsonl`, and refuses others.
  init(
    _ arguments: Arguments, with options: [Option], in environment: Environment
  ) throws(Failure) {
    let known = options + [.jsonl, .maxRecord, .jobs, .quiet]
    for option in arguments.options where !known.contains(option) {
      throw .usage("\(option.long) doesn't go with --jsonl")
    }
    if arguments.operands.count > 1 { throw .usage("--jsonl reads one stream") }
    let word = arguments.operands.first ?? "-"
    if word == "-" {
      if environment.inputIsTerminal {
        throw .usage("nothing comes from another program, and no file of records is named")
      }
      descriptor = STDIN_FILENO
    } else {
      descriptor = word.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      if descriptor < 0 {
        throw Failure(.inputOutput, "\(word.shown): \(SystemError(errno).sentence(for: .read))")
      }
    }
    name = InputFile(word).name
    longest =
      try arguments[.maxRecord].map { word throws(Failure) in
        try arguments.number(word, of: .maxRecord, in: 1...1 << 31)
      } ?? 1 << 26
    jobs = try arguments.jobs(in: environment)
    isQuiet = arguments.has(.quiet)
  }

  /// Answers every record. That an answer tells of an error doesn't change the exit code.
  func run(word: String, _ answer: @escaping Answer) async throws(Failure) -> ExitCode {
    var reader = LineReader(descriptor, longest: longest)
    var read = 0
    var (count, failed) = (0, 0)
    let work = OrderedWork<Lines, Answers>(jobs: jobs)
    try await work.run {
      () throws(Failure) in
      do throws(SystemError) {
        guard let lines = try reader.next(Self.mostRecords) else { return nil }
        defer { read += lines.count }
        return Lines(first: read + 1, lines: lines)
      } catch {
        throw Failure(.inputOutput, "\(name): \(error.sentence(for: .read))")
      }
    } isDry: {
      reader.isDry
    } _: { lines in
      Answers(to: lines, longest: longest, answer)
    } deliver: { answers throws(Failure) in
      count += answers.count
      failed += answers.failed
      try StandardStream.output.write(answers.bytes)
    }
    if !isQuiet {
      let end = failed == 0 ? "" : ", \(failed) failed"
      StandardStream.error.say(
        "\(count) record\(count == 1 ? "" : "s"): \(count - failed) \(word)\(end)")
    }
    return .success
  }
}

extension Option {
  static let jsonl = Option(
    "jsonl", nil,
    "takes a JSON object a line, and answers each with one line, in the same order; what is wrong "
      + "with one is in its answer")
  static let maxRecord = Option(
    "max-record", value: "BYTES",
    "passes over a line of --jsonl that is longer (64 MiB unless told otherwise)")
  /// What every command takes that works on records.
  static let filter = [jsonl, maxRecord]
}
