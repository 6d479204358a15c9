import Engross
import EngrossModel

/// `engross validate`: XML against a schema.
enum Validate: Command {
  static let name = "validate"
  static let summary = "checks TEI documents against the bundled schemas, or others"
  static let explanation = [
    "A document is judged by the schemas that --schema names; without it by those that it names "
      + "itself (xml-model, xsi:schemaLocation, DOCTYPE), and where it names none by the bundled "
      + "ones, a strict subset of TEI P5: what they admit, tei_all admits. Nothing is read from the "
      + "network: catalogs, of --catalog and of the variable XML_CATALOG_FILES, say where the local "
      + "copy of a public address is.",
    "Prints each finding on standard output as \"file:line:column: severity: sentence [id]\", and "
      + "nothing for a valid document; \"engross explain ID\" tells more. Standard input is called "
      + "<stdin>. A file that can't be read is a finding, and the others are checked all the same. "
      + "The last lines on standard error say how many files are valid, by which schemas, and which "
      + "aren't.",
    "FILE may also be a directory, whose .xml files are all taken, or a pattern such as "
      + "'tei/**/*.xml'. On GitHub and GitLab the format is chosen by itself: findings appear "
      + "beside their lines, and the log stays readable.",
  ]
  static let schema = Option(
    "schema", "s", value: "FILE", isRepeatable: true,
    "judges by this .rng, .rnc, .xsd, .sch, .isosch or .dtd file, or by \"bundled\"; may be given "
      + "again")
  static let catalog = Option(
    "catalog", value: "FILE", isRepeatable: true,
    "looks public addresses up in this OASIS XML catalog; may be given again")
  static let xinclude = Option(
    "xinclude", nil, "puts what a document includes (XInclude) into it first")
  static let engine = Option(
    "engine", value: "NAME", choices: ["engross", "libxml2"],
    "judges RELAX NG by Engross (the default), or by libxml2 as a second opinion")
  static let timeLimit = Option(
    "time-limit", value: "SECONDS",
    "ends libxml2 after so many seconds (60 unless told otherwise), as it may never return")
  static let check = Option(
    "check", value: "LIST",
    "warns beside the schemas of these alone: ids, pointers and dates (all three unless told "
      + "otherwise), or none")
  static let format = Option(
    "format", "f", value: "NAME", choices: ReportWriter.formatNames,
    "writes findings in this format")
  static let output = Option(
    "output", "o", value: "FILE",
    "writes the report of --format to FILE, and text to standard output")
  static let maximum = Option(
    "max-errors", value: "N", "stops after N errors, and leaves the rest unchecked")
  static let baseline = Option(
    "baseline", value: "FILE", "leaves out what this file of --write-baseline knows already")
  static let writeBaseline = Option(
    "write-baseline", value: "FILE", "writes what is found to FILE, for --baseline")
  static let options: [Option] = [
    schema, catalog, xinclude, check, format, output, baseline, writeBaseline, maximum, engine,
    timeLimit, .filesFrom, .jobs, .jsonl, .maxRecord, .quiet, .help,
  ]
  static let examples = [
    "engross validate letter.xml",
    "engross validate --schema tei_all.rng tei/",
    "engross validate --format sarif --output findings.sarif 'tei/**/*.xml'",
    "git diff --name-only -z -- '*.xml' | engross validate --files-from -0",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    if let opinion = try SecondOpinion(arguments, in: environment) { return try opinion.run() }
    if arguments.has(.jsonl) { return try await filter(arguments, in: environment) }
    let files = try Inputs(arguments, ending: ".xml", in: environment).files
    let jobs = try arguments.jobs(in: environment)
    let validator = try validator(arguments, files: files, in: environment)
    var report = try ValidationReport(arguments, total: files.count, in: environment)
    do throws(Failure) {
      try await Batch<InputFile, FileOutcome>(items: files, jobs: jobs).run { file in
        FileOutcome(file, validator: validator)
      } deliver: { outcome throws(Failure) in
        try report.add(outcome)
      }
    } catch {
      if error.message == nil { throw error }
      try report.end()
      throw error
    }
    try report.end()
    return report.code
  }

  private static func filter(
    _ arguments: Arguments, in environment: Environment
  ) async throws(Failure) -> ExitCode {
    let filter = try RecordFilter(
      arguments, with: [schema, catalog, xinclude, check], in: environment)
    let validator = try validator(arguments, files: [], in: environment)
    return try await filter.run(word: "judged") { record throws(Failure) in
      let judgement = validator.judge(try record.document("xml"))
      let report = FileReport(
        name: "xml", diagnostics: judgement.diagnostics, schemas: judgement.schemas,
        source: judgement.source)
      return Array(JSONLinesFormat.members(of: report).utf8)
    }
  }

  private static func validator(
    _ arguments: Arguments, files: [InputFile], in environment: Environment
  ) throws(Failure) -> DocumentValidator {
    var settings = DocumentValidator.Settings()
    for word in arguments.all(schema) {
      if word == "-" {
        throw .usage("--schema takes a file whose name tells its language, not standard input")
      }
      // A file that isn't there is a failure to read, as it is for a document.
      if !isAddress(word) { _ = try InputFile(word).bytes() }
      settings.schemas.append(word.text)
    }
    settings.catalogs = arguments.all(catalog).map(\.text) + environment.catalogs
    settings.expandsInclusions = arguments.has(xinclude)
    settings.checks = try checks(arguments[check])
    settings.documents = files.compactMap { $0.path?.text }
    settings.usesLibXML = arguments[engine] == "libxml2"
    do throws(SchemaError) {
      return try DocumentValidator(settings)
    } catch {
      let diagnostic = error.diagnostic
      throw .usage(
        diagnostic.position == nil
          ? diagnostic.message : diagnostic.rendered(file: diagnostic.file ?? ""))
    }
  }

  /// Whether a schema's name is no file's: `bundled`, or the address of a catalog.
  private static func isAddress(_ word: Word) -> Bool {
    word == "bundled" || word.text.hasPrefix("name=") || word.text.contains("://")
  }

  private static func checks(_ word: Word?) throws(Failure) -> Set<Check> {
    guard let word else { return Set(Check.allCases) }
    if word == "none" { return [] }
    var checks: Set<Check> = []
    for name in word.text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let check = Check(rawValue: String(name)) else {
        let names = (Check.allCases.map(\.rawValue) + ["none"]).asAlternatives
        throw .usage("--check takes \(names), with commas between, not \"\(word.shown)\"")
      }
      checks.insert(check)
    }
    return checks
  }
}
