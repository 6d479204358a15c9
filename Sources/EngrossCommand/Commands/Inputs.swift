/// The files that a command line names, or standard input.
struct Inputs {
  /// At least one.
  let files: [InputFile]

  /// Takes the operands; without any, standard input, unless that is a terminal.
  init(_ arguments: Arguments, in environment: Environment) throws(Failure) {
    if arguments.operands.isEmpty {
      if environment.inputIsTerminal {
        throw .usage("no FILE is named, and nothing comes from another program")
      }
      files = [InputFile("-")]
      return
    }
    files = arguments.operands.map { InputFile($0) }
    if files.count(where: { $0.path == nil }) > 1 {
      throw .usage("standard input is named twice, but can be read only once")
    }
  }
}

extension Arguments {
  /// How many files to work on at once.
  func jobs(in environment: Environment) throws(Failure) -> Int {
    guard let word = self[.jobs] else { return environment.cores }
    guard let jobs = Int(word.text), (1...1024).contains(jobs) else {
      throw .usage("--jobs takes a number from 1 to 1024, not \"\(word.shown)\"")
    }
    return jobs
  }
}
