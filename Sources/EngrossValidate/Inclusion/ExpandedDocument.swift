import EngrossModel

/// A document with what it includes in the places of the inclusions, and where each byte is from.
struct ExpandedDocument: Sendable {
  /// A run of bytes from one file.
  private struct Segment {
    let start: Int
    let file: Int
    let offset: Int
    /// Whether the bytes are the file's own; else they were put in at one place of it.
    let isVerbatim: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []
  private var files: [(name: String?, bytes: [UInt8])] = []

  /// Adds a file that bytes come from; nil is the document itself.
  mutating func file(_ name: String?, _ bytes: [UInt8]) -> Int {
    files.append((name, bytes))
    return files.count - 1
  }

  /// Adds bytes of a file as they are.
  mutating func append(_ range: Range<Int>, of file: Int) {
    if range.isEmpty { return }
    segments.append(
      Segment(start: bytes.count, file: file, offset: range.lowerBound, isVerbatim: true))
    bytes += files[file].bytes[range]
  }

  /// Adds bytes that stand for a place of a file.
  mutating func insert(_ text: some Sequence<UInt8>, for offset: Int, of file: Int) {
    segments.append(Segment(start: bytes.count, file: file, offset: offset, isVerbatim: false))
    bytes += text
  }

  /// The diagnostics with the places that they have in their files.
  func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    if diagnostics.isEmpty { return [] }
    let whole = SourceMap(bytes)
    var maps: [Int: SourceMap] = [:]
    func place(_ position: Position) -> (String?, Position) {
      let offset = whole.offset(of: position)
      guard let segment = segment(at: offset) else { return (nil, position) }
      let inside = segment.isVerbatim ? offset - segment.start : 0
      let map = maps[segment.file] ?? SourceMap(files[segment.file].bytes)
      maps[segment.file] = map
      return (files[segment.file].name, map.position(at: segment.offset + inside))
    }
    return diagnostics.map { diagnostic in
      guard let position = diagnostic.position, diagnostic.file == nil else { return diagnostic }
      let (file, own) = place(position)
      let notes = diagnostic.notes.map { note in
        if note.file != nil { return note }
        let (file, own) = place(note.position)
        return Diagnostic.Note(note.message, at: own, in: file)
      }
      return Diagnostic(
        id: diagnostic.id, severity: diagnostic.severity, message: diagnostic.message,
        position: own, in: file, notes: notes, expected: diagnostic.expected)
    }
  }

  private func segment(at offset: Int) -> Segment? {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    return segments.indices.contains(low) ? segments[low] : nil
  }
}
