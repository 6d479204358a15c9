/// The files that a command line stands for: named, found in directories, matched by patterns, read
/// from a list; or standard input.
struct Inputs {
  /// At least one, in the order of the call.
  let files: [InputFile]

  /// Takes the operands; without any, standard input, unless that is a terminal.
  ///
  /// - Parameter ending: what the files of a directory end with, such as `.xml`.
  init(_ arguments: Arguments, ending: String, in environment: Environment) throws(Failure) {
    var operands = arguments.operands
    var listed: [Word] = []
    if let list = arguments[.filesFrom] {
      listed = try Self.names(from: list)
    } else if operands.isEmpty {
      if environment.inputIsTerminal {
        throw .usage("no FILE is named, and nothing comes from another program")
      }
      operands = ["-"]
    }
    let streams = (operands + listed).count { $0 == "-" }
    if streams > 1 || streams == 1 && Self.isStandardInput(arguments[.filesFrom]) {
      throw .usage("standard input is named twice, but can be read only once")
    }
    var files: [InputFile] = []
    for operand in operands {
      files += try Self.files(operand, ending: ending) ?? [InputFile(operand)]
    }
    for name in listed {
      files += try Self.files(name, ending: ending) ?? [InputFile(listed: name)]
    }
    self.files = files
  }

  /// The files of a directory or a pattern; nil for the name of a file.
  private static func files(_ operand: Word, ending: String) throws(Failure) -> [InputFile]? {
    let search = FileSearch(ending: ending)
    if operand == "-" || FileIdentity(operand)?.isPlainFile == true { return nil }
    if Directory.exists(operand) {
      let files = search.files(below: operand)
      if files.isEmpty {
        throw Failure(.inputOutput, "\(operand.shown): no file in it ends with \(ending)")
      }
      return files
    }
    // A shell hands on a quoted pattern, and one that matches nothing.
    if Wildcard.isPattern(operand.bytes) {
      let files = search.files(matching: operand)
      if !files.isEmpty { return files }
    }
    return nil
  }

  private static func isStandardInput(_ list: Word?) -> Bool { list == "-" || list == "-0" }

  /// The names in a list; where it holds a NUL, each is ended by one, else by a line end.
  private static func names(from list: Word) throws(Failure) -> [Word] {
    let file = InputFile(isStandardInput(list) ? "-" : list)
    let bytes = try file.bytes()
    let isNull = list == "-0" || bytes.contains(0)
    let names = bytes.split(separator: isNull ? 0 : 0x0A).map { name in
      Word(Array(!isNull && name.last == 0x0D ? name.dropLast() : name))
    }
    .filter { !$0.bytes.isEmpty }
    if names.isEmpty { throw Failure(.inputOutput, "\(file.name): no file is named in it") }
    return names
  }
}

extension Arguments {
  /// How many files to work on at once.
  func jobs(in environment: Environment) throws(Failure) -> Int {
    guard let word = self[.jobs] else { return environment.cores }
    return try number(word, of: .jobs, in: 1...1024)
  }

  /// The value of an option that takes a number.
  func number(_ word: Word, of option: Option, in range: ClosedRange<Int>) throws(Failure) -> Int {
    guard let number = Int(word.text), range.contains(number) else {
      throw .usage(
        "\(option.long) takes a number from \(range.lowerBound) to \(range.upperBound), "
          + "not \"\(word.shown)\"")
    }
    return number
  }
}
