/// Completion for zsh, made from the tables of options.
struct ZshCompletion {
  /// The file.
  var text: String {
    let commands = AllCommands.list
    let names = commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    let cases = commands.map { command in
      let operand = command.operands == "SHELL" ? "'1:shell:(bash zsh fish)'" : "'*:file:_files'"
      let specifications = (command.options.map(specification) + [operand]).map { "        \($0)" }
      return """
            \(command.name)) _arguments -s -S \\
        \(specifications.joined(separator: " \\\n")) ;;
        """
    }
    return """
      #compdef engross
      # Completion of engross for zsh; made by "engross completions zsh".
      _engross() {
        local context state state_descr line
        local -a commands
        typeset -A opt_args
        commands=(
      \(names.joined(separator: "\n"))
        )
        _arguments -C \(Program.options.map(specification).joined(separator: " ")) \\
          '1:command:->command' '*::argument:->argument'
        case $state in
          command) _describe command commands ;;
          argument)
            case $words[1] in
      \(cases.joined(separator: "\n"))
            esac ;;
        esac
      }
      # Read by itself, as a function of the fpath, or by source.
      if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _engross "$@"; else compdef _engross engross; fi

      """
  }

  private func specification(_ option: Option) -> String {
    var text = "[\(escaped(option.summary))]"
    if let value = option.value {
      text += ":\(value):"
      switch CompletedValue(of: option) {
      case .words(let words): text += "(\(words.joined(separator: " ")))"
      case .files: text += "_files"
      case .directories: text += "_files -/"
      case .none, .anything: text += " "
      }
    }
    let repeated = option.isRepeatable ? "*" : ""
    guard let letter = option.letter else {
      return quoted("\(repeated)\(option.long)\(text)")
    }
    let exclusion = option.isRepeatable ? "*" : "(-\(letter) \(option.long))"
    return "'\(exclusion)'{-\(letter),\(option.long)}\(quoted(text))"
  }

  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
