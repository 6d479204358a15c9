@_exported import EngrossModel
@_exported import EngrossTransform
import EngrossXML

/// Gives the text of TEI documents, by a policy.
public struct TextReader: Sendable {
  /// The bytes to give.
  public enum Output: String, Sendable, CaseIterable {
    /// In the encoding that the header states; UTF-8 where it states none.
    case source
    /// In UTF-8.
    case utf8 = "utf-8"
  }

  /// The policy; nil for the source's own bytes of what Engross encoded, and `reading` of all else.
  public var policy: TextPolicy?
  /// Which bytes; nil for the source's encoding where its own white space is kept, else UTF-8.
  public var output: Output?

  /// Makes a reader with a policy.
  public init(policy: TextPolicy? = nil, output: Output? = nil) {
    self.policy = policy
    self.output = output
  }

  /// Makes a reader with the policy of a preset.
  public init(_ preset: Preset, output: Output? = nil) {
    self.init(policy: TextPolicy(preset), output: output)
  }

  /// The text of a TEI document, given as the bytes of its XML.
  ///
  /// - Throws: `TextError.unreadable` for what isn't well-formed XML with a TEI `text`, and
  ///   `.unencodable` when the text has a character that the source's encoding lacks.
  public func text(of bytes: [UInt8]) throws(TextError) -> [UInt8] {
    try collect { transformation throws(XMLFault) in
      try EventReader().read(bytes, to: transformation)
    }
  }

  /// The text of a TEI document, given as a tree.
  ///
  /// - Throws: as `text(of:)` for bytes does.
  public func text(of document: Document) throws(TextError) -> [UInt8] {
    try collect { document.tell($0) }
  }

  /// Writes the text of a document that comes piece by piece.
  ///
  /// - Parameters:
  ///   - unit: what one record holds; nil for the text alone.
  ///   - mapsRuns: whether `writer` is told where each run of text came from.
  /// - Throws: `TextError`; what the stream throws; and what the writer throws.
  package func read(
    _ stream: any ByteStream, unit: TextUnit? = nil, mapsRuns: Bool = false,
    to writer: any TextWriter
  ) throws {
    let writing = TextWriting(output: output, keepsSource: keepsSource, to: writer)
    let transformation = TextTransformation(choice, unit: unit, mapsRuns: mapsRuns, to: writing)
    do {
      try EventReader().read(stream, to: transformation)
      try transformation.end()
    } catch let fault as XMLFault {
      throw TextError.unreadable(fault.diagnostic)
    }
    if !transformation.hasText { throw Self.noText }
  }

  private var choice: TextTransformation.Policy { policy.map { .always($0) } ?? .byDocument }

  private func keepsSource(_ header: HeaderFields) -> Bool {
    policy.map { $0[.whitespace] == .preserve } ?? header.applications.contains("engross")
  }

  private func collect(
    _ tell: (TextTransformation) throws(XMLFault) -> Void
  ) throws(TextError) -> [UInt8] {
    let collector = TextCollector()
    let writing = TextWriting(output: output, keepsSource: keepsSource, to: collector)
    let transformation = TextTransformation(choice, to: writing)
    do {
      try tell(transformation)
    } catch {
      throw .unreadable(error.diagnostic)
    }
    do {
      try transformation.end()
    } catch let error as TextError {
      throw error
    } catch {
      preconditionFailure("a collector takes all")
    }
    if !transformation.hasText { throw Self.noText }
    return collector.bytes
  }

  private static var noText: TextError {
    .unreadable(
      Diagnostic(
        id: "text.not-tei", message: "this document has no TEI \"text\" element",
        position: Position(line: 1, column: 1)))
  }
}

/// Keeps all text.
private final class TextCollector: TextWriter {
  private(set) var bytes: [UInt8] = []

  func write(_ text: [UInt8]) { bytes += text }
}

/// Why a document gives no text.
public enum TextError: Error, Sendable, Hashable {
  /// It isn't well-formed XML, or not TEI.
  case unreadable(Diagnostic)
  /// A character of the text doesn't exist in the source's encoding.
  case unencodable(character: String, encoding: String)
}
