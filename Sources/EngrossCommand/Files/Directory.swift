import Glibc

/// A directory of the file system.
struct Directory {
  /// What stands in it.
  struct Entry {
    let name: Word
    let isDirectory: Bool
  }

  /// Where it is; an empty word is the current directory.
  let path: Word

  /// Whether a path leads to a directory, links followed.
  static func exists(_ path: Word) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What stands in it, in the order of the names' bytes; a link to a directory is no directory, so
  /// that links can't lead in a circle.
  func entries() throws(SystemError) -> [Entry] {
    let own: Word = path.bytes.isEmpty ? "." : path
    guard let stream = own.withCString({ opendir($0) }) else { throw SystemError(errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      // Safe: d_name is a NUL-terminated string within the entry, copied before the next call.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
        return Word(Array(UnsafeRawBufferPointer(start: start, count: strlen(start))))
      }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, isDirectory: isDirectory(name, entry.pointee.d_type)))
    }
    return entries.sorted { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
  }

  private func isDirectory(_ name: Word, _ type: UInt8) -> Bool {
    if Int(type) != DT_UNKNOWN { return Int(type) == DT_DIR }
    // Some file systems don't tell.
    var status = stat()
    return child(name).withCString { lstat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path of an entry.
  func child(_ name: Word) -> Word { path.bytes.isEmpty ? name : path.appending(name) }
}
