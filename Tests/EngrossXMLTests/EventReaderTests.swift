import EngrossModel
import EngrossXML
import Foundation
import Testing

/// Reading as events is reading as a tree.
@Suite struct EventReaderTests {
  private static let documents: [String] = [
    "<a/>", "<a b='c' xml:id='d'>e<f/>g</a>", "<?p q?><a><!-- b -->c</a><!-- d -->",
    "<x:a xmlns:x='y' x:b=\"c &lt; d\"><b xmlns='z'/>&amp;</x:a>",
    "<!DOCTYPE a [<!ENTITY e 'f<g/>h'>]>\n<a>&e;&e;</a>", "\u{FEFF}<a>é\r\nü<b/>\r<c/></a>",
    "<a><![CDATA[<b>]]></a>",
  ]

  @Test(arguments: documents) func hearsTheTree(_ text: String) throws {
    try Self.compare(Array(text.utf8))
  }

  @Test func hearsTheTreeOfLargeDocuments() throws {
    // Tags and texts lie across the pieces that a stream comes in.
    for pad in 0..<40 {
      var text = "<a>" + String(repeating: "é", count: pad)
      for number in 0..<3000 {
        text += "<b n='\(number)' type=\"\(String(repeating: "t", count: number % 90))\">\nü</b>"
      }
      try Self.compare(Array((text + "</a>").utf8))
    }
  }

  @Test(.enabled(if: TEIDocuments.areThere, "../shared/tei-docs is absent"))
  func hearsTheTreeOfRealDocuments() throws {
    for file in TEIDocuments.all {
      let bytes = try [UInt8](Data(contentsOf: file))
      // Larger ones only repeat themselves.
      if bytes.count < 100_000 { try Self.compare(bytes) }
    }
  }

  @Test func readsOtherEncodings() throws {
    let text =
      "<?xml version='1.0' encoding='UTF-16'?><a>\(String(repeating: "é", count: 70_000))</a>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try Self.compare(bytes)
  }

  @Test(arguments: HostileXML.all) func tellsTheSameFault(_ hostile: HostileXML) throws {
    let bytes = hostile.bytes()
    #expect(Self.faultOfEvents(bytes) == Self.faultOfTree(bytes))
    #expect(Self.faultOfPieces(bytes) == Self.faultOfTree(bytes))
  }

  @Test func keepsNoReceiver() throws {
    for stream in [MemoryStream(Array("<a/>".utf8)), PieceStream(Array("<a/>".utf8))]
      as [any ByteStream]
    {
      weak var gone: Listener?
      do {
        let listener = Listener()
        gone = listener
        try EventReader().read(stream, to: listener)
      }
      #expect(gone == nil)
    }
  }

  @Test func passesOnWhatTheStreamThrows() throws {
    #expect(throws: BrokenStream.Failure.self) {
      try EventReader().read(BrokenStream(), to: Listener())
    }
  }

  private static func faultOfTree(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try XMLReader().parse(bytes)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private static func faultOfEvents(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      try EventReader().read(bytes, to: Listener())
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private static func faultOfPieces(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      try EventReader().read(PieceStream(bytes), to: Listener())
      return nil
    } catch {
      return (error as? XMLFault)?.diagnostic
    }
  }

  private static func compare(_ bytes: [UInt8]) throws {
    let told = Listener()
    guard let source = try? XMLSource(bytes), let tree = try? XMLReader().parse(source) else {
      #expect(faultOfEvents(bytes) == faultOfTree(bytes))
      return
    }
    tree.tell(told)
    let map = SourceMap(source.utf8)
    for stream in [MemoryStream(bytes), PieceStream(bytes)] as [any ByteStream] {
      let heard = Listener()
      try EventReader().read(stream, to: heard)
      #expect(heard.lines.count == told.lines.count)
      let difference = zip(heard.lines, told.lines).first { $0 != $1 }
      #expect(difference == nil)
      let wrong = heard.positions.first { $0.position != map.position(at: $0.offset) }
      #expect(wrong == nil)
    }
  }
}

/// Bytes that come piece by piece, as a file's do.
private final class PieceStream: ByteStream {
  private let memory: MemoryStream

  init(_ bytes: [UInt8]) { memory = MemoryStream(bytes) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { memory.read(into: buffer) }
}

/// A stream that fails in the middle.
private final class BrokenStream: ByteStream {
  struct Failure: Error {}
  private var reads = 0

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    reads += 1
    if reads > 5 { throw Failure() }
    buffer.copyBytes(from: repeatElement(UInt8(ascii: "\n"), count: 4096))
    return 4096
  }
}

/// Writes down what it hears.
private final class Listener: EventReceiver {
  private(set) var lines: [String] = []
  private(set) var positions: [(offset: Int, position: Position)] = []
  private var names: [Int: Name] = [:]
  private var places: (any EventPlaces)?
  private var text: [UInt8] = []

  func start(_ places: any EventPlaces) { self.places = places }

  func name(_ number: Int, is name: Name) { names[number] = name }

  func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    endText()
    if let places {
      positions.append((offset, places.position(at: offset)))
      if places.startTag.first != UInt8(ascii: "<") { lines.append("no start tag") }
    }
    var line = "<\(names[name]!) \(offset)"
    for index in 0..<attributes.count {
      line += " \(names[attributes.name(index)]!)=\(attributes.value(index))"
    }
    lines.append(line)
  }

  func text(_ bytes: Span<UInt8>, at offset: Int) {
    for index in bytes.indices { text.append(bytes[index]) }
  }

  func close(at offset: Int) {
    endText()
    lines.append(">")
  }

  func comment(_ bytes: Span<UInt8>, at offset: Int) {
    endText()
    lines.append("<!-- \(offset) \(bytes.count)")
  }

  func instruction(_ target: String, _ bytes: Span<UInt8>, at offset: Int) {
    endText()
    lines.append("<? \(target) \(offset) \(bytes.count)")
  }

  private func endText() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }
}

/// Real documents, beside the project.
private enum TEIDocuments {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/tei-docs").standardizedFileURL
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
  static var all: [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(".xml") }
  }
}
