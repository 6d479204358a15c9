import Engross
import Synchronization

/// `engross html`: TEI to pages that a person reads.
enum HTML: Command {
  static let name = "html"
  static let summary = "makes HTML pages of TEI documents, to be proofread or to be read"
  static let explanation = [
    "The proof page has the source on the left and what is marked on the right, line by line; each "
      + "inference is coloured by kind and shaded by how sure it is, and the least certain are "
      + "listed first. Keys walk through them (j, k), accept (a), reject (x) and edit (e); the "
      + "decisions stay in the browser and are exported for \"engross encode --apply\". Any TEI "
      + "document has a page, whoever made it.",
    "A page is one file: it loads nothing, and can be read without a script. With --output-dir and "
      + "several documents, index.html leads to all and groups what was decided alike.",
    "FILE may also be a directory, whose .xml files are all taken, or a pattern such as "
      + "'tei/**/*.xml'; the tree of folders is kept. Without FILE, or for -, the document comes "
      + "from standard input. An output file is written whole or not at all.",
  ]
  static let outputDirectory = Option(
    "output-dir", "d", value: "DIR",
    "writes NAME.xml to DIR/NAME.html, and makes DIR where it's missing")
  static let view = Option(
    "view", "v", value: "NAME", choices: PageView.allCases.map(\.rawValue),
    "shows all that is marked (proof, the default), or the text for publication: no marks, notes "
      + "linked, page numbers in the margin (reading)")
  static let options: [Option] = [.output, outputDirectory, view] + Option.batch + [.help]
  static let examples = [
    "engross html letter.xml -o letter.html",
    "engross html --output-dir proof tei/*.xml",
    "engross html --view reading --output-dir public tei/",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let endings = Conversion.Endings(input: ".xml", output: ".html")
    let conversion = try Conversion(
      arguments, of: Self.self, directory: outputDirectory, endings: endings, in: environment)
    let pages = DocumentPages(
      view: arguments[view].flatMap { PageView(rawValue: $0.text.lowercased()) } ?? .proof)
    let names = conversion.outputNames
    let index = try index(arguments, names, pages.view)
    let summaries = Summaries()
    let code = try await conversion.run(word: "made") { bytes, name throws(Failure) in
      let page = try page(of: bytes, name, pages, names)
      if index != nil { summaries.add(page.summary) }
      return page.bytes
    }
    guard let index, summaries.count > 0 || FileIdentity(index.path) == nil, !arguments.has(.dryRun)
    else {
      return code
    }
    // Pages of an earlier run are in the index as well.
    for input in conversion.inputs where !summaries.has(title(input.name, names)) {
      if let bytes = try? input.bytes(),
        let page = try? page(of: bytes, input.name, pages, names)
      {
        summaries.add(page.summary)
      }
    }
    try index.write(pages.index(of: summaries.inOrder))
    return code
  }

  private static func page(
    of bytes: [UInt8], _ name: String, _ pages: DocumentPages, _ names: [String: Word]
  ) throws(Failure) -> DocumentPages.Page {
    do throws(TextError) {
      return try pages.page(of: bytes, name: title(name, names))
    } catch {
      throw Failure(error, name: name)
    }
  }

  /// What a page is called: its path below the output directory, without the ending.
  private static func title(_ name: String, _ names: [String: Word]) -> String {
    (names[name] ?? Word(name).fileName.replacing(ending: ".xml", by: ".html"))
      .replacing(ending: ".html", by: "").text
  }

  /// The index that goes with the pages of several documents.
  private static func index(
    _ arguments: Arguments, _ names: [String: Word], _ view: PageView
  ) throws(Failure) -> OutputFile? {
    guard view == .proof, names.count > 1, let directory = arguments[outputDirectory] else {
      return nil
    }
    let file = OutputFile(path: directory.appending("index.html"))
    if names.values.contains("index.html") {
      throw .usage("\"\(file.name)\" would be both a document's page and the index")
    }
    return file
  }
}

/// What the pages say for the index, in whatever order they're made.
private final class Summaries: Sendable {
  private let byName = Mutex<[String: PageSummary]>([:])

  var count: Int { byName.withLock { $0.count } }

  func has(_ name: String) -> Bool { byName.withLock { $0[name] != nil } }

  func add(_ summary: PageSummary) { byName.withLock { $0[summary.name] = summary } }

  var inOrder: [PageSummary] { byName.withLock { $0.values.sorted { $0.name < $1.name } } }
}
