/// A subcommand: what it's called, what it takes, what it does.
protocol Command: SendableMetatype {
  /// What is typed.
  static var name: String { get }
  /// What it does, as one sentence without a full stop.
  static var summary: String { get }
  /// The paragraphs of its help.
  static var explanation: [String] { get }
  /// What it takes.
  static var options: [Option] { get }
  /// What it takes beside options, as the help shows it.
  static var operands: String { get }
  /// Commands to learn from, the first the most usual.
  static var examples: [String] { get }
  /// Does it.
  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
}

extension Command {
  static var operands: String { "[FILE…|-]" }
}
