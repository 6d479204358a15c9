/// Finds files: all in a directory, or those that match a pattern.
struct FileSearch {
  /// The ending of the files wanted, such as `.xml`.
  let ending: String

  /// All files below a directory that have the ending, in the order of their names; a directory
  /// that can't be read is among them, for its message.
  func files(below directory: Word) -> [InputFile] {
    var found: [InputFile] = []
    // The stack takes the place of recursion: the depth is the file system's, not ours.
    // Names below the current directory need no "./", which a server wouldn't know.
    let directory: Word = directory == "." || directory == "./" ? "" : directory
    var waiting = [(path: directory, isDirectory: true)]
    while let (path, isDirectory) = waiting.popLast() {
      guard isDirectory else {
        if has(ending, path) { found.append(InputFile(path, below: directory)) }
        continue
      }
      do throws(SystemError) {
        let directory = Directory(path: path)
        let entries = try directory.entries()
          // As in a shell, what starts with a dot is hidden.
          .filter { $0.name.bytes.first != UInt8(ascii: ".") }
        waiting += entries.reversed().map { (directory.child($0.name), $0.isDirectory) }
      } catch {
        found.append(InputFile(path, fault: error))
      }
    }
    return found
  }

  /// The files that a pattern stands for, in the order of their names: `*`, `?` and `[…]` within a
  /// name, `**` for directories of any depth.
  func files(matching pattern: Word) -> [InputFile] {
    let slash = UInt8(ascii: "/")
    let isAbsolute = pattern.bytes.first == slash
    let parts = pattern.bytes.split(separator: slash)
    let fixed = parts.prefix { !Wildcard.isPattern($0) }
    let base = Word((isAbsolute ? [slash] : []) + Array(fixed.joined(separator: [slash])))
    var places = [base]
    for (index, part) in parts.enumerated().dropFirst(fixed.count) {
      let isLast = index == parts.count - 1
      places = places.flatMap { place in
        part.elementsEqual("**".utf8)
          ? Self.directories(from: place)
          : Self.names(in: place, matching: Wildcard(part), onlyDirectories: !isLast)
      }
    }
    return places.filter { !Directory.exists($0) }.map { InputFile($0, below: base) }
  }

  private func has(_ ending: String, _ path: Word) -> Bool {
    Word(Array(path.bytes.suffix(ending.utf8.count))).text.lowercased() == ending
  }

  private static func names(
    in place: Word, matching wildcard: Wildcard, onlyDirectories: Bool
  ) -> [Word] {
    let directory = Directory(path: place)
    let entries = (try? directory.entries()) ?? []
    return entries.filter { wildcard.matches($0.name) }.map { directory.child($0.name) }
      .filter { !onlyDirectories || Directory.exists($0) }
  }

  /// A directory and all below it, in the order of their names.
  private static func directories(from place: Word) -> [Word] {
    var found: [Word] = []
    var waiting = [place]
    while let path = waiting.popLast() {
      found.append(path)
      let directory = Directory(path: path)
      let entries = ((try? directory.entries()) ?? [])
        .filter { $0.isDirectory && $0.name.bytes.first != UInt8(ascii: ".") }
      waiting += entries.reversed().map { directory.child($0.name) }
    }
    return found
  }
}
