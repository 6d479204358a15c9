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
  static let gazetteer = Option(
    "gazetteer", value: "FILE", isRepeatable: true,
    "looks for the names of FILE too: a line each, with a name, person, place or organisation, and "
      + "maybe an address for @ref, between tabs")
  static let explain = Option(
    "explain", nil,
    "shows in place of the TEI what is marked: where, what, how sure, by which rule and why")
  static let annotations = Option(
    "annotations", value: "FILE",
    "writes what is marked to FILE too, as JSON Lines with offsets, or in brat's format where FILE "
      + "ends with .ann; for one input")
  static let apply = Option(
    "apply", value: "FILE",
    "applies annotations that a person judged or another program made, from JSON Lines or brat's "
      + ".ann, beside Engross's own")
  static let only = Option(
    "only-applied", nil, "marks what --apply names, and of Engross's own nothing else")
  static let proofreader = Option(
    "proofreader", value: "NAME", "names who answers for the decisions of --apply")
  static let noSelfCheck = Option(
    "no-self-check", nil,
    "writes results without validating them and reading them back, in a fraction of the time")
  static let options =
    [
      .output, outputDirectory, metadata, encoding, genre, date, gazetteer, explain, annotations,
      apply, only, proofreader, noSelfCheck,
    ] + Option.batch + Option.filter + [.help]
  static let examples = [
    "engross encode letter.txt -o letter.xml",
    "engross encode --output-dir tei --metadata archive.json letters/*.txt",
    "engross encode --explain letter.txt",
    "engross encode --apply decisions.jsonl --proofreader 'Anna Berg' letter.txt",
    "curl -s https://example.org/treaty.txt | engross encode > treaty.xml",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    if arguments.has(.jsonl) { return try await filter(arguments, in: environment) }
    let isExplained = arguments.has(explain)
    let endings = Conversion.Endings(input: ".txt", output: isExplained ? ".explained" : ".xml")
    let conversion = try Conversion(
      arguments, of: Self.self, directory: outputDirectory, endings: endings, in: environment)
    let encoder = try encoder(arguments, in: environment)
    let file = try AnnotationFile(arguments, inputs: conversion.count)
    let applied = try AnnotationFile.applied(arguments, to: conversion)
    return try await conversion.run(word: "encoded") { bytes, name throws(Failure) in
      let told = isExplained || file != nil
      let inferences = try result(name, applied?.name) { () throws(EncodeError) in
        told ? try encoder.inferences(in: bytes, applying: applied?.annotations, name: name) : []
      }
      if isExplained { return Explanation(inferences, name: name).text }
      let encoded = try result(name, applied?.name) { () throws(EncodeError) in
        try encoder.encode(bytes, applying: applied?.annotations, name: name).bytes
      }
      try file?.write(inferences)
      return encoded
    }
  }

  private static func filter(
    _ arguments: Arguments, in environment: Environment
  ) async throws(Failure) -> ExitCode {
    let filter = try RecordFilter(
      arguments, with: [metadata, genre, date, gazetteer], in: environment)
    let encoder = try encoder(arguments, in: environment)
    return try await filter.run(word: "encoded") { record throws(Failure) in
      var encoder = encoder
      // A string of JSON is text; what its bytes look like says nothing.
      encoder.encoding = .utf8
      if let metadata = record.metadata {
        do throws(MetadataError) {
          encoder.metadata = try Metadata(json: metadata, over: encoder.metadata)
        } catch {
          throw Failure(.usage, "metadata: \(error.message)")
        }
      }
      let text = try record.document("text")
      let encoded = try result("text", nil) { () throws(EncodeError) in try encoder.encode(text) }
      var answer = Array("\"xml\":".utf8)
      JSONString.append(encoded.bytes, to: &answer)
      return answer
    }
  }

  private static func result<Result>(
    _ name: String, _ applied: String?, _ encode: () throws(EncodeError) -> Result
  ) throws(Failure) -> Result {
    do {
      return try encode()
    } catch {
      throw Failure(error, name: name, applied: applied)
    }
  }

  private static func encoder(
    _ arguments: Arguments, in environment: Environment
  ) throws(Failure) -> DocumentEncoder {
    var encoder = DocumentEncoder(
      metadata: try metadata(arguments),
      encoding: arguments[encoding].flatMap { SourceEncoding(rawValue: $0.text.lowercased()) },
      date: try ProcessingDate(arguments[date], in: environment).day,
      genre: arguments[genre]?.text, names: try names(arguments))
    encoder.isSelfChecked = !arguments.has(noSelfCheck)
    if let word = arguments[genre], !encoder.genres.contains(word.text) {
      throw .usage("--genre takes \(encoder.genres.asAlternatives), not \"\(word.shown)\"")
    }
    return encoder
  }

  private static func names(_ arguments: Arguments) throws(Failure) -> KnownNames {
    var names = KnownNames()
    for word in arguments.all(gazetteer) {
      let file = InputFile(word)
      if file.path == nil { throw .usage("--gazetteer takes a file, not standard input") }
      let bytes = try file.bytes()
      do throws(KnownNames.Fault) {
        try names.add(tsv: bytes)
      } catch {
        throw .usage("\(file.name):\(error.line):\(error.column): \(error.message)")
      }
    }
    return names
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
  init(_ error: EncodeError, name: String, applied: String? = nil) {
    switch error {
    case .unapplicable(let position, let message):
      let place = "\(applied ?? name):\(position.line):\(position.column)"
      self.init(.usage, "\(place): \(message) (in \(name))")
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
