import Glibc

/// Where a document is read from.
struct InputFile: Sendable, Hashable {
  /// The path; nil for standard input.
  let path: Word?

  /// Takes a word of the command line, where `-` is standard input.
  init(_ word: Word) { path = word == "-" ? nil : word }

  /// The name in messages.
  var name: String { path?.shown ?? "<stdin>" }

  /// Which file it is, under whatever name; nil when it doesn't exist.
  var identity: FileIdentity? { path.flatMap { FileIdentity($0) } }

  /// Reads the whole file.
  func bytes() throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      return try read()
    } catch {
      throw Failure(.inputOutput, "\(name): \(sentence(error))")
    }
  }

  private func read() throws(SystemError) -> [UInt8] {
    guard let path else { return try FileDescriptor(STDIN_FILENO).readAll() }
    let number = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else { throw SystemError(errno) }
    defer { close(number) }
    return try FileDescriptor(number).readAll()
  }

  private func sentence(_ error: SystemError) -> String {
    // A shell hands on a pattern that matches nothing.
    if error.number == ENOENT, let path, path.bytes.contains(where: Self.isWildcard) {
      return "no file matches"
    }
    return error.sentence(for: .read)
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
  }
}

extension Word {
  /// Calls a function with the word as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}
