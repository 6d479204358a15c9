import Glibc

/// What surrounds the process and changes what it does.
struct Environment: Sendable {
  /// Whether standard input is a terminal, where nobody has typed a document.
  var inputIsTerminal = false
  /// Whether findings are coloured: on a terminal, unless `NO_COLOR` is set.
  var colours = false
  /// Whether progress is shown: standard error is a terminal.
  var showsProgress = false
  /// `SOURCE_DATE_EPOCH`: the day of processing in seconds since 1970.
  var sourceDateEpoch: String?
  /// How many processor cores may be used.
  var cores = 1

  /// The surroundings of this process.
  static func current() -> Environment {
    let dumb = variable("TERM").map { $0 == "dumb" } ?? true
    let colourless = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    return Environment(
      inputIsTerminal: isatty(STDIN_FILENO) == 1,
      colours: isatty(STDOUT_FILENO) == 1 && !dumb && !colourless,
      showsProgress: isatty(STDERR_FILENO) == 1 && !dumb,
      sourceDateEpoch: variable("SOURCE_DATE_EPOCH"),
      cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
