import Engross

/// `engross report`: what a collection of TEI documents comes to.
enum Report: Command {
  static let name = "report"
  static let summary = "writes a page on a collection of TEI documents: DIR/report.html"
  static let explanation = [
    "The page shows documents by genre and year, signatories and states, how sure the encoder was "
      + "of what, findings by rule, and the files to look at first, with links to them, or to their "
      + "proof pages where NAME.html stands beside NAME.xml. It needs nothing from elsewhere."
  ]
  static let options: [Option] = [.jobs, .quiet, .help]
  static let examples = ["engross report tei"]
  static let operands = "DIR"

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    guard let directory = arguments.operands.first, arguments.operands.count == 1,
      directory != "-"
    else { throw .usage("name one directory of TEI documents") }
    guard Directory.exists(directory) else {
      throw Failure(.inputOutput, "\(directory.shown): no such directory")
    }
    let files = FileSearch(ending: ".xml").files(below: directory)
    let jobs = try arguments.jobs(in: environment)
    let validator = DocumentValidator()
    var collection = DocumentCollection()
    var progress = Progress(total: files.count, quiet: arguments.has(.quiet), in: environment)
    try await Batch<InputFile, DocumentCollection.Addition>(items: files, jobs: jobs).run { file in
      DocumentCollection.Addition(file, validator: validator)
    } deliver: { addition throws(Failure) in
      collection.add(addition)
      progress.show(collection.count, failed: collection.unreadable)
    }
    progress.clear()
    collection.sortEntries()
    let page = OutputFile(path: directory.appending("report.html"))
    try page.write(Array(ReportPage(of: collection).html.utf8))
    if !arguments.has(.quiet) { StandardStream.error.say("\(page.name): \(files.count) documents") }
    return .success
  }
}
