/// `engross manual`: the manual page.
enum Manual: Command {
  static let name = "manual"
  static let summary = "writes the manual page, for man"
  static let explanation = [
    "The page is written in the language of man(7). It says what --help says of all commands."
  ]
  static let options: [Option] = [.help]
  static let examples = ["engross manual | man -l -"]
  static let operands = ""

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    guard arguments.operands.isEmpty else {
      throw .usage("the manual is one page, of all commands")
    }
    try StandardStream.output.write(Array(ManualPage(of: AllCommands.list).text.utf8))
    return .success
  }
}
