@_exported import EngrossModel

/// Encodes plain text as TEI P5, and proves each result before it hands it out.
public struct DocumentEncoder: Sendable {
  /// What the text itself can't say.
  public var metadata: Metadata
  /// The encoding of the bytes; nil to detect it.
  public var encoding: SourceEncoding?
  /// The day of processing as an ISO 8601 date (`2026-11-24`); nil to state none.
  public var date: String?

  /// Makes an encoder; metadata, encoding and date are all optional.
  public init(
    metadata: Metadata = Metadata(), encoding: SourceEncoding? = nil, date: String? = nil
  ) {
    self.metadata = metadata
    self.encoding = encoding
    self.date = date
  }

  /// Turns the bytes of a text into the bytes of a TEI document.
  public func encode(_ bytes: [UInt8]) throws(EncodeError) -> EncodedDocument {
    fatalError("not yet")
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
  /// The result didn't pass its own check: a defect of Engross.
  case selfCheck(message: String)
}
