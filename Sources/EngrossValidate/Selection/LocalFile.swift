import Glibc

/// A file that a schema or a document refers to.
enum LocalFile {
  struct Failure: Error {
    /// Why it can't be read, as a sentence.
    let message: String
  }

  /// All bytes of a file.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw failure(errno) }
    defer { close(number) }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(number, &status) == 0 { bytes.reserveCapacity(Int(max(status.st_size, 0)) + 1) }
    while true {
      var error: Int32 = 0
      // Safe: read(2) writes at most the buffer's size, and its count is what is kept.
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = read(number, buffer.baseAddress!, buffer.count)
        if got < 0 { error = errno }
        count = max(got, 0)
      }
      if error == EINTR { continue }
      if error != 0 { throw failure(error) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  /// The one path that all names of a file lead to; the path itself when there's no file.
  static func identity(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    // Safe: realpath hands over a NUL-terminated copy, which is freed once it's a String.
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ number: Int32) -> Failure {
    switch number {
    case ENOENT, ENOTDIR: Failure(message: "there is no such file")
    case EISDIR: Failure(message: "it's a directory, not a file")
    case EACCES, EPERM: Failure(message: "there is no permission to read it")
    default: Failure(message: "the system says: \(String(cString: strerror(number)))")
    }
  }
}
