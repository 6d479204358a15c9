/// The options of a command as the table that stands in the README.
struct OptionTable {
  /// The table in Markdown, without a newline at its end.
  let markdown: String

  /// Makes the table of a command.
  init(for command: any Command.Type) {
    let rows = command.options.map { option in
      "| `\(option.usage)` | \(option.text) |"
    }
    markdown = (["| option | what it does |", "|---|---|"] + rows).joined(separator: "\n")
  }
}

extension Option {
  /// The summary, with the values that it takes.
  var text: String {
    choices.isEmpty ? summary : "\(summary): \(choices.asAlternatives)"
  }
}
