import EngrossModel

/// The lines by which the source and the reading are linked: those of the source where the document
/// gives it back, else the blocks of the reading itself.
struct PageLines {
  private(set) var current = 0
  /// The source, a line an item of the page's list.
  private(set) var source = HTMLOutput()

  /// Where the lines of the source that aren't blank start, with their numbers; nil where the
  /// document has no source.
  private var starts: [(offset: Int, number: Int)]?
  private var next = 0
  private var offset = 0
  private var isNew = true
  private var isOpen = false
  private let original: OriginalText?
  private let isListed: Bool

  /// - Parameter source: the source's text; nil where it isn't known.
  /// - Parameter isListed: whether the source is shown.
  init(source text: [UInt8]?, original: OriginalText?, isListed: Bool) {
    self.original = original
    self.isListed = isListed
    guard let text else { return }
    var starts: [(offset: Int, number: Int)] = []
    var number = 0
    var start = 0
    // Safe: the pointer doesn't leave the closure.
    text.withUnsafeBufferPointer { text in
      while start < text.count {
        number += 1
        var end = start
        var content: Int?
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D {
          if content == nil, text[end] != 0x20, text[end] != 0x09 { content = end }
          end += 1
        }
        if let content { starts.append((content, number)) }
        if isListed {
          item(number, UnsafeBufferPointer(rebasing: text[start..<end]), isBlank: content == nil)
        }
        start = end
        if start < text.count {
          start += text[start] == 0x0D && start + 1 < text.count && text[start + 1] == 0x0A ? 2 : 1
        }
      }
    }
    self.starts = starts
  }

  private mutating func item(_ number: Int, _ text: UnsafeBufferPointer<UInt8>, isBlank: Bool) {
    source.markup("<li id=\"s")
    source.number(number)
    if isBlank {
      source.markup("\"></li>\n")
      return
    }
    source.markup("\"><a class=\"l\" href=\"#r")
    source.number(number)
    source.markup("\" aria-label=\"line ")
    source.number(number)
    source.markup("\">")
    source.number(number)
    source.markup("</a> ")
    source.text(text)
    source.markup("</li>\n")
  }

  /// The line on which an element starts that is opened here.
  var here: Int {
    guard let starts else { return isNew ? current + 1 : current }
    return next < starts.count && starts[next].offset <= offset ? starts[next].number : current
  }

  // MARK: The reading's way through the lines

  /// A block ends or starts here.
  mutating func endBlock() { isNew = true }

  /// Text that isn't shown.
  mutating func skip(_ count: Int) { offset += count }

  /// An element that isn't shown: its text in the source is passed over.
  mutating func pass(over node: Int, to end: Int, in document: Document) {
    if let original { offset = max(offset, original[node].upperBound) }
  }

  /// Writes text of the reading, with the numbers of the lines that start in it.
  mutating func write(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout HTMLOutput, numbered: Bool
  ) {
    guard let starts else { return writeBlock(text, to: &output, numbered: numbered) }
    var done = 0
    while next < starts.count, starts[next].offset < offset + text.count {
      let place = max(0, starts[next].offset - offset)
      output.text(UnsafeBufferPointer(rebasing: text[done..<place]))
      done = place
      begin(starts[next].number, in: &output, numbered: numbered)
      next += 1
    }
    output.text(UnsafeBufferPointer(rebasing: text[done...]))
    offset += text.count
  }

  private mutating func writeBlock(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout HTMLOutput, numbered: Bool
  ) {
    if isNew, !text.allSatisfy(\.isSpace) {
      isNew = false
      if isListed, isOpen { source.markup("</li>\n") }
      isOpen = true
      begin(current + 1, in: &output, numbered: numbered)
      if isListed {
        source.markup("<li id=\"s")
        source.number(current)
        source.markup("\"><a class=\"l\" href=\"#r")
        source.number(current)
        source.markup("\" aria-label=\"line ")
        source.number(current)
        source.markup("\">")
        source.number(current)
        source.markup("</a> ")
      }
    }
    let start = output.bytes.count
    output.text(text)
    if isListed, isOpen { source.markup(output.bytes[start...]) }
  }

  private mutating func begin(_ number: Int, in output: inout HTMLOutput, numbered: Bool) {
    current = number
    guard numbered else { return }
    output.markup("<a class=\"l\" id=\"r")
    output.number(number)
    output.markup("\" href=\"#s")
    output.number(number)
    output.markup("\" aria-label=\"line ")
    output.number(number)
    output.markup("\">")
    output.number(number)
    output.markup("</a>")
  }

  /// The source is complete.
  mutating func end() {
    if isListed, isOpen { source.markup("</li>\n") }
    isOpen = false
  }
}
