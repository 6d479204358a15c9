import EngrossEncode

/// One annotation as a file has it, and where in the file it stands.
struct AnnotationRecord: Sendable {
  let line: Int
  /// The columns of its members; that of the annotation itself by the empty name.
  var columns: [String: Int] = [:]
  /// The document that it's of; nil for whatever is encoded.
  var file: String?
  var start: Int?
  var end: Int?
  /// Between its pieces, where it's given in pieces.
  var gaps: [Range<Int>] = []
  var startByte: Int?
  var endByte: Int?
  var element = ""
  var attributes: [String: String]?
  var text: String?
  /// Whether its text has spaces for line ends.
  var isSpaced = false
  var certainty: Annotation.Certainty?
  /// Who made it; nil for Engross, or when it isn't said.
  var author: String?
  var rule: String?
  var evidence: String?
  var decision: Judgement.Decision?
  var proofreader: String?

  func error(at key: String = "", _ message: String) -> AnnotationError {
    AnnotationError(
      position: Position(line: line, column: columns[key] ?? columns[""] ?? 1), message: message)
  }

  /// Whether it's of the document with a name: endings and the folders before aren't looked at
  /// where one of the two has none.
  func isOf(_ name: String?) -> Bool {
    guard let file, let name else { return true }
    let (own, other) = (Self.stem(file), Self.stem(name))
    return own == other || own.hasSuffix("/" + other) || other.hasSuffix("/" + own)
  }

  /// A name without its ending.
  static func stem(_ name: String) -> String {
    for ending in [".txt", ".xml", ".html"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  var codePointOffsets: [Int] {
    [start, end].compactMap { $0 } + gaps.flatMap { [$0.lowerBound, $0.upperBound] }
  }

  /// The bytes that it's of: both ways to count must mean the same, and its text must be the text's.
  func bytes(
    in text: TokenisedText, _ offsets: TextOffsets
  ) throws(AnnotationError) -> Range<Int> {
    var range: Range<Int>?
    if let start, let end {
      if end > offsets.codePointCount {
        throw error(
          at: "end", "the text ends at code point \(offsets.codePointCount), before \(end)")
      }
      range = offsets[start]..<offsets[end]
    }
    for gap in gaps
    where !text.bytes[offsets[gap.lowerBound]..<offsets[gap.upperBound]].allSatisfy(\.isSpace) {
      throw error(
        at: "start", "the annotation is in pieces with other words between; TEI can't mark them")
    }
    if let startByte, let endByte {
      if endByte > text.bytes.count {
        throw error(at: "endByte", "the text ends at byte \(text.bytes.count), before \(endByte)")
      }
      for (key, offset) in [("startByte", startByte), ("endByte", endByte)]
      where offset < text.bytes.count && text.bytes[offset] & 0xC0 == 0x80 {
        throw error(at: key, "byte \(offset) is inside a character")
      }
      if let range, range != startByte..<endByte {
        throw error(
          at: "startByte",
          "bytes \(startByte) to \(endByte) aren't code points \(start ?? 0) to \(end ?? 0), "
            + "which are bytes \(range.lowerBound) to \(range.upperBound)")
      }
      range = startByte..<endByte
    }
    guard let range else { throw error("an annotation needs \"start\" and \"end\"") }
    if range.isEmpty, element != "catRef" {
      throw error(at: "end", "the annotation is of no characters")
    }
    let words = text.characters(range)
    if let own = self.text, !(isSpaced ? words.onOneLine : words).utf8.elementsEqual(own.utf8) {
      throw error(at: "text", "the text has \(words.excerpt) here, not \(own.excerpt)")
    }
    return range
  }
}

/// The bytes at which some code points of a text start.
struct TextOffsets {
  private var bytes: [Int: Int] = [:]
  let codePointCount: Int

  /// Counts once through the text.
  init(_ text: [UInt8], codePoints: [Int]) {
    let wanted = Set(codePoints)
    if wanted.isEmpty {
      codePointCount = 0
      return
    }
    var count = 0
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if wanted.contains(count) { bytes[count] = offset }
      count += 1
    }
    bytes[count] = text.count
    codePointCount = count
  }

  subscript(codePoint: Int) -> Int { bytes[codePoint] ?? 0 }
}

extension String {
  /// The text in quotes for a message, its end left out when it's long.
  var excerpt: String {
    unicodeScalars.count > 40
      ? String(String.UnicodeScalarView(unicodeScalars.prefix(40))).asJSON + "…" : asJSON
  }
}

extension String {
  /// The text with spaces for line ends and tabs, as brat writes it.
  var onOneLine: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(["\n", "\r", "\t"].contains(scalar) ? " " : scalar)
    }
    return String(scalars)
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
