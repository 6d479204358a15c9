import FoundationEssentials
import Glibc

/// Runs the commands of a session with the built `engross`, in a directory of their own.
struct Shell: ~Copyable {
  /// Where the commands run.
  let directory: String

  /// Makes a fresh directory.
  init() throws {
    var template = Array("/tmp/engross-session-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    directory = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Puts an input file there.
  func add(_ name: String, _ content: String) throws {
    try Data(content.utf8).write(to: URL(filePath: "\(directory)/\(name)"))
  }

  /// Runs a command through `/bin/sh`, at most a minute, with nothing on standard input.
  func run(_ command: String) throws -> Session.Step {
    let output = directory + ".out"
    let error = directory + ".err"
    defer { for path in [output, error] { unlink(path) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, error, flags, 0o600)
    let script = "cd '\(directory)' || exit\n\(command)"
    let environment = ["PATH=\(Self.products):/usr/bin:/bin", "LC_ALL=C", "HOME=\(directory)"]
    let words = ["timeout", "600", "/bin/sh", "-c", script]
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, "/usr/bin/timeout", &actions, nil, &arguments, &variables)
    guard code == 0 else { throw CocoaError(.executableNotLoadable) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    var step = Session.Step(command: command)
    step.output = try Self.content(output)
    step.error = try Self.content(error)
    step.code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return step
  }

  private static func content(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// The directory of the built products, where this test program stands too.
  private static var products: String {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return program.map { URL(filePath: $0).deletingLastPathComponent().path } ?? "."
  }
}
