import Glibc

/// An error number of the system.
struct SystemError: Error, Sendable, Hashable {
  /// What was being done when it came.
  enum Action: Sendable { case read, write }

  /// The value of `errno`.
  let number: Int32

  /// Takes the value of `errno`.
  init(_ number: Int32) { self.number = number }

  /// What it means for someone who named a file.
  func sentence(for action: Action) -> String {
    switch (number, action) {
    case (ENOENT, .read), (ENOTDIR, .read): "no such file"
    case (ENOENT, .write), (ENOTDIR, .write): "no such directory to write to"
    case (EISDIR, .read), (EISDIR, .write): "is a directory, not a file"
    case (EACCES, .read), (EPERM, .read): "no permission to read it"
    case (EACCES, .write), (EPERM, .write): "no permission to write it"
    case (EROFS, _): "the file system is read-only"
    case (ENOSPC, _), (EDQUOT, _): "no space left on the device"
    case (EFBIG, _): "too large for the file system"
    case (EBADF, .read), (EINVAL, .read): "isn't open for reading"
    case (EBADF, .write), (EINVAL, .write): "isn't open for writing"
    case (ENAMETOOLONG, _): "the name is too long"
    case (ESTALE, .read): "changed while it was read"
    case (ELOOP, _): "a symbolic link leads back to itself"
    default: "the system says: \(String(cString: strerror(number)))"
    }
  }
}
