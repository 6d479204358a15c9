import Engross
import EngrossModel

/// Where findings go, and in which formats: to standard output, and perhaps to a file.
struct ReportWriter {
  /// What `--format` takes.
  static let formatNames = AllReportFormats.list.map { $0.name }

  private var shown: any ReportFormat
  private var filed: FiledReport?

  /// Chooses by the options and, without them, by where the process runs.
  init(_ arguments: Arguments, in environment: Environment) throws(Failure) {
    let name = arguments[Validate.format]?.text.lowercased()
    var surroundings = ReportSurroundings()
    surroundings.isTerminal = environment.outputIsTerminal
    surroundings.hasColours = environment.colours
    surroundings.rules = Message.all.map { ($0.id, $0.summary) }
    func format(_ name: String) -> any ReportFormat {
      let type = AllReportFormats.list.first { $0.name == name } ?? TextFormat.self
      return type.init(surroundings)
    }
    let log = environment.runsOnGitHub ? "github" : "text"
    if let word = arguments[Validate.output] {
      if word.bytes.isEmpty || word == "-" {
        throw .usage("--output needs the name of a file; without it, the report is shown")
      }
      shown = format(log)
      // What is written to a file has no colours and no carets.
      surroundings.isTerminal = false
      surroundings.hasColours = false
      filed = FiledReport(format: format(name ?? "text"), file: OutputFile(path: word))
    } else if name == nil, environment.runsOnGitLab {
      shown = format("text")
      filed = FiledReport(
        format: format("gitlab"), file: OutputFile(path: "gl-code-quality-report.json"))
    } else {
      shown = format(name ?? log)
    }
  }

  /// Writes what stands before the first file.
  mutating func open() throws(Failure) {
    try show(shown.opening())
    filed?.open()
  }

  /// Writes what was found in a file, after a call that makes room for it.
  mutating func add(_ report: FileReport, before: () -> Void) throws(Failure) {
    let text = shown.file(report)
    if !text.isEmpty {
      before()
      try show(text)
    }
    filed?.add(report)
  }

  /// Writes what stands after the last file, and the file whole.
  mutating func close() throws(Failure) {
    try show(shown.closing())
    try filed?.close()
  }

  private func show(_ text: String) throws(Failure) {
    if !text.isEmpty { try StandardStream.output.write(Array(text.utf8)) }
  }
}

/// A report that comes to be a file, whole or not at all.
private struct FiledReport {
  var format: any ReportFormat
  let file: OutputFile
  private var bytes: [UInt8] = []

  init(format: any ReportFormat, file: OutputFile) {
    self.format = format
    self.file = file
  }

  mutating func open() { bytes += Array(format.opening().utf8) }

  mutating func add(_ report: FileReport) { bytes += Array(format.file(report).utf8) }

  mutating func close() throws(Failure) {
    bytes += Array(format.closing().utf8)
    try file.write(bytes)
  }
}
