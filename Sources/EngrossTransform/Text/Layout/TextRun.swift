import EngrossModel

/// A run of output text and where in the XML it came from.
public struct TextRun: Sendable, Hashable {
  /// Where it starts in the text, in bytes of UTF-8.
  public var start: Int
  /// Its length in the text, in bytes.
  public var count: Int
  /// The element that it stands in, as the document names it, and its `xml:id`.
  public var element: String
  public var id: String?
  /// Where it starts in the XML: the offset in bytes of UTF-8, line and column.
  public var sourceStart: Int
  public var position: Position
  /// Its length in the XML, in bytes, which references make longer.
  public var sourceCount: Int
}

/// Where a piece of text came from, as long as it's being laid out.
struct TextOrigin {
  let element: String
  let id: String?
  /// The range in the XML.
  let range: Range<Int>
  /// Whether the XML has the text as it is, but for line ends; else it has a reference.
  var isLiteral: Bool
  /// Bytes of a line's end in the XML: two where each was CR LF.
  let lineEndCount: Int
  let position: (Int) -> Position

  init(
    _ text: UnsafeBufferPointer<UInt8>, element: String, id: String?, range: Range<Int>,
    position: @escaping (Int) -> Position
  ) {
    self.element = element
    self.id = id
    self.range = range
    self.position = position
    let more = range.count - text.count
    let isLonger = more > 0 && text.count { $0 == 0x0A } == more
    lineEndCount = isLonger ? 2 : 1
    isLiteral = more == 0 || isLonger
  }
}
