import Testing

@testable import EngrossModel

struct SourceEncodingTests {
  @Test("Each encoding gives back the bytes that it decoded", arguments: SourceEncoding.allCases)
  func roundTrip(encoding: SourceEncoding) throws {
    let bytes = sample(encoding)
    #expect(try encoding.encode(encoding.decode(bytes)) == bytes)
  }

  private func sample(_ encoding: SourceEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array("\u{FEFF}Né “Zürich” 𝄞\0".utf8) + [0xED, 0xA0, 0x80]
    case .utf16LittleEndian: [0xFF, 0xFE, 0x41, 0, 0x34, 0xD8, 0x1E, 0xDD, 0, 0xD8, 0, 0]
    case .utf16BigEndian: [0xFE, 0xFF, 0, 0x41, 0xD8, 0x34, 0xDD, 0x1E, 0xDC, 0, 0, 0]
    case .windows1252: (0...255).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
    case .latin1: Array(0...255)
    }
  }

  @Test("The bytes tell the encoding")
  func detection() throws {
    #expect(try SourceEncoding.detect([]) == .utf8)
    #expect(try SourceEncoding.detect(Array("Né".utf8)) == .utf8)
    #expect(try SourceEncoding.detect([0x4E, 0xE9]) == .latin1)
    #expect(try SourceEncoding.detect([0x93, 0x4E, 0xE9, 0x94]) == .windows1252)
    #expect(try SourceEncoding.detect([0x93, 0x81]) == .latin1)
    #expect(try SourceEncoding.detect([0xFF, 0xFE, 0x41, 0]) == .utf16LittleEndian)
    #expect(try SourceEncoding.detect([0xFE, 0xFF, 0, 0x41]) == .utf16BigEndian)
    #expect(try SourceEncoding.detect([0xED, 0xA0, 0x80]) == .utf8)
  }

  @Test("Bytes that no rule decodes are named by their offset")
  func errors() {
    #expect(offset { try SourceEncoding.utf8.decode([0x41, 0xFF]) } == 1)
    #expect(offset { try SourceEncoding.windows1252.decode([0x41, 0x42, 0x81]) } == 2)
    #expect(offset { try SourceEncoding.utf16LittleEndian.decode([0xFF, 0xFE, 0x41]) } == 2)
    #expect(offset { try SourceEncoding.utf8.decode([0xC0, 0x80]) } == 0)
    #expect(
      offset {
        _ = try SourceEncoding.detect(Array("é à ü".utf8) + [0xE9])
        return []
      } == 8)
  }

  private func offset(_ body: () throws -> [UInt8]) -> Int? {
    do { _ = try body() } catch { return (error as? EngrossModel.DecodingError)?.offset }
    return nil
  }

  @Test("A character that an encoding lacks is named")
  func unencodable() {
    #expect(throws: UnencodableCharacter.self) { try SourceEncoding.latin1.encode(Array("Ł".utf8)) }
    #expect(throws: UnencodableCharacter.self) {
      try SourceEncoding.windows1252.encode(Array("Ł".utf8))
    }
  }
}
