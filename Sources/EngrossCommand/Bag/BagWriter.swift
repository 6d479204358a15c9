import EngrossModel
import Glibc

/// A bag as BagIt 1.0 describes it (RFC 8493): files, and the proof that they are all there.
struct BagWriter {
  private let target: Word
  private let place: Word
  private var payload: [(path: Word, digest: Digest)] = []
  private var tags: [(path: Word, digest: Digest)] = []
  private var made: [Word] = []
  private var bytes = 0

  /// Starts a bag where nothing is yet. It gets its name when it's whole.
  init(_ target: Word) throws(Failure) {
    self.target = target
    guard FileIdentity(target) == nil else {
      throw Failure(.inputOutput, "\(target.shown): exists already; a bag starts from nothing")
    }
    place = target.sibling(named: "\(OutputFile.temporaryPrefix)\(getpid())")
    try makeFolder(place)
    try makeFolder(place.appending("data"))
  }

  /// How many files it holds.
  var count: Int { payload.count }

  /// Packs a file under a path below `data`.
  mutating func add(_ file: InputFile, as path: Word) throws(Failure) {
    guard Word(path.text) == path else {
      throw Failure(.inputOutput, "\(file.name): a bag can't hold a name that isn't UTF-8")
    }
    let content = try file.bytes()
    let path = Word("data/").adding(path)
    try write(content, to: path)
    payload.append((path, SHA256.digest(of: content)))
    bytes += content.count
  }

  /// Writes the files that tell what the bag holds, and gives it its name.
  mutating func close(date: String?) throws(Failure) {
    try addTag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    var information = ["Bag-Software-Agent: Engross \(Version.current)"]
    if let date { information.append("Bagging-Date: \(date)") }
    information.append("Payload-Oxum: \(bytes).\(payload.count)")
    try addTag("bag-info.txt", information.joined(separator: "\n") + "\n")
    try addTag("manifest-sha256.txt", Self.lines(payload))
    let list = Self.lines(tags)
    try write(Array(list.utf8), to: "tagmanifest-sha256.txt")
    let code = place.withCString { old in target.withCString { rename(old, $0) } }
    if code != 0 {
      throw Failure(.inputOutput, "\(target.shown): \(SystemError(errno).sentence(for: .write))")
    }
  }

  /// Takes away what was written of a bag that failed.
  func remove() {
    for path in made.reversed() { _ = path.withCString { Glibc.remove($0) } }
  }

  private mutating func addTag(_ name: Word, _ text: String) throws(Failure) {
    try write(Array(text.utf8), to: name)
    tags.append((name, SHA256.digest(of: Array(text.utf8))))
  }

  private mutating func write(_ bytes: [UInt8], to path: Word) throws(Failure) {
    let slash = UInt8(ascii: "/")
    for end in path.bytes.indices where path.bytes[end] == slash {
      let folder = place.appending(Word(Array(path.bytes[..<end])))
      if FileIdentity(folder) == nil { try makeFolder(folder) }
    }
    let file = place.appending(path)
    made.append(file)
    try OutputFile(path: file).write(bytes)
  }

  private mutating func makeFolder(_ folder: Word) throws(Failure) {
    try OutputDirectory(path: folder).make()
    made.append(folder)
  }

  /// The lines of a manifest (RFC 8493, section 2.1.3), in the order of the paths.
  private static func lines(_ files: [(path: Word, digest: Digest)]) -> String {
    files.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }.map { path, digest in
      let escaped = path.bytes.map { byte in
        switch byte {
        case UInt8(ascii: "%"): "%25".utf8.map { $0 }
        case 0x0A: "%0A".utf8.map { $0 }
        case 0x0D: "%0D".utf8.map { $0 }
        default: [byte]
        }
      }
      return "\(digest.text)  \(String(decoding: escaped.joined(), as: UTF8.self))\n"
    }.joined()
  }
}

extension Word {
  /// The word with another after it.
  fileprivate func adding(_ word: Word) -> Word { Word(bytes + word.bytes) }
}
