import EngrossModel

/// Text that is being laid out by the rule of white space: runs of white space become one space, none
/// stands at either end of a block, and between blocks stands a line's end or a blank line.
struct Fragment {
  /// How far apart two blocks are.
  enum Gap: Int {
    case none, space, line, blank
  }

  private(set) var bytes: [UInt8] = []
  private(set) var runs: [TextRun] = []
  /// What must come before the next text.
  private var gap = Gap.none
  /// Whether the next white space is swallowed, since a word goes on across it.
  private var joins = false
  /// What comes after the word that goes on across a break.
  private var gapAfterWord = Gap.none
  /// Whether the next block begins on this line.
  private var runsIn = false
  /// A label that the next text gets, unless it brings its own.
  private var label: [UInt8] = []
  /// Spaces that a new line begins with.
  var indent = 0
  /// Whether no text was written since the block began.
  private var isAtStart = true
  /// Whether the space before the next text stands in the XML as it is.
  private var hasLiteralSpace = false
  /// How many bytes of it were taken.
  private var taken = 0

  /// Bytes that it holds or held.
  var length: Int { taken + bytes.count }
  /// Whether it holds nothing, nor held.
  var isEmpty: Bool { bytes.isEmpty && taken == 0 }

  /// Begins or ends a block.
  mutating func separate(_ wanted: Gap) {
    if runsIn { return }
    if gap.rawValue < wanted.rawValue { gap = wanted }
    isAtStart = true
    joins = false
    gapAfterWord = .none
  }

  /// Lets the next block begin on this line.
  mutating func runIn() {
    gap = .space
    isAtStart = false
    runsIn = true
  }

  /// Lets the next block begin with a label.
  mutating func begin(label text: String) { label = Array(text.utf8) }

  /// Forgets a label that no text came for.
  mutating func endLabel() { label = [] }

  /// A break of line, column or page.
  mutating func lineBreak(_ wanted: Gap) {
    if isAtStart { return }
    let wanted = max(wanted.rawValue, gapAfterWord.rawValue)
    gapAfterWord = .none
    if gap.rawValue < wanted { gap = Gap(rawValue: wanted)! }
  }

  /// A break inside a word, which stays whole: the break comes after it. With `joining`, a hyphen
  /// before it goes.
  mutating func wordBreak(joining: Bool, then later: Gap = .none) {
    gapAfterWord = later
    if gap == .space { gap = .none }
    hasLiteralSpace = false
    joins = true
    guard joining, gap == .none else { return }
    for hyphen in Self.hyphens
    where bytes.count > hyphen.count && bytes.suffix(hyphen.count) == hyphen[...] {
      bytes.removeLast(hyphen.count)
      shorten()
      return
    }
  }

  private static let hyphens: [[UInt8]] = [
    [UInt8(ascii: "-")], Array("\u{2010}".utf8), Array("\u{AD}".utf8), Array("¬".utf8),
  ]

  private mutating func shorten() {
    let end = taken + bytes.count
    while let last = runs.last, last.start + last.count > end {
      let over = last.start + last.count - end
      runs[runs.count - 1].count -= over
      runs[runs.count - 1].sourceCount -= over
      if runs[runs.count - 1].count <= 0 { runs.removeLast() }
    }
  }

  /// Text that isn't the document's, such as a mark.
  mutating func mark(_ text: String) {
    if text.isEmpty { return }
    hasLiteralSpace = false
    flushGap()
    bytes.append(contentsOf: text.utf8)
    isAtStart = false
  }

  /// Text as it stands, line ends included.
  mutating func verbatim(_ text: UnsafeBufferPointer<UInt8>, _ origin: TextOrigin?) {
    if text.isEmpty { return }
    flushGap()
    isAtStart = false
    var whole = origin
    // Kept line ends may be longer in the XML.
    if let origin, origin.range.count != text.count { whole?.isLiteral = false }
    append(text[...], whole, at: 0)
  }

  /// Text by the rule; soft hyphens go with `joining`.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ origin: TextOrigin?, joining: Bool) {
    let lineEnd = origin?.lineEndCount ?? 1
    let count = text.count
    var index = 0
    var offset = 0
    while index < count {
      let start = index
      // Words with one space between them stand as they are.
      let words = WhiteSpace.words(in: text, from: start)
      index = words.end
      if gapAfterWord != .none, let space = text[start..<index].firstIndex(of: 0x20) {
        index = space
      }
      if index > start {
        flush(before: text[start..<index])
        if joining, words.mayHoldSoftHyphen {
          appendWithoutSoftHyphens(text[start..<index], origin, at: offset)
        } else {
          append(text[start..<index], origin, at: offset)
        }
        isAtStart = false
        joins = false
        offset += index - start
      }
      let spaceStart = index
      while index < count, text[index].isSpace {
        offset += text[index] == 0x0A ? lineEnd : 1
        index += 1
      }
      if index > spaceStart, !isAtStart, !joins, gap == .none {
        gap = gapAfterWord == .none ? .space : gapAfterWord
        gapAfterWord = .none
        hasLiteralSpace =
          gap == .space && index == spaceStart + 1 && text[spaceStart] == 0x20
      }
    }
  }

  private mutating func flush(before text: Slice<UnsafeBufferPointer<UInt8>>) {
    if !label.isEmpty {
      flushGap(withLabel: !Self.bringsLabel(text.prefix { $0 != 0x20 }))
    } else if gap != .none || indent > 0 && isEmpty {
      flushGap()
    }
  }

  /// Whether an item's first word is a number or bullet itself.
  private static func bringsLabel(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let core = word.drop { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    guard let last = core.last else { return false }
    let ends: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "]")]
    if ends.contains(last), core.count <= 6 {
      let inner = core.dropLast()
      let isNumber = inner.allSatisfy { (0x30...0x39).contains($0) }
      let isRoman = inner.allSatisfy { Array("ivxlcIVXLC".utf8).contains($0) }
      return !inner.isEmpty && (isNumber || isRoman || inner.count == 1)
    }
    let bullets: [[UInt8]] = [[0x2D], [0x2A], Array("•".utf8), Array("–".utf8), Array("—".utf8)]
    return bullets.contains(Array(word))
  }

  private mutating func flushGap(withLabel: Bool = true) {
    if !isEmpty {
      switch gap {
      case .none: break
      case .space: bytes.append(0x20)
      case .line: bytes.append(0x0A)
      case .blank: bytes += [0x0A, 0x0A]
      }
    }
    if isEmpty || gap.rawValue >= Gap.line.rawValue {
      bytes.append(contentsOf: repeatElement(0x20, count: indent))
    }
    gap = .none
    runsIn = false
    if withLabel { bytes += label }
    label = []
  }

  private mutating func append(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, _ origin: TextOrigin?, at offset: Int
  ) {
    let start = taken + bytes.count
    // Safe: a part of the text, which lives through the call.
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: part))
    guard let origin else { return }
    let source = origin.isLiteral ? origin.range.lowerBound + offset : origin.range.lowerBound
    let length = origin.isLiteral ? part.count : origin.range.count
    let space = hasLiteralSpace ? 1 : 0
    hasLiteralSpace = false
    if origin.isLiteral, let last = runs.last, last.start + last.count + space == start,
      last.sourceStart + last.sourceCount + space == source, last.count == last.sourceCount,
      last.element == origin.element, last.id == origin.id
    {
      runs[runs.count - 1].count += part.count + space
      runs[runs.count - 1].sourceCount += part.count + space
      return
    }
    runs.append(
      TextRun(
        start: start, count: part.count, element: origin.element, id: origin.id,
        sourceStart: source, position: origin.position(source), sourceCount: length))
  }

  private mutating func appendWithoutSoftHyphens(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, _ origin: TextOrigin?, at offset: Int
  ) {
    var start = part.startIndex
    var index = start
    while index + 1 < part.endIndex {
      if part[index] == 0xC2, part[index + 1] == 0xAD {
        append(part[start..<index], origin, at: offset + start - part.startIndex)
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    append(part[start..<part.endIndex], origin, at: offset + start - part.startIndex)
  }

  /// Adds what was laid out by itself, as lines that stay as they are.
  mutating func append(_ other: Fragment) {
    if other.bytes.isEmpty { return }
    flushGap()
    let start = taken + bytes.count
    bytes += other.bytes
    runs += other.runs.map {
      var run = $0
      run.start += start
      return run
    }
    isAtStart = false
  }

  /// Takes out what can't change any more, when there's enough of it.
  mutating func take(
    atLeast least: Int, wholeLines: Bool
  ) -> (bytes: [UInt8], runs: [TextRun])? {
    guard bytes.count > least else { return nil }
    if wholeLines {
      return bytes.lastIndex(of: 0x0A).flatMap { take($0 + 1) }
    }
    // The last bytes may be a hyphen that goes yet.
    return bytes.dropLast(4).lastIndex { $0 < 0x80 }.flatMap { $0 > 0 ? take($0) : nil }
  }

  /// Takes out all.
  mutating func takeAll() -> (bytes: [UInt8], runs: [TextRun]) { take(bytes.count) }

  private mutating func take(_ end: Int) -> (bytes: [UInt8], runs: [TextRun]) {
    let out: [UInt8]
    if end == bytes.count {
      out = bytes
      bytes = []
    } else {
      out = Array(bytes[..<end])
      bytes.removeFirst(end)
    }
    taken += end
    let gone = runs.prefix { $0.start + $0.count <= taken }
    let result = (out, Array(gone))
    runs.removeFirst(gone.count)
    return result
  }

  /// The same on one line.
  func onOneLine() -> Fragment {
    var line = self
    for index in line.bytes.indices where line.bytes[index] == 0x0A { line.bytes[index] = 0x20 }
    return line
  }
}
