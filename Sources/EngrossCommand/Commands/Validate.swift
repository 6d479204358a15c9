import Engross

/// `engross validate`: XML against a schema.
enum Validate: Command {
  static let name = "validate"
  static let summary = "checks TEI documents against the bundled schemas, or another"
  static let explanation = [
    "Prints each finding on standard output as \"file:line:column: severity: sentence [id]\", and "
      + "nothing for a valid document. Standard input is called <stdin>. A file that can't be read "
      + "is reported on standard error, and the others are checked all the same. Of several "
      + "files, the last line on standard error says how many are valid.",
    "The bundled schemas are a strict subset of TEI P5: what they admit, tei_all admits.",
  ]
  static let schema = Option(
    "schema", "s", value: "FILE",
    "checks against this .rng, .xsd, .sch or .dtd file in place of the bundled schemas")
  static let options: [Option] = [schema, .jobs, .quiet, .help]
  static let examples = [
    "engross validate letter.xml",
    "engross validate --schema tei_all.rng tei/*.xml",
    "engross encode letter.txt | engross validate",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let files = try Inputs(arguments, in: environment).files
    let jobs = try arguments.jobs(in: environment)
    let validator = try validator(arguments)
    let colours = environment.colours
    var report = Report(
      total: files.count, quiet: arguments.has(.quiet), environment: environment)
    try await Batch(items: files, jobs: jobs).run { file in
      do throws(Failure) {
        return Outcome(validator.validate(try file.bytes()), name: file.name, colours: colours)
      } catch {
        return Outcome(error)
      }
    } deliver: { outcome throws(Failure) in
      try report.add(outcome)
    }
    let words: [ExitCode: String] = [
      .success: "valid", .invalid: "invalid", .inputOutput: "unreadable",
    ]
    report.end(words: words, saysSummary: !arguments.has(.quiet))
    return report.code
  }

  private static func validator(_ arguments: Arguments) throws(Failure) -> DocumentValidator {
    guard let word = arguments[schema] else { return DocumentValidator() }
    let file = InputFile(word)
    guard let path = file.path else {
      throw .usage("--schema takes a file whose name tells its language, not standard input")
    }
    let bytes = try file.bytes()
    do throws(SchemaError) {
      return try DocumentValidator(schema: bytes, path: path.text)
    } catch {
      throw .usage(error.diagnostic.rendered(file: file.name))
    }
  }
}

extension Outcome {
  /// What a document's diagnostics come to: only an error makes it invalid.
  init(_ diagnostics: [Diagnostic], name: String, colours: Bool) {
    let isInvalid = diagnostics.contains { $0.severity == .error }
    var findings = ""
    for diagnostic in diagnostics {
      findings += diagnostic.rendered(file: name, colours: colours) + "\n"
    }
    self.init(isInvalid ? .invalid : .success, findings: findings)
  }
}
