import Testing

@testable import EngrossTransform

/// What is found eight bytes at a time is what one byte after another would find.
@Suite struct EightBytesTests {
  private static let bytes = (0...255).map { UInt8($0) }

  @Test(arguments: bytes) func findsAByteWhereverItStands(_ byte: UInt8) {
    for place in 0..<8 {
      // The byte before and after is the one that a borrow would give away.
      for other in [0x41, byte ^ 0x01, byte ^ 0x80, byte &+ 1] as [UInt8] where other != byte {
        var text = [UInt8](repeating: other, count: 8)
        #expect(!text.withUnsafeBufferPointer { EightBytes($0, at: 0).has(byte) })
        text[place] = byte
        text.withUnsafeBufferPointer {
          let word = EightBytes($0, at: 0)
          #expect(word.has(byte))
          #expect(word.places(of: byte) == 0x80 << UInt64(8 * place))
          #expect(word.has(below: 0x20) == (byte < 0x20 || other < 0x20))
          #expect(word.masked(0xFE).has(byte & 0xFE))
        }
      }
    }
  }

  @Test(arguments: bytes) func escapesAByteWhereverItStands(_ byte: UInt8) {
    for place in 0..<20 {
      var text = [UInt8](repeating: 0x61, count: 20)
      text[place] = byte
      var output = HTMLOutput()
      text.withUnsafeBufferPointer { output.text($0) }
      let escaped: String? =
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        case 0: "\u{FFFD}"
        default: nil
        }
      text.replaceSubrange(place...place, with: escaped.map { Array($0.utf8) } ?? [byte])
      #expect(output.bytes == text)
    }
  }

  @Test func findsWhereWordsEnd() {
    let gaps = [" ", "  ", "\n", " \n", "\t", "\r\n ", "é", "\u{AD}"]
    for before in 1..<20 {
      for after in 0..<20 {
        for gap in gaps {
          let text = Array(
            (String(repeating: "b", count: before) + gap + String(repeating: "c", count: after))
              .utf8)
          let found = text.withUnsafeBufferPointer { WhiteSpace.words(in: $0, from: 0) }
          let goesOn = gap == "é" || gap == "\u{AD}" || gap == " " && after > 0
          #expect(found.end == (goesOn ? text.count : before))
          if goesOn { #expect(found.mayHoldSoftHyphen == (gap == "\u{AD}")) }
        }
      }
    }
  }

  @Test func collapsesAllThatUnicodeCallsWhiteSpace() {
    for value in (0...0x3100).compactMap({ Unicode.Scalar(UInt32($0)) }) {
      let text = Array("\(value)a\(value)\(value)b\(value)".utf8)
      let words = String(decoding: WhiteSpace.collapsed(text), as: UTF8.self)
      #expect((words == "a b") == value.properties.isWhitespace)
    }
    #expect(WhiteSpace.collapsed(Array("é  üb".utf8), atMost: 4) == Array("é ü".utf8))
  }
}
