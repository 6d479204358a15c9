import Engross

/// `engross encode`: plain text to TEI.
enum Encode: Command {
  static let name = "encode"
  static let summary = "turns plain text into TEI P5 XML"
  static let explanation = [
    "Marks what the text shows: author, date, title, paragraphs, signatories, editorial notes, "
      + "gaps and slips, each inference with how sure it is. No byte of the text is lost: "
      + "\"engross text\" gives it back. Before a result is written, it is validated and read back.",
    "FILE may also be a directory, whose .txt files are all taken, or a pattern such as "
      + "'letters/**/*.txt'; the tree of folders is kept. Without FILE, or for -, the text comes "
      + "from standard input. An output file is written whole or not at all. The day of processing "
      + "is stated only when --date or the variable SOURCE_DATE_EPOCH gives it, so that the same "
      + "input always gives the same output.",
  ]
  static let outputDirectory = Option(
    "output-dir", "d", value: "DIR",
    "writes NAME.txt to DIR/NAME.xml, and makes DIR where it's missing")
  static let metadata = Option(
    "metadata", "m", value: "FILE",
    "takes from a JSON file what a text can't say: publisher, licence, source, identifiers, "
      + "language, responsible persons")
  static let encoding = Option(
    "encoding", "e", value: "NAME", choices: SourceEncoding.allCases.map(\.rawValue),
    "reads the text in this encoding, and doesn't detect it")
  static let date = Option(
    "date", value: "YYYY-MM-DD", "states this day as that of the encoding")
  static let genre = Option(
    "genre", "g", value: "ID",
    "takes the documents as of this genre, such as treaty, and doesn't tell it")
  static let explain = Option(
    "explain", nil,
    "shows in place of the TEI what is marked: where, what, how sure, by which rule and why")
  static let annotations = Option(
    "annotations", value: "FILE",
    "writes what is marked to FILE too, as JSON Lines with offsets; for one input")
  static let options =
    [
      .output, outputDirectory, metadata, encoding, genre, date, explain, annotations,
    ] + Option.batch + [.help]
  static let examples = [
    "engross encode letter.txt -o letter.xml",
    "engross encode --output-dir tei --metadata archive.json letters/*.txt",
    "engross encode --explain letter.txt",
    "curl -s https://example.org/treaty.txt | engross encode > treaty.xml",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let isExplained = arguments.has(explain)
    let endings = Conversion.Endings(input: ".txt", output: isExplained ? ".explained" : ".xml")
    let conversion = try Conversion(
      arguments, of: Self.self, directory: outputDirectory, endings: endings, in: environment)
    let encoder = try encoder(arguments, in: environment)
    let file = try annotationsFile(arguments, inputs: conversion.count)
    return try await conversion.run(word: "encoded") { bytes, name throws(Failure) in
      let told = isExplained || file != nil
      let inferences = try result(name) { () throws(EncodeError) in
        told ? try encoder.inferences(in: bytes) : []
      }
      if isExplained { return Explanation(inferences, name: name).text }
      let encoded = try result(name) { () throws(EncodeError) in try encoder.encode(bytes).bytes }
      try file?.write(Array(inferences.map { $0.json + "\n" }.joined().utf8))
      return encoded
    }
  }

  private static func result<Result>(
    _ name: String, _ encode: () throws(EncodeError) -> Result
  ) throws(Failure) -> Result {
    do {
      return try encode()
    } catch {
      throw Failure(error, name: name)
    }
  }

  private static func encoder(
    _ arguments: Arguments, in environment: Environment
  ) throws(Failure) -> DocumentEncoder {
    let encoder = DocumentEncoder(
      metadata: try metadata(arguments),
      encoding: arguments[encoding].flatMap { SourceEncoding(rawValue: $0.text.lowercased()) },
      date: try ProcessingDate(arguments[date], in: environment).day,
      genre: arguments[genre]?.text)
    if let word = arguments[genre], !encoder.genres.contains(word.text) {
      throw .usage("--genre takes \(encoder.genres.asAlternatives), not \"\(word.shown)\"")
    }
    return encoder
  }

  private static func annotationsFile(_ arguments: Arguments, inputs: Int) throws(Failure)
    -> OutputFile?
  {
    guard let word = arguments[annotations] else { return nil }
    if inputs > 1 { throw .usage("--annotations takes one input") }
    if word.bytes.isEmpty || word == "-" { throw .usage("--annotations needs the name of a file") }
    return OutputFile(path: word)
  }

  private static func metadata(_ arguments: Arguments) throws(Failure) -> Metadata {
    guard let word = arguments[metadata] else { return Metadata() }
    let file = InputFile(word)
    if file.path == nil { throw .usage("--metadata takes a file, not standard input") }
    let bytes = try file.bytes()
    do throws(MetadataError) {
      return try Metadata(json: bytes)
    } catch {
      throw .usage("\(file.name): \(error.message)")
    }
  }
}

extension Failure {
  /// Why a text couldn't be encoded.
  init(_ error: EncodeError, name: String) {
    switch error {
    case .undecodable(let offset, let message):
      self.init(.inputOutput, "\(name): at offset \(offset), \(message)")
    case .tooLarge:
      self.init(.inputOutput, "\(name): larger than two gibibytes, the most that one text may have")
    case .selfCheck(let message):
      self.init(
        .defect, "\(name): the result failed its own check, a defect of Engross: \(message)")
    }
  }
}
