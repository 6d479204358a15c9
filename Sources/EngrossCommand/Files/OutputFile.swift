import Glibc

/// A file that comes to be whole, or not at all.
struct OutputFile: Sendable, Hashable {
  /// Where it will stand.
  let path: Word

  /// The name in messages.
  var name: String { path.shown }

  /// Writes a temporary file beside the target, then gives it the target's name.
  ///
  /// What exists and isn't a plain file, such as `/dev/null` or a named pipe, is written to as it is.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try write { try $0.write(bytes) }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.inputOutput, "\(name): \(error)")
    }
  }

  /// Writes what a call produces; nothing, when it throws.
  func write(_ produce: (OutputStream) throws -> Void) throws {
    do {
      try writeUnnamed(produce)
    } catch let error as SystemError {
      if error.number == EPIPE { throw Failure(.inputOutput, nil) }
      throw Failure(.inputOutput, "\(name): \(error.sentence(for: .write))")
    }
  }

  private func writeUnnamed(_ produce: (OutputStream) throws -> Void) throws {
    var status = stat()
    var exists = path.withCString { lstat($0, &status) } == 0
    let isLink = exists && status.st_mode & S_IFMT == S_IFLNK
    if isLink { exists = path.withCString { stat($0, &status) } == 0 }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeThrough(produce)
    } else {
      let mode = exists ? status.st_mode & 0o7777 : nil
      try Self.replace(isLink ? linked : path, mode: mode, produce)
    }
  }

  private func writeThrough(_ produce: (OutputStream) throws -> Void) throws {
    let number = path.withCString { open($0, O_WRONLY | O_CLOEXEC) }
    guard number >= 0 else { throw SystemError(errno) }
    do {
      try Self.fill(number, produce)
    } catch {
      close(number)
      throw error
    }
    if close(number) != 0 { throw SystemError(errno) }
  }

  private static func fill(_ number: Int32, _ produce: (OutputStream) throws -> Void) throws {
    let stream = OutputStream(FileDescriptor(number), limit: OutputStream.piece)
    try produce(stream)
    try stream.flush()
  }

  private static func replace(
    _ target: Word, mode: mode_t?, _ produce: (OutputStream) throws -> Void
  ) throws {
    var temporary = Word("")
    var number: Int32 = -1
    var attempt = 0
    repeat {
      temporary = target.sibling(named: ".engross-\(getpid())-\(attempt)")
      number = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      attempt += 1
    } while number < 0 && errno == EEXIST
    guard number >= 0 else { throw SystemError(errno) }
    var isOpen = true
    do {
      try fill(number, produce)
      if let mode, fchmod(number, mode) != 0 { throw SystemError(errno) }
      isOpen = false
      if close(number) != 0 { throw SystemError(errno) }
      let renamed = temporary.withCString { old in target.withCString { rename(old, $0) } }
      if renamed != 0 { throw SystemError(errno) }
    } catch {
      if isOpen { close(number) }
      _ = temporary.withCString { unlink($0) }
      throw error
    }
  }

  /// What a symbolic link leads to, so that the link stays and its file is replaced.
  private var linked: Word {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return Word(Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }
}
