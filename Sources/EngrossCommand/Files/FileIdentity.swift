import Glibc

/// What makes two paths the same file.
struct FileIdentity: Sendable, Hashable {
  private let device: UInt
  private let inode: UInt
  /// Whether it's a plain file, which writing replaces, and no device or pipe.
  let isPlainFile: Bool

  /// Looks a path up, following links; nil when nothing is there.
  init?(_ path: Word) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
  }
}

extension OutputFile {
  /// How many bytes the file has; nil where none is.
  var size: Int? {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? Int(status.st_size) : nil
  }
}
