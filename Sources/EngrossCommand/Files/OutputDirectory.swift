import Glibc

/// The directory that results are written to.
struct OutputDirectory {
  /// Where it is.
  let path: Word

  /// Makes it, and those that it stands in, where they're missing.
  func make() throws(Failure) {
    let slash = UInt8(ascii: "/")
    var ends = path.bytes.indices.filter { $0 > 0 && path.bytes[$0] == slash }
    ends.append(path.bytes.count)
    for end in ends {
      let made = Word(Array(path.bytes[..<end])).withCString { mkdir($0, 0o777) }
      if made != 0, errno != EEXIST, errno != EISDIR, end == path.bytes.count {
        throw failure(SystemError(errno).sentence(for: .write))
      }
    }
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw failure("is a file, not a directory")
    }
  }

  private func failure(_ sentence: String) -> Failure {
    Failure(.inputOutput, "\(path.shown): \(sentence)")
  }
}
