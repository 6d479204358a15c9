/// An option of a command, declared once: parsing, `--help` and the README's table derive from it.
struct Option: Sendable, Hashable {
  /// The long name without its hyphens.
  let name: String
  /// The short name, where there is one.
  let letter: Character?
  /// What stands for the value in the help, such as `FILE`; nil for an option without a value.
  let value: String?
  /// The only values taken, in lower case; empty when any will do.
  let choices: [String]
  /// Whether it may be given more than once.
  let isRepeatable: Bool
  /// What it does, as one sentence without a full stop.
  let summary: String

  /// Declares an option.
  init(
    _ name: String, _ letter: Character? = nil, value: String? = nil, choices: [String] = [],
    isRepeatable: Bool = false, _ summary: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.choices = choices
    self.isRepeatable = isRepeatable
    self.summary = summary
  }

  /// The long name as typed: `--output`.
  var long: String { "--\(name)" }

  /// Both names and the value: `-o, --output FILE`.
  var usage: String {
    (letter.map { "-\($0), " } ?? "") + long + (value.map { " \($0)" } ?? "")
  }
}

extension Option {
  static let help = Option("help", "h", "shows this help")
  static let version = Option("version", nil, "shows the version")
  static let output = Option(
    "output", "o", value: "FILE",
    "writes the result to FILE; without it, the result of one input goes to standard output")
  static let filesFrom = Option(
    "files-from", value: "FILE",
    "takes the names of files from FILE too, one a line, or each ended by a NUL; - is standard "
      + "input, and -0 standard input with NULs")
  static let jobs = Option(
    "jobs", "j", value: "N",
    "works on N files at once; as many as there are processor cores unless told otherwise")
  static let quiet = Option(
    "quiet", "q", "shows neither progress nor a summary; findings and errors still appear")
  static let resume = Option(
    "resume", nil,
    "goes on where a run into --output-dir ended: leaves out what is done and unchanged, and what "
      + "failed and will again")
  static let retryFailed = Option(
    "retry-failed", nil, "does as --resume, and tries again what failed")
  static let dryRun = Option(
    "dry-run", nil, "tells which files would be written to --output-dir, and writes none")

  /// What every command takes that works on many files.
  static let batch = [filesFrom, jobs, resume, retryFailed, dryRun, quiet]
}
