@_exported import EngrossModel
import EngrossTransform
import EngrossXML

/// Which of two readings in a `choice` counts: as in the source, or as corrected.
public typealias Reading = EngrossTransform.Reading

/// Gives the text of a TEI document back.
public struct TextReader: Sendable {
  /// The bytes to give.
  public enum Output: String, Sendable, CaseIterable {
    /// In the encoding that the header states; UTF-8 where it states none.
    case source
    /// In UTF-8.
    case utf8 = "utf-8"
  }

  /// Which reading.
  public var reading: Reading
  /// Which bytes.
  public var output: Output

  /// Makes a reader.
  public init(reading: Reading = .original, output: Output = .source) {
    self.reading = reading
    self.output = output
  }

  /// The text of a TEI document, given as the bytes of its XML.
  ///
  /// - Throws: `TextError.unreadable` for what isn't well-formed XML with a TEI `text`, and
  ///   `.unencodable` when the reading has a character that the source's encoding lacks.
  public func text(of bytes: [UInt8]) throws(TextError) -> [UInt8] {
    let document: Document
    do {
      document = try XMLReader().parse(bytes)
    } catch {
      throw .unreadable(error.diagnostic)
    }
    return try text(of: document)
  }

  /// The text of a TEI document, given as a tree.
  ///
  /// - Throws: as `text(of:)` for bytes does.
  public func text(of document: Document) throws(TextError) -> [UInt8] {
    guard let text = PlainText(document, reading: reading).bytes() else {
      throw .unreadable(
        Diagnostic(
          id: "text.not-tei", message: "this document has no TEI \"text\" element",
          position: Position(line: 1, column: 1)))
    }
    guard output == .source, let encoding = document.statedEncoding else { return text }
    do {
      return try encoding.encode(text)
    } catch {
      throw .unencodable(character: error.codePoint, encoding: encoding.rawValue)
    }
  }
}

/// Why a document gives no text.
public enum TextError: Error, Sendable, Hashable {
  /// It isn't well-formed XML, or not TEI.
  case unreadable(Diagnostic)
  /// A character of the reading doesn't exist in the source's encoding.
  case unencodable(character: String, encoding: String)
}
