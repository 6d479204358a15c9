import Engross
import EngrossModel

/// What came of validating one file.
struct FileOutcome: Sendable {
  /// How it went.
  let code: ExitCode
  /// What was found.
  let report: FileReport

  /// Reads and validates a file.
  init(_ file: InputFile, validator: DocumentValidator) {
    switch file.content() {
    case .success(let bytes):
      let judgement = validator.judge(bytes, path: file.path?.text)
      report = FileReport(
        name: file.name, diagnostics: judgement.diagnostics, schemas: judgement.schemas,
        source: judgement.source)
      code = report.isInvalid ? .invalid : .success
    case .failure(let error):
      report = FileReport(
        name: file.name,
        diagnostics: [Diagnostic(id: "file.unreadable", message: error.sentence)])
      code = .inputOutput
    }
  }
}
