import Engross

/// `engross text`: TEI to plain text.
enum Text: Command {
  static let name = "text"
  static let summary = "gives the plain text of TEI documents"
  static let explanation = [
    "For what Engross encoded, these are the bytes of the source, with its encoding and its line "
      + "ends. Any other TEI is laid out for reading. A policy says otherwise: a preset, a file, and "
      + "an option for each point, which goes before the file, which goes before the preset. "
      + "--print-policy shows the whole.",
    "FILE may also be a directory, whose .xml files are all taken, or a pattern such as "
      + "'tei/**/*.xml'; the tree of folders is kept. Without FILE, or for -, the document comes "
      + "from standard input. An output file is written whole or not at all; memory doesn't grow "
      + "with the document.",
  ]
  static let outputDirectory = Option(
    "output-dir", "d", value: "DIR",
    "writes NAME.xml to DIR/NAME.txt, and makes DIR where it's missing")
  static let reading = Option(
    "reading", "r", value: "NAME", choices: [Preset.original, .corrected].map(\.rawValue),
    "gives the text that Engross encoded, white space as it stands: with sic, orig and abbr "
      + "(original) or corr, reg and expan (corrected)")
  static let preset = Option(
    "preset", "p", value: "NAME", choices: Preset.allCases.map(\.rawValue),
    "takes a policy by its name: "
      + Preset.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", "))
  static let policy = Option(
    "policy", value: "FILE", "takes the policy from a JSON file, as --print-policy writes it")
  static let printPolicy = Option(
    "print-policy", nil, "shows the policy as a JSON file, and reads no document")
  static let width = Option(
    "width", "w", value: "N", "breaks lines at N characters; without it a paragraph is a line")
  static let unit = Option(
    "unit", "u", value: "NAME", choices: TextUnit.allCases.map(\.rawValue),
    "writes JSON Lines, one record for each document, division or paragraph, with what the header "
      + "says")
  static let offsets = Option(
    "offsets", value: "FILE",
    "writes to FILE, as JSON Lines, where in the XML each run of the text stands; for one input")
  static let encoding = Option(
    "encoding", "e", value: "NAME", choices: TextReader.Output.allCases.map(\.rawValue),
    "writes the encoding of the source (the default for what Engross encoded) or UTF-8")
  static let points = PolicyPoint.allCases.map { point in
    let isList = point == .note
    return Option(
      point.rawValue, value: isList ? "LIST" : "NAME",
      choices: isList ? [] : point.treatments.map(\.rawValue),
      isList
        ? "\(point.summary) (\(point.treatments.map(\.rawValue).joined(separator: ", ")))"
        : point.summary)
  }
  static let options: [Option] =
    [.output, outputDirectory, reading, preset, policy] + points
    + [width, printPolicy, unit, offsets, encoding] + Option.batch + Option.filter + [.help]
  static let examples = [
    "engross text letter.xml -o letter.txt",
    "engross text --preset corpus --output-dir plain tei/*.xml",
    "engross text --preset diplomatic --note drop --width 72 letter.xml",
    "engross text --unit paragraph letter.xml > letter.jsonl",
  ]

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let policy = try textPolicy(arguments)
    if arguments.has(printPolicy) {
      try StandardStream.output.write(Array((policy ?? TextPolicy()).json.utf8))
      return .success
    }
    if arguments.has(.jsonl) { return try await filter(arguments, policy, in: environment) }
    let unit = arguments[unit].flatMap { TextUnit(rawValue: $0.text.lowercased()) }
    let endings = Conversion.Endings(input: ".xml", output: unit == nil ? ".txt" : ".jsonl")
    let conversion = try Conversion(
      arguments, of: Self.self, directory: outputDirectory, endings: endings, in: environment)
    let map = try offsetsFile(arguments, inputs: conversion.count)
    let reader = TextReader(
      policy: policy,
      output: arguments[encoding].flatMap { TextReader.Output(rawValue: $0.text.lowercased()) })
    let convert: @Sendable (any ByteStream, TextOutput, _ name: String) throws -> Void = {
      do {
        try reader.read($0, unit: unit, mapsRuns: map != nil, to: $1)
      } catch let error as TextError {
        throw Failure(error, name: $2)
      }
    }
    return try await conversion.run(word: "read") { input, output in
      try input.read { stream in
        guard let map else {
          return try convert(stream, TextOutput(output, file: input.name), input.name)
        }
        try map.write { runs in
          try convert(stream, TextOutput(output, runs: runs, file: input.name), input.name)
        }
      }
    } _: { bytes, name throws(Failure) in
      let output = OutputStream()
      do {
        try convert(MemoryStream(bytes), TextOutput(output, file: name), name)
      } catch {
        throw error as! Failure
      }
      return output.waiting
    }
  }

  private static func offsetsFile(
    _ arguments: Arguments, inputs: Int
  ) throws(Failure) -> OutputFile? {
    guard let word = arguments[offsets] else { return nil }
    if inputs > 1 { throw .usage("\(offsets.long) is for one input, and there are \(inputs)") }
    if arguments.has(unit) { throw .usage("\(offsets.long) and \(unit.long) exclude each other") }
    if word == "-" { throw .usage("\(offsets.long) takes a file, not standard output") }
    return OutputFile(path: word)
  }

  private static func filter(
    _ arguments: Arguments, _ policy: TextPolicy?, in environment: Environment
  ) async throws(Failure) -> ExitCode {
    let filter = try RecordFilter(
      arguments, with: [reading, preset, Self.policy, width] + points, in: environment)
    let reader = TextReader(policy: policy, output: .utf8)
    return try await filter.run(word: "read") { record throws(Failure) in
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
