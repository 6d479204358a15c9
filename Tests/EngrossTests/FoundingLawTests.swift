import Engross
import Foundation
import Testing

/// Nothing is lost, nothing is invented; every output is valid; the same input gives the same bytes.
struct FoundingLawTests {
  private let encoder = DocumentEncoder()

  @Test("10,000 generated texts come back byte for byte, and no text crashes", arguments: 0..<10)
  func generated(seed: Int) throws {
    var texts = GeneratedTexts(seed: UInt64(seed))
    var encoded = 0
    for _ in 0..<1_100 {
      let bytes = texts.text()
      do {
        // Encoding checks itself: the result is validated and read back.
        let document = try encoder.encode(bytes)
        #expect(try TextReader().text(of: document.bytes) == bytes)
        encoded += 1
      } catch EncodeError.undecodable(let offset, _) {
        #expect(offset < bytes.count)
      }
    }
    #expect(encoded >= 1_000)
  }

  @Test(
    "Edge cases come back byte for byte",
    arguments: [
      "", "word", "\n", "\n\n\n", " \t ", "no final newline", "a\r\nb\r\n", "a\rb\r", "\u{FEFF}a\n",
      "<a>&amp;</a>", "]]>", "\0\0", "שלום\nעולם", "\u{FFFE}", "a\u{C}b", "A\n\nB\n\nC",
    ])
  func edges(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try TextReader().text(of: encoder.encode(bytes).bytes) == bytes)
  }

  @Test("One line of 50 MB comes back byte for byte")
  func longLine() throws {
    let sentence = Array("We met on May 06, 1997 in the usual form, and the rest is known. ".utf8)
    var bytes: [UInt8] = []
    while bytes.count < 50_000_000 { bytes += sentence }
    #expect(try TextReader().text(of: encoder.encode(bytes).bytes) == bytes)
  }

  @Test("Every text of the corpora comes back byte for byte", .enabled(if: Shared.isThere))
  func corpora() throws {
    let texts = try Shared.files("corpora", ending: ".txt")
    #expect(texts.count == 441)
    for file in texts {
      let bytes = [UInt8](try Foundation.Data(contentsOf: file))
      let document = try encoder.encode(bytes)
      #expect(try TextReader().text(of: document.bytes) == bytes, "\(file.lastPathComponent)")
    }
  }

  @Test("Two encoders, and many tasks at once, give the same bytes")
  func determinism() async throws {
    var texts = GeneratedTexts(seed: 99)
    let inputs = (0..<50).map { _ in texts.text() }
    let first = inputs.map { try? DocumentEncoder().encode($0).bytes }
    let encoder = self.encoder
    let second = await withTaskGroup(of: (Int, [UInt8]?).self) { group in
      for (index, input) in inputs.enumerated() {
        group.addTask { (index, try? encoder.encode(input).bytes) }
      }
      var results = [[UInt8]?](repeating: nil, count: inputs.count)
      for await (index, result) in group { results[index] = result }
      return results
    }
    #expect(first == second)
  }
}
