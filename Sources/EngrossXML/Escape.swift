/// Writes characters that XML would read otherwise as references (XML 1.0, sections 2.4, 2.11, 3.3.3).
struct Escape: Sendable {
  /// In text: markup's own characters, and CR, which a parser would turn into LF.
  static let text = Escape([(0x26, "&amp;"), (0x3C, "&lt;"), (0x3E, "&gt;"), (0x0D, "&#13;")])
  /// In an attribute's value: quotation marks too, and white space that a parser would turn into
  /// a space.
  static let attribute = Escape([
    (0x26, "&amp;"), (0x3C, "&lt;"), (0x3E, "&gt;"), (0x0D, "&#13;"), (0x22, "&quot;"),
    (0x09, "&#9;"), (0x0A, "&#10;"),
  ])

  /// For each byte 0, or the number of its reference plus one.
  private let classes: [UInt8]
  private let references: [[UInt8]]

  private init(_ pairs: [(UInt8, String)]) {
    var classes = [UInt8](repeating: 0, count: 256)
    for (index, pair) in pairs.enumerated() { classes[Int(pair.0)] = UInt8(index + 1) }
    self.classes = classes
    references = pairs.map { Array($0.1.utf8) }
  }

  /// Appends bytes, whole runs at a time.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteSink) {
    classes.withUnsafeBufferPointer { classes in
      var start = 0
      var index = 0
      while index < bytes.count {
        // Safe: a byte is below the table's 256.
        let found = classes[Int(bytes[index])]
        if found != 0 {
          output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
          references[Int(found) - 1].withUnsafeBufferPointer { output.append($0) }
          start = index + 1
        }
        index += 1
      }
      output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}
