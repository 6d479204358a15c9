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
  /// Whether standard output is a terminal, where the source line of a finding helps.
  var outputIsTerminal = false
  /// `GITHUB_ACTIONS`: whether this is a job of GitHub Actions.
  var runsOnGitHub = false
  /// `GITLAB_CI`: whether this is a job of GitLab.
  var runsOnGitLab = false
  /// `XML_CATALOG_FILES`: catalogs, separated by spaces; those that don't exist are left out, as
  /// libxml2 does.
  var catalogs: [String] = []
  /// Whether this process was started to ask libxml2.
  var isSecondOpinion = false
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
      outputIsTerminal: isatty(STDOUT_FILENO) == 1 && !dumb,
      runsOnGitHub: variable("GITHUB_ACTIONS") == "true",
      runsOnGitLab: variable("GITLAB_CI") == "true",
      catalogs: (variable("XML_CATALOG_FILES") ?? "").split(separator: " ").map(String.init)
        .filter { access($0, R_OK) == 0 },
      isSecondOpinion: variable(SecondOpinion.variable) != nil,
      cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
