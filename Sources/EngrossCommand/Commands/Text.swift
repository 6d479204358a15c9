import Engross

/// `engross text`: TEI to plain text.
enum Text: Command {
  static let name = "text"
  static let summary = "gives the plain text of TEI documents"
  static let explanation = [
    "For what Engross encoded, these are the bytes of the source, with its encoding and its line "
      + "ends. Of a choice, --reading takes one side.",
    "FILE may also be a directory, whose .xml files are all taken, or a pattern such as "
      + "'tei/**/*.xml'; the tree of folders is kept. Without FILE, or for -, the document comes "
      + "from standard input. An output file is written whole or not at all.",
  ]
  static let outputDirectory = Option(
    "output-dir", "d", value: "DIR",
    "writes NAME.xml to DIR/NAME.txt, and makes DIR where it's missing")
  static let reading = Option(
    "reading", "r", value: "NAME", choices: Reading.allCases.map(\.rawValue),
    "takes sic, orig and abbr (original, the default) or corr, reg and expan (corrected)")
  static let encoding = Option(
    "encoding", "e", value: "NAME", choices: TextReader.Output.allCases.map(\.rawValue),
    "writes the encoding of the source (the default) or UTF-8")
  static let options =
    [.output, outputDirectory, reading, encoding] + Option.batch + Option.filter + [.help]
  static let examples = [
    "engross text letter.xml -o letter.txt",
    "engross text --reading corrected --encoding utf-8 letter.xml",
    "engross text --output-dir plain tei/*.xml",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    if arguments.has(.jsonl) { return try await filter(arguments, in: environment) }
    let endings = Conversion.Endings(input: ".xml", output: ".txt")
    let conversion = try Conversion(
      arguments, of: Self.self, directory: outputDirectory, endings: endings, in: environment)
    let reader = reader(arguments)
    return try await conversion.run(word: "read") { bytes, name throws(Failure) in
      do throws(TextError) {
        return try reader.text(of: bytes)
      } catch {
        throw Failure(error, name: name)
      }
    }
  }

  private static func filter(
    _ arguments: Arguments, in environment: Environment
  ) async throws(Failure) -> ExitCode {
    let filter = try RecordFilter(arguments, with: [reading], in: environment)
    var reader = reader(arguments)
    reader.output = .utf8
    return try await filter.run(word: "read") { [reader] record throws(Failure) in
      let xml = try record.document("xml")
      do throws(TextError) {
        var answer = Array("\"text\":".utf8)
        JSONString.append(try reader.text(of: xml), to: &answer)
        return answer
      } catch {
        throw Failure(error, name: "xml")
      }
    }
  }

  private static func reader(_ arguments: Arguments) -> TextReader {
    TextReader(
      reading: arguments[reading].flatMap { Reading(rawValue: $0.text.lowercased()) }
        ?? .original,
      output: arguments[encoding].flatMap { TextReader.Output(rawValue: $0.text.lowercased()) }
        ?? .source)
  }
}

extension Failure {
  /// Why a document gives no text.
  init(_ error: TextError, name: String) {
    switch error {
    case .unreadable(let diagnostic):
      self.init(.invalid, diagnostic.rendered(file: name))
    case .unencodable(let character, let encoding):
      let advice = "\(Text.encoding.long) utf-8 can write it"
      self.init(
        .inputOutput, "\(name): \"\(character)\" doesn't exist in \(encoding); \(advice)")
    }
  }
}
