import CStart
import Glibc

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

extension Word {
  /// The words of the command line after the program's name.
  ///
  /// `CommandLine` reads them from /proc, which a bare chroot hasn't.
  static func commandLine() -> [Word] {
    var words: [Word] = []
    // Safe: the system's list ends with nil and lives as long as the process.
    var next = engross_words()
    while let word = next?.pointee {
      words.append(Word(Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))))
      next = next?.successor()
    }
    return Array(words.dropFirst())
  }
}
