import CStart
import Glibc

/// Validation by libxml2's RELAX NG, in a process of its own: it may need minutes for a schema, or
/// never return.
struct SecondOpinion {
  /// Tells the child what it is.
  static let variable = "ENGROSS_SECOND_OPINION"
  private let seconds: Int

  /// Nil when libxml2 isn't asked for, or when this process is already the one that asks it.
  init?(_ arguments: Arguments, in environment: Environment) throws(Failure) {
    let isAsked = arguments[Validate.engine] == "libxml2"
    if let word = arguments[Validate.timeLimit] {
      guard isAsked else { throw .usage("--time-limit is for --engine libxml2") }
      seconds = try arguments.number(word, of: Validate.timeLimit, in: 1...86_400)
    } else {
      seconds = 60
    }
    if isAsked, arguments.all(Validate.schema).allSatisfy({ $0 == "bundled" }) {
      throw .usage("--engine libxml2 needs --schema FILE, a .rng file")
    }
    if !isAsked || environment.isSecondOpinion { return nil }
  }

  /// Runs the same command once more, and ends it when its time is over.
  func run() throws(Failure) -> ExitCode {
    setenv(Self.variable, "1", 1)
    defer { unsetenv(Self.variable) }
    var child = pid_t()
    // Safe: the words and `environ` end with nil and live as long as the process.
    let code = posix_spawn(
      &child, "/proc/self/exe", nil, nil, engross_words(), environ)
    guard code == 0 else {
      throw Failure(.inputOutput, "libxml2's process: \(SystemError(code).sentence(for: .read))")
    }
    var status: Int32 = 0
    // Ten milliseconds a step: a second opinion isn't hurried by less.
    for _ in 0..<(seconds * 100) {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return try exitCode(status) }
      if ended < 0, errno != EINTR { break }
      usleep(10_000)
    }
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    throw Failure(
      .inputOutput,
      "libxml2 gave no answer within \(seconds) s; --time-limit gives it more, "
        + "--engine engross needs less")
  }

  private func exitCode(_ status: Int32) throws(Failure) -> ExitCode {
    // The low seven bits are the signal that ended it (wait(2)).
    guard status & 0x7F == 0, let code = ExitCode(rawValue: status >> 8 & 0xFF) else {
      throw Failure(.inputOutput, "libxml2 ended by signal \(status & 0x7F), without an answer")
    }
    return code
  }
}
