/// One word of the command line, as the bytes that the system gave.
///
/// A file name needn't be UTF-8, and what isn't must still be found on the disk.
struct Word: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The bytes without their final NUL.
  let bytes: [UInt8]

  /// Makes a word of bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Makes a word of text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// Makes a word of a literal.
  init(stringLiteral text: String) { self.init(text) }

  /// The word as text; what isn't UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The word for a message: control characters, which could steer a terminal, are spelt out.
  var shown: String {
    if bytes.isEmpty { return "\"\"" }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control {
        result += scalar.escaped(asASCII: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension CommandLine {
  /// The words after the program's name.
  static func words() -> [Word] {
    var words: [Word] = []
    for index in 0..<Int(argc) where index > 0 {
      guard let word = unsafeArgv[index] else { break }
      words.append(Word(Array(UnsafeRawBufferPointer(start: word, count: length(word)))))
    }
    return words
  }

  private static func length(_ word: UnsafePointer<CChar>) -> Int {
    var length = 0
    while word[length] != 0 { length += 1 }
    return length
  }
}
