/// Completion for bash, made from the tables of options.
struct BashCompletion {
  /// The file.
  var text: String {
    let commands = AllCommands.list
    let names = commands.map { $0.name }
    return """
      # Completion of engross for bash; made by "engross completions bash".
      _engross() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word
        for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
          case $word in \(names.joined(separator: "|"))) command=$word; break ;; esac
        done
        COMPREPLY=()
        case $command,$previous in
      \(commands.flatMap { command in command.options.compactMap { value($0, of: command) } }
        .joined(separator: "\n"))
        esac
        case $command,$current in
      \(commands.map(options).joined(separator: "\n"))
          ,-*) mapfile -t COMPREPLY < <(compgen -W '\(words(Program.options))' -- "$current") ;;
          ,*) mapfile -t COMPREPLY < <(compgen -W '\(names.joined(separator: " "))' -- "$current") ;;
          completions,*) mapfile -t COMPREPLY < <(compgen -W 'bash zsh fish' -- "$current") ;;
        esac
      }
      complete -o bashdefault -o default -F _engross engross

      """
  }

  private func words(_ options: [Option]) -> String {
    options.map(\.long).joined(separator: " ")
  }

  private func options(_ command: any Command.Type) -> String {
    "    \(command.name),-*) mapfile -t COMPREPLY < <(compgen -W '\(words(command.options))'"
      + " -- \"$current\") ;;"
  }

  /// An empty answer leaves it to bash, which offers files.
  private func value(_ option: Option, of command: any Command.Type) -> String? {
    let letter = option.letter.map { "|\(command.name),-\($0)" } ?? ""
    let pattern = "    \(command.name),\(option.long)\(letter))"
    switch CompletedValue(of: option) {
    case .none: return nil
    case .words(let words):
      let words = words.joined(separator: " ")
      return "\(pattern) mapfile -t COMPREPLY < <(compgen -W '\(words)' -- \"$current\"); return ;;"
    case .files, .anything: return "\(pattern) return ;;"
    case .directories:
      return
        "\(pattern) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$current\"); "
        + "return ;;"
    }
  }
}
