/// How it went, for the calling program; of several files the highest counts.
enum ExitCode: Int32, Sendable, Comparable, CaseIterable {
  case success = 0
  case invalid = 1
  case usage = 2
  case inputOutput = 3
  case defect = 4

  /// What it means, as the help says it.
  var summary: String {
    switch self {
    case .success: "all is well"
    case .invalid: "a document is invalid or isn't well-formed XML"
    case .usage: "wrong usage: an option, or what the file that it names says; nothing was done"
    case .inputOutput: "a file couldn't be read, decoded or written"
    case .defect: "a result failed its own check: a defect of Engross; it wasn't written"
    }
  }

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
