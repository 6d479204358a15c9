import EngrossModel
import EngrossTransform

/// Takes the text of a document as it comes to be.
package protocol TextWriter: AnyObject {
  /// Takes the next bytes.
  func write(_ bytes: [UInt8]) throws
  /// Takes the next record.
  func write(_ record: TextRecord) throws
  /// Takes where the next runs of text came from.
  func write(_ runs: [TextRun]) throws
}

extension TextWriter {
  /// Wants no records.
  package func write(_ record: TextRecord) throws {}
  /// Wants no runs.
  package func write(_ runs: [TextRun]) throws {}
}

/// Brings text into the encoding that is wanted, on its way to a writer.
final class TextWriting: TextSink {
  private let output: TextReader.Output?
  private let keepsSource: (HeaderFields) -> Bool
  private let writer: any TextWriter
  private var encoding: SourceEncoding?

  init(
    output: TextReader.Output?, keepsSource: @escaping (HeaderFields) -> Bool,
    to writer: any TextWriter
  ) {
    self.output = output
    self.keepsSource = keepsSource
    self.writer = writer
  }

  func begin(_ header: HeaderFields) {
    let isSource = output == .source || output == nil && keepsSource(header)
    encoding = isSource ? header.sourceEncoding.flatMap { SourceEncoding(rawValue: $0) } : nil
  }

  func write(_ bytes: [UInt8], _ runs: [TextRun]) throws {
    if !runs.isEmpty { try writer.write(runs) }
    if bytes.isEmpty { return }
    guard let encoding else { return try writer.write(bytes) }
    let encoded: [UInt8]
    do {
      encoded = try encoding.encode(bytes)
    } catch {
      throw TextError.unencodable(character: error.codePoint, encoding: encoding.rawValue)
    }
    try writer.write(encoded)
  }

  func write(_ record: TextRecord) throws { try writer.write(record) }
}
