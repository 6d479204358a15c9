import Glibc

/// The right to write to an output directory, which one process at a time has.
///
/// The system takes it back when its holder ends, however that happens.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the right, or says who has it.
  init(_ file: Word, folder: Word) throws(Failure) {
    let number = file.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    guard number >= 0 else {
      throw Failure(.inputOutput, "\(folder.shown): \(SystemError(errno).sentence(for: .write))")
    }
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = String(
        decoding: (try? FileDescriptor(number).readAll()) ?? [], as: UTF8.self
      ).prefix { $0.isNumber }
      close(number)
      throw Failure(
        .inputOutput,
        code == EWOULDBLOCK
          ? "\(folder.shown): another run of engross (process \(holder)) is writing to it"
          : "\(folder.shown): \(SystemError(code).sentence(for: .write))")
    }
    ftruncate(number, 0)
    _ = FileDescriptor(number).write(Array("\(getpid())\n".utf8))
    descriptor = number
  }

  deinit {
    // The file stays, as taking it away would give two processes the right; it says nothing then.
    ftruncate(descriptor, 0)
    close(descriptor)
  }
}
