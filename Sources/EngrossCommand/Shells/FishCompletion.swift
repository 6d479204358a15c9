/// Completion for fish, made from the tables of options.
struct FishCompletion {
  /// The file.
  var text: String {
    var lines = ["# Completion of engross for fish; made by \"engross completions fish\"."]
    let start = "-n __fish_use_subcommand"
    lines += Program.options.map { "complete -c engross \(start) \(words($0))" }
    for command in AllCommands.list {
      lines.append(
        "complete -c engross \(start) -f -a \(command.name) -d \(quoted(command.summary))")
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      lines += command.options.map { "complete -c engross \(condition) \(words($0))" }
    }
    let shells = "-n '__fish_seen_subcommand_from completions' -f -a 'bash zsh fish'"
    lines.append("complete -c engross \(shells)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ option: Option) -> String {
    var words = ["-l", option.name]
    if let letter = option.letter { words += ["-s", String(letter)] }
    switch CompletedValue(of: option) {
    case .none: break
    case .words(let choices): words += ["-x", "-a", quoted(choices.joined(separator: " "))]
    case .files: words += ["-r", "-F"]
    case .directories: words += ["-x", "-a", "'(__fish_complete_directories)'"]
    case .anything: words.append("-x")
    }
    return (words + ["-d", quoted(option.summary)]).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
