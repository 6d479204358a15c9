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
    var status = stat()
    var exists = path.withCString { lstat($0, &status) } == 0
    let isLink = exists && status.st_mode & S_IFMT == S_IFLNK
    if isLink { exists = path.withCString { stat($0, &status) } == 0 }
    let code: Int32
    if exists, status.st_mode & S_IFMT != S_IFREG {
      code = writeThrough(bytes)
    } else {
      let target = isLink ? linked : path
      code = Self.replace(
        target, with: bytes, by: folder, mode: exists ? status.st_mode & 0o7777 : nil)
    }
    if code == EPIPE { throw Failure(.inputOutput, nil) }
    if code != 0 {
      throw Failure(.inputOutput, "\(name): \(SystemError(code).sentence(for: .write))")
    }
  }

  private func writeThrough(_ bytes: [UInt8]) -> Int32 {
    let number = path.withCString { open($0, O_WRONLY | O_CLOEXEC) }
    guard number >= 0 else { return errno }
    let code = FileDescriptor(number).write(bytes)
    return close(number) == 0 ? code : errno
  }

  private static func replace(
    _ target: Word, with bytes: [UInt8], by folder: Word?, mode: mode_t?
  ) -> Int32 {
    var temporary = Word("")
    var number: Int32 = -1
    var attempt = 0
    repeat {
      let name = "\(temporaryPrefix)\(getpid())-\(attempt)"
      temporary = folder?.appending(Word(name)) ?? target.sibling(named: name)
      number = temporary.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      attempt += 1
    } while number < 0 && errno == EEXIST
    guard number >= 0 else { return errno }
    var code = FileDescriptor(number).write(bytes)
    if let mode, code == 0, fchmod(number, mode) != 0 { code = errno }
    if close(number) != 0, code == 0 { code = errno }
    if code == 0 {
      let renamed = temporary.withCString { old in target.withCString { rename(old, $0) } }
      if renamed != 0 { code = errno }
    }
    if code != 0 { _ = temporary.withCString { unlink($0) } }
    // A subfolder may be another file system.
    if code == EXDEV, folder != nil { return replace(target, with: bytes, by: nil, mode: mode) }
    return code
  }

  /// What a symbolic link leads to, so that the link stays and its file is replaced.
  private var linked: Word {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return Word(Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }
}
