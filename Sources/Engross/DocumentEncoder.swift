import EngrossEncode
@_exported import EngrossModel
import EngrossXML

/// Encodes plain text as TEI P5, and proves each result before it hands it out.
///
/// Encoding only adds markup: the text of the result gives the input back byte for byte. The same
/// bytes and settings give the same result, on any machine. One encoder may be used from many
/// tasks at once.
public struct DocumentEncoder: Sendable {
  /// What the text itself can't say.
  public var metadata: Metadata
  /// The encoding of the bytes; nil to detect it.
  public var encoding: SourceEncoding?
  /// The day of processing as an ISO 8601 date (`2026-11-24`); nil to state none.
  public var date: String?

  /// The id of the documents' genre, one of ``genres``; nil to tell it from each text.
  public var genre: String?

  private let textEncoding = TextEncoding()
  private let check: SelfCheck

  /// Makes an encoder; all of it is optional.
  public init(
    metadata: Metadata = Metadata(), encoding: SourceEncoding? = nil, date: String? = nil,
    genre: String? = nil
  ) {
    self.metadata = metadata
    self.encoding = encoding
    self.date = date
    self.genre = genre
    check = SelfCheck()
  }

  /// The ids of the genres that are known, such as `treaty`.
  public var genres: [String] { textEncoding.genres }

  /// What would be marked in a text, in its order.
  ///
  /// - Throws: `EncodeError.undecodable` when no rule decodes the bytes, `.tooLarge` over two
  ///   gibibytes.
  public func inferences(in bytes: [UInt8]) throws(EncodeError) -> [Inference] {
    guard bytes.count <= 1 << 31 else { throw .tooLarge }
    let text: TokenisedText
    do {
      let encoding = if let encoding { encoding } else { try SourceEncoding.detect(bytes) }
      text = TokenisedText(try encoding.decode(bytes))
    } catch {
      throw .undecodable(offset: error.offset, message: error.message)
    }
    let annotations = textEncoding.annotations(of: text, genre: genre)
    return Inference.list(textEncoding.resolved(annotations), in: text)
  }

  /// Turns the bytes of a text into the bytes of a TEI document.
  ///
  /// - Throws: `EncodeError.undecodable` when no rule decodes the bytes, `.tooLarge` over two
  ///   gibibytes, and `.selfCheck` when the result isn't valid or doesn't give the text back, which
  ///   is a defect of Engross.
  public func encode(_ bytes: [UInt8]) throws(EncodeError) -> EncodedDocument {
    guard bytes.count <= 1 << 31 else { throw .tooLarge }
    let document: Document
    do {
      document = try textEncoding.document(
        for: bytes, encoding: encoding, metadata: metadata, date: date, genre: genre)
    } catch {
      throw .undecodable(offset: error.offset, message: error.message)
    }
    let encoded = EncodedDocument(bytes: XMLWriter().xml(document), document: document)
    try check.verify(encoded.bytes, against: bytes)
    return encoded
  }
}

/// A TEI document made from a text.
public struct EncodedDocument: Sendable {
  /// The document as UTF-8 XML.
  public let bytes: [UInt8]
  /// The same as a tree.
  public let document: Document
}

/// Why a text can't be encoded.
public enum EncodeError: Error, Sendable, Hashable {
  /// The bytes at an offset (from 0) can be decoded by no rule.
  case undecodable(offset: Int, message: String)
  /// The text is larger than two gibibytes.
  case tooLarge
  /// The result didn't pass its own check: a defect of Engross.
  case selfCheck(message: String)
}
