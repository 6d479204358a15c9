import Glibc

/// Reads lines as they come, in constant memory.
struct LineReader {
  /// A line without its end.
  enum Line: Sendable {
    case whole([UInt8])
    case tooLong
  }

  private let descriptor: Int32
  private let longest: Int
  private var lines: [Line] = []
  private var taken = 0
  private var partial: [UInt8] = []
  private var isSkipping = false
  private var isOver = false

  private static let chunk = 1 << 18

  /// - Parameter longest: how many bytes a line may have; a longer one is passed over.
  init(_ descriptor: Int32, longest: Int) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// Whether the next lines aren't here yet.
  var isDry: Bool {
    if taken < lines.count || isOver { return false }
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) == 0
  }

  /// The next lines, at least one and at most so many; nil at the end. Waits for one, not for more.
  mutating func next(_ most: Int) throws(SystemError) -> [Line]? {
    while taken == lines.count {
      if isOver { return nil }
      lines.removeAll(keepingCapacity: true)
      taken = 0
      try read()
    }
    let end = min(taken + most, lines.count)
    defer { taken = end }
    return Array(lines[taken..<end])
  }

  private mutating func read() throws(SystemError) {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      var got = 0
      repeat {
        got = Glibc.read(descriptor, buffer.baseAddress!, buffer.count)
      } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      count = max(got, 0)
    }
    if code != 0 { throw SystemError(code) }
    var rest = chunk[...]
    while let end = rest.firstIndex(of: 0x0A) {
      add(rest[..<end])
      endLine()
      rest = rest[(end + 1)...]
    }
    add(rest)
    if chunk.isEmpty {
      isOver = true
      // A last line without an end is a line, too.
      if isSkipping || !partial.isEmpty { endLine() }
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    if partial.count + bytes.count > longest {
      isSkipping = true
      partial = []
    } else {
      partial += bytes
    }
  }

  private mutating func endLine() {
    lines.append(isSkipping ? .tooLong : .whole(partial))
    isSkipping = false
    partial = []
  }
}
