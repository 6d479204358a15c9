import Testing

@testable import EngrossModel

struct SourceMapTests {
  @Test("Lines end at LF, CR LF and lone CR; columns count code points")
  func positions() {
    let map = SourceMap(Array("aé𝄞b\r\nc\rd\n\ne".utf8))
    #expect(map.position(at: 0) == Position(line: 1, column: 1))
    #expect(map.position(at: 7) == Position(line: 1, column: 4))
    #expect(map.position(at: 10) == Position(line: 2, column: 1))
    #expect(map.position(at: 12) == Position(line: 3, column: 1))
    #expect(map.position(at: 15) == Position(line: 5, column: 1))
    #expect(map.position(at: 99) == Position(line: 5, column: 2))
  }

  @Test("A byte-order mark takes no column")
  func byteOrderMark() {
    #expect(SourceMap(Array("\u{FEFF}ab".utf8)).position(at: 4) == Position(line: 1, column: 2))
  }
}
