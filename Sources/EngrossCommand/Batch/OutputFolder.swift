import Glibc

/// A directory of outputs, with what Engross keeps about them in `.engross`.
struct OutputFolder: Sendable {
  /// Where it is.
  let path: Word
  /// The command that writes to it, each of which has a manifest of its own there.
  let command: String

  /// Where the lock, the manifest, the journal and unfinished files stand.
  var own: Word { path.appending(".engross") }
  var lock: Word { own.appending("lock") }
  var manifest: Word { own.appending(Word("\(command).jsonl")) }
  var journal: Word { own.appending(Word("\(command).journal")) }

  /// Makes what is missing, and the right to write to it.
  func open() throws(Failure) -> FolderLock {
    try OutputDirectory(path: path).make()
    try OutputDirectory(path: own).make()
    let lock = try FolderLock(lock, folder: path)
    // What a killed run left behind; no other run can be at work.
    for entry in (try? Directory(path: own).entries()) ?? []
    where entry.name.bytes.starts(with: OutputFile.temporaryPrefix.utf8) {
      _ = own.appending(entry.name).withCString { unlink($0) }
    }
    return lock
  }
}
