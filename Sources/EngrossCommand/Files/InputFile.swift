import Glibc

/// Where a document is read from.
struct InputFile: Sendable, Hashable {
  /// The path; nil for standard input.
  let path: Word?
  /// The path below the directory that was named, which a tree of results repeats; else the name.
  let relativePath: Word?
  /// Why it's known before it's read that it can't be.
  private let fault: SystemError?

  /// Takes a word of the command line, where `-` is standard input.
  init(_ word: Word) {
    path = word == "-" ? nil : word
    relativePath = path?.fileName
    fault = nil
  }

  /// Takes a name from a list, which keeps its folders as far as they lead downwards.
  init(listed word: Word) {
    path = word == "-" ? nil : word
    let parts = word.bytes.split(separator: UInt8(ascii: "/"))
    let isUp: (ArraySlice<UInt8>) -> Bool = { $0.elementsEqual("..".utf8) }
    let kept = parts[(parts.lastIndex(where: isUp).map { $0 + 1 } ?? 0)...]
      .filter { !$0.elementsEqual(".".utf8) }
    relativePath = path == nil ? nil : Word(Array(kept.joined(separator: [UInt8(ascii: "/")])))
    fault = nil
  }

  /// Takes a file that was found below a directory.
  init(_ path: Word, below directory: Word) {
    self.path = path
    let slash = UInt8(ascii: "/")
    relativePath = Word(Array(path.bytes.dropFirst(directory.bytes.count).drop { $0 == slash }))
    fault = nil
  }

  /// Takes what stands where a file was looked for.
  init(_ path: Word, fault: SystemError) {
    self.path = path
    relativePath = path.fileName
    self.fault = fault
  }

  /// The name in messages.
  var name: String { path?.shown ?? "<stdin>" }

  /// Whether it stands deeper than the directory that was named.
  var isNested: Bool { relativePath?.bytes.contains(UInt8(ascii: "/")) == true }

  /// Which file it is, under whatever name; nil when it doesn't exist.
  var identity: FileIdentity? { path.flatMap { FileIdentity($0) } }

  /// Reads the whole file.
  func bytes() throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      return try read()
    } catch {
      throw Failure(.inputOutput, "\(name): \(sentence(error))")
    }
  }

  /// Reads the whole file, or gives the sentence that says why it can't be read.
  func content() -> Result<[UInt8], UnreadableFile> {
    do throws(SystemError) {
      return .success(try read())
    } catch {
      return .failure(UnreadableFile(sentence: sentence(error)))
    }
  }

  /// Reads the file piece by piece, during a call.
  func read(_ body: (InputStream) throws -> Void) throws {
    do {
      let file = try open()
      try body(InputStream(file.descriptor))
    } catch let error as SystemError {
      throw Failure(.inputOutput, "\(name): \(sentence(error))")
    }
  }

  private func read() throws(SystemError) -> [UInt8] {
    let file = try open()
    return try path == nil ? file.descriptor.readAll() : file.descriptor.readAllUnchanged()
  }

  private func open() throws(SystemError) -> OpenFile {
    if let fault { throw fault }
    guard let path else { return OpenFile(STDIN_FILENO) }
    let number = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else { throw SystemError(errno) }
    return OpenFile(number)
  }

  private func sentence(_ error: SystemError) -> String {
    // A shell hands on a pattern that matches nothing.
    if error.number == ENOENT, let path, Wildcard.isPattern(path.bytes) { return "no file matches" }
    return error.sentence(for: .read)
  }
}

/// Why a file can't be read.
struct UnreadableFile: Error {
  /// What the system says, as a sentence without the file's name.
  let sentence: String
}

extension Word {
  /// Calls a function with the word as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}
