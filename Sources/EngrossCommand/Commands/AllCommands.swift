/// The subcommands, in the order of the help.
enum AllCommands {
  static let list: [any Command.Type] = [
    Encode.self, Validate.self, Text.self, HTML.self, Explain.self, Report.self, Bag.self,
    Completions.self, Manual.self,
  ]
}
