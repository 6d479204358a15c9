import Engross
import EngrossTransform
import EngrossXML
import Foundation
import Testing

/// What holds for the text of any TEI document.
@Suite struct TextLawsTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardizedFileURL
  private static var isThere: Bool { FileManager.default.fileExists(atPath: shared.path) }

  /// Real TEI documents of many projects that are well-formed, with a text.
  private static let documents: [(name: String, bytes: [UInt8], tree: Document)] = {
    let all = FileManager.default.enumerator(
      at: shared.appending(path: "tei-docs"), includingPropertiesForKeys: nil)
    let files = (all?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(".xml") }
    return files.sorted { $0.path < $1.path }.compactMap { file in
      guard let data = try? Data(contentsOf: file), data.count < 400_000,
        let tree = try? XMLReader().parse([UInt8](data)), tree.root?.all("text").isEmpty == false
      else { return nil }
      return (file.lastPathComponent, [UInt8](data), tree)
    }
  }()

  @Test("No word is lost, joined or divided", .enabled(if: isThere, "../shared is absent"))
  func words() throws {
    #expect(Self.documents.count > 200)
    for document in Self.documents {
      let text = try TextReader(.diplomatic, output: .utf8).text(of: document.bytes)
      let words = WordCount.words(String(decoding: text, as: UTF8.self))
      let expected = WordCount(document.tree).words
      let first = zip(words, expected).enumerated().first { $1.0 != $1.1 }
      #expect(first == nil && words.count == expected.count, "\(document.name)")
    }
  }

  @Test("A tree gives the text that its file gives", .enabled(if: isThere, "../shared is absent"))
  func treeAndStream() throws {
    for document in Self.documents where document.bytes.count < 100_000 {
      let reader = TextReader(.reading, output: .utf8)
      let ofTree = try reader.text(of: document.tree)
      let ofStream = try reader.text(of: document.bytes)
      #expect(ofTree == ofStream, "\(document.name)")
    }
  }

  @Test("Each run of text stands in the XML", .enabled(if: isThere, "../shared is absent"))
  func runs() throws {
    var count = 0
    for document in Self.documents where document.bytes.count < 200_000 {
      for preset in [Preset.reading, .diplomatic, .original] {
        for width in [nil, 60] {
          var policy = TextPolicy(preset)
          policy.width = width
          let writer = RunCollector()
          try TextReader(policy: policy, output: .utf8).read(
            Pieces(document.bytes), mapsRuns: true, to: writer)
          let source = try XMLSource(document.bytes).utf8
          let map = SourceMap(source)
          for run in writer.runs {
            let text = writer.bytes[run.start..<run.start + run.count]
            let xml = source[run.sourceStart..<run.sourceStart + run.sourceCount]
            let isReference = xml.first == UInt8(ascii: "&")
            if !isReference, Array(text) != xml.filter({ $0 != 0x0D }) || xml.isEmpty {
              Issue.record("\(document.name) \(preset): \(run)")
              return
            }
            if map.position(at: run.sourceStart) != run.position {
              Issue.record("\(document.name) \(preset): \(run) isn't at its position")
              return
            }
            count += 1
          }
        }
      }
    }
    #expect(count > 100_000)
  }

  @Test("Records hold all the text", .enabled(if: isThere, "../shared is absent"))
  func records() throws {
    for document in Self.documents where document.bytes.count < 100_000 {
      let all = try TextReader(.diplomatic, output: .utf8).text(of: document.bytes)
      let words = WordCount.words(String(decoding: all, as: UTF8.self))
      for unit in TextUnit.allCases {
        let writer = RunCollector()
        try TextReader(.diplomatic).read(Pieces(document.bytes), unit: unit, to: writer)
        let texts = writer.records.map { String(decoding: $0.text, as: UTF8.self) }
        #expect(
          WordCount.words(texts.joined(separator: "\n")) == words, "\(document.name) \(unit)")
      }
    }
  }
}

/// Keeps all that is written.
private final class RunCollector: TextWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var runs: [TextRun] = []
  private(set) var records: [TextRecord] = []

  func write(_ text: [UInt8]) { bytes += text }
  func write(_ more: [TextRun]) { runs += more }
  func write(_ record: TextRecord) { records.append(record) }
}

/// Bytes that come in pieces of odd sizes.
private final class Pieces: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - offset, 1 + offset % 8191)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}
