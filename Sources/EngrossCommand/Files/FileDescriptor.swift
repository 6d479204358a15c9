import Glibc

/// An open file of the system, read and written in loops until all is done.
struct FileDescriptor {
  private let number: Int32

  /// Takes the system's number.
  init(_ number: Int32) { self.number = number }

  /// Writes all bytes; gives 0, or the system's error.
  func write(_ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(number, buffer.baseAddress! + done, buffer.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return 0
    }
  }

  /// Reads what there is, at most as much as a buffer holds; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(errno) }
    }
  }

  /// Reads to the end; throws the system's error.
  ///
  /// A file whose size is known is read into one allocation of that size.
  func readAll() throws(SystemError) -> [UInt8] {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemError(errno) }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    // One byte more than the size, so that the end is seen without growing.
    var bytes = try read(upTo: isFile ? max(Int(status.st_size), 0) + 1 : 1 << 16)
    var isFull = bytes.isFull
    while isFull {
      let more = try read(upTo: max(bytes.bytes.count, 1 << 16))
      bytes.bytes += more.bytes
      isFull = more.isFull
    }
    return bytes.bytes
  }

  /// Reads to the end of a file that nobody writes to meanwhile; else throws `ESTALE`.
  func readAllUnchanged() throws(SystemError) -> [UInt8] {
    var before = stat()
    guard fstat(number, &before) == 0 else { throw SystemError(errno) }
    let bytes = try readAll()
    guard before.st_mode & S_IFMT == S_IFREG else { return bytes }
    var after = stat()
    guard fstat(number, &after) == 0 else { throw SystemError(errno) }
    let isSame =
      before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec
      && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    // Files of /proc have no size.
    guard isSame, bytes.count == Int(after.st_size) || after.st_size == 0 else {
      throw SystemError(ESTALE)
    }
    return bytes
  }

  private func read(upTo capacity: Int) throws(SystemError) -> (bytes: [UInt8], isFull: Bool) {
    var error: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let got = Glibc.read(number, buffer.baseAddress! + count, capacity - count)
        if got == 0 { return }
        if got < 0 {
          if errno == EINTR { continue }
          error = errno
          return
        }
        count += got
      }
    }
    if error != 0 { throw SystemError(error) }
    return (bytes, bytes.count == capacity)
  }
}
