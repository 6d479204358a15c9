/// What `--help` shows.
struct Help {
  /// The text, with a newline at its end.
  let text: String

  /// The help of one command.
  init(for command: any Command.Type) {
    text = """
      engross \(command.name): \(command.summary)

      Usage: engross \(command.name) [OPTION…] \(command.operands)

      \(Self.filled(command.explanation))

      Options:
      \(Self.list(command.options))

      Examples:
      \(Self.indented(command.examples))

      \(Self.exitCodes)

      """
  }

  /// The help of the program.
  init(for commands: [any Command.Type], options: [Option]) {
    let names = Self.list(commands.map { (usage: $0.name, summary: $0.summary) })
    text = """
      engross: plain-text historical documents to TEI P5 XML, checked, and back again

      Usage: engross COMMAND [OPTION…] [FILE…|-]

      Commands:
      \(names)

      Options:
      \(Self.list(options))

      Examples:
      \(Self.indented(commands.flatMap { $0.examples.prefix(1) }))

      \(Self.exitCodes)

      "engross COMMAND --help" tells what a command takes.

      """
  }

  private static var exitCodes: String {
    """
    Exit codes:
    \(list(ExitCode.allCases.map { (usage: "\($0.rawValue)", summary: $0.summary) }))
    With several files the highest counts.
    """
  }

  private static func list(_ options: [Option]) -> String {
    list(options.map { (usage: ($0.letter == nil ? "    " : "") + $0.usage, summary: $0.text) })
  }

  private static func list(_ entries: [(usage: String, summary: String)]) -> String {
    let width = entries.map(\.usage.count).max() ?? 0
    return entries.map { usage, summary in
      let gap = String(repeating: " ", count: width - usage.count + 2)
      let lines = wrapped(summary, width: 76 - width)
      let margin = "\n" + String(repeating: " ", count: width + 4)
      return "  " + usage + gap + lines.joined(separator: margin)
    }.joined(separator: "\n")
  }

  private static func indented(_ lines: [String]) -> String {
    lines.map { "  \($0)" }.joined(separator: "\n")
  }

  private static func filled(_ paragraphs: [String]) -> String {
    paragraphs.map { wrapped($0, width: 80).joined(separator: "\n") }.joined(separator: "\n\n")
  }

  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
