/// A hash of 256 bits, which stands for the bytes that it was made of.
package struct Digest: Sendable, Hashable {
  private let words: SIMD8<UInt32>

  init(words: SIMD8<UInt32>) { self.words = words }

  /// Reads 64 hexadecimal digits in lower case; nil for anything else.
  package init?(_ text: [UInt8]) {
    guard text.count == 64 else { return nil }
    var words = SIMD8<UInt32>()
    for (index, digit) in text.enumerated() {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      words[index / 8] = words[index / 8] << 4 | UInt32(value)
    }
    self.words = words
  }

  /// The hash as 64 hexadecimal digits.
  package var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for index in 0..<64 {
        buffer[index] = digits[Int(words[index / 8] >> (28 - 4 * UInt32(index % 8)) & 15)]
      }
      return 64
    }
  }
}
