/// `engross completions`: what makes a shell complete the command line of Engross.
enum Completions: Command {
  static let name = "completions"
  static let summary = "writes what lets a shell complete a command line"
  static let explanation = [
    "SHELL is bash, zsh or fish. The .deb puts what is written where the shell looks for it; without "
      + "it, bash reads it by source, zsh finds it as _engross in a directory of its fpath, and fish "
      + "as engross.fish in ~/.config/fish/completions."
  ]
  static let options: [Option] = [.help]
  static let examples = ["engross completions bash > /etc/bash_completion.d/engross"]
  static let operands = "SHELL"

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let shells: [(name: String, text: () -> String)] = [
      ("bash", { BashCompletion().text }), ("zsh", { ZshCompletion().text }),
      ("fish", { FishCompletion().text }),
    ]
    let names = shells.map(\.name).asAlternatives
    guard let word = arguments.operands.first, arguments.operands.count == 1 else {
      throw .usage("name one shell: \(names)")
    }
    guard let shell = shells.first(where: { $0.name == word.text }) else {
      throw .usage("the shells are \(names), not \"\(word.shown)\"")
    }
    try StandardStream.output.write(Array(shell.text().utf8))
    return .success
  }
}
