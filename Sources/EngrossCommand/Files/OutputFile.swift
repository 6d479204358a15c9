import Glibc

/// A file that comes to be whole, or not at all.
struct OutputFile: Sendable, Hashable {
  /// Where it will stand.
  let path: Word

  /// What the names of temporary files start with.
  static let temporaryPrefix = ".engross-"

  /// The name in messages.
  var name: String { path.shown }

  /// Writes a temporary file, then gives it the target's name.
  ///
  /// The temporary file stands in a folder of the same file system or, without one, beside the
  /// target. What exists and isn't a plain file, such as `/dev/null` or a named pipe, is written to as it is.
  func write(_ bytes: [UInt8], by folder: Word? = nil) throws(Failure) {
    do {
      try writeUnnamed(by: folder) { try $0.write(bytes) }
    } catch {
      // Nothing else is thrown by writing.
      throw failure(error as! SystemError)
    }
  }

  /// Writes what a call produces; nothing, when it throws.
  func write(_ produce: (OutputStream) throws -> Void) throws {
    do {
      try writeUnnamed(by: nil, produce)
    } catch let error as SystemError {
      throw failure(error)
    }
  }

  private func failure(_ error: SystemError) -> Failure {
    let isPipe = error.number == EPIPE
    return Failure(.inputOutput, isPipe ? nil : "\(name): \(error.sentence(for: .write))")
  }

  private func writeUnnamed(
    by folder: Word?, _ produce: (OutputStream) throws -> Void
  ) throws {
    var status = stat()
    var exists = path.withCString { lstat($0, &status) } == 0
    let isLink = exists && status.st_mode & S_IFMT == S_IFLNK
    if isLink { exists = path.withCString { stat($0, &status) } == 0 }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeThrough(produce)
    } else {
      let mode = exists ? status.st_mode & 0o7777 : nil
      try Self.replace(isLink ? linked : path, by: folder, mode: mode, produce)
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
    _ target: Word, by folder: Word?, mode: mode_t?, _ produce: (OutputStream) throws -> Void
  ) throws {
    var temporary = Word("")
    var number: Int32 = -1
    var attempt = 0
    repeat {
      let name = "\(temporaryPrefix)\(getpid())-\(attempt)"
      temporary = folder?.appending(Word(name)) ?? target.sibling(named: name)
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
      // A subfolder may be another file system.
      if folder != nil, (error as? SystemError)?.number == EXDEV {
        return try replace(target, by: nil, mode: mode, produce)
      }
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
