import Engross
import EngrossModel
import Glibc

/// `engross` itself: finds the command and runs it.
struct Program: Sendable {
  /// What may stand before the command.
  static let options: [Option] = [.help, .version]

  /// What surrounds the process.
  let environment: Environment

  /// Runs a command line, and says how it went.
  func run(_ words: [Word]) async -> ExitCode {
    // A broken pipe is then an error of write(2), after which temporary files are still removed.
    signal(SIGPIPE, SIG_IGN)
    StandardStream.openAll()
    let isOption: (Word) -> Bool = { $0.bytes.first == UInt8(ascii: "-") && $0.bytes.count > 1 }
    let own = words.prefix(while: isOption)
    let name = words.dropFirst(own.count).first
    var caller = "engross"
    do {
      let arguments = try Arguments(own, options: Self.options)
      if arguments.has(.help) {
        return try show(Help(for: AllCommands.list, options: Self.options).text)
      }
      if arguments.has(.version) { return try show(Self.versions) }
      let command = try command(named: name)
      caller += " \(command.name)"
      let rest = try Arguments(words.dropFirst(own.count + 1), options: command.options)
      if rest.has(.help) { return try show(Help(for: command).text) }
      return try await command.run(rest, in: environment)
    } catch {
      report(error, caller: caller)
      return error.code
    }
  }

  private static var versions: String {
    "engross \(Version.current)\nlibxml2 \(Components.libxml2)\n"
      + "bundled schemas \(Components.schemas) (SHA-256, its first digits)\n"
  }

  private func command(named name: Word?) throws(Failure) -> any Command.Type {
    let names = AllCommands.list.map { $0.name }
    guard let name else { throw .usage("a command is missing: \(names.asAlternatives)") }
    if let command = AllCommands.list.first(where: { $0.name == name.text }) { return command }
    let nearest = NearestName(to: name.text, in: names)
    let advice = nearest.name == nil ? "; there are \(names.asList)" : nearest.question
    throw .usage("unknown command \"\(name.shown)\"\(advice)")
  }

  private func show(_ text: String) throws(Failure) -> ExitCode {
    try StandardStream.output.write(Array(text.utf8))
    return .success
  }

  private func report(_ failure: Failure, caller: String) {
    guard let message = failure.message else { return }
    if failure.code == .usage {
      StandardStream.error.say("\(caller): \(message)\n\"\(caller) --help\" tells what it takes")
    } else {
      StandardStream.error.say(message)
    }
  }
}

extension [String] {
  /// The names as a phrase: "a, b and c".
  var asList: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
