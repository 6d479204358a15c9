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

  /// Whether each result is validated and read back before it's handed out.
  public var isSelfChecked = true

  private let textEncoding: TextEncoding
  private let check: SelfCheck

  /// Makes an encoder; all of it is optional. The names are looked for beside those that Engross knows.
  public init(
    metadata: Metadata = Metadata(), encoding: SourceEncoding? = nil, date: String? = nil,
    genre: String? = nil, names: KnownNames = KnownNames()
  ) {
    self.metadata = metadata
    self.encoding = encoding
    self.date = date
    self.genre = genre
    textEncoding = TextEncoding(names)
    check = SelfCheck()
  }

  /// The ids of the genres that are known, such as `treaty`.
  public var genres: [String] { textEncoding.genres }

  /// What would be marked in a text, in its order.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - applied: annotations to apply to it.
  ///   - name: the text's name, by which it's found among applied annotations of several.
  /// - Throws: `EncodeError.undecodable` when no rule decodes the bytes, `.tooLarge` over two
  ///   gibibytes, `.unapplicable` when the annotations don't fit the text.
  public func inferences(
    in bytes: [UInt8], applying applied: AppliedAnnotations? = nil, name: String? = nil
  ) throws(EncodeError) -> [Inference] {
    let text = try read(bytes).text
    let (judged, _) = try judged(text, by: applied, name: name)
    return Inference.list(
      applied == nil ? Judged(annotations: textEncoding.resolved(judged.annotations)) : judged,
      in: text)
  }

  /// Turns the bytes of a text into the bytes of a TEI document.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - applied: annotations to apply to it.
  ///   - name: the text's name, by which it's found among applied annotations of several.
  /// - Throws: `EncodeError.undecodable` when no rule decodes the bytes, `.tooLarge` over two
  ///   gibibytes, `.unapplicable` when the annotations don't fit the text, and `.selfCheck` when the
  ///   result isn't valid or doesn't give the text back, which is a defect of Engross.
  public func encode(
    _ bytes: [UInt8], applying applied: AppliedAnnotations? = nil, name: String? = nil
  ) throws(EncodeError) -> EncodedDocument {
    let (text, encoding) = try read(bytes)
    let (judged, records) = try judged(text, by: applied, name: name)
    let document: Document
    do {
      document = try textEncoding.document(
        for: text, judged, encoding: encoding, byteCount: bytes.count, metadata: metadata,
        date: date)
    } catch {
      throw .unapplicable(error, records)
    }
    let encoded = EncodedDocument(bytes: XMLWriter().xml(document), document: document)
    if isSelfChecked { try check.verify(encoded.bytes, against: bytes) }
    return encoded
  }

  private func read(
    _ bytes: [UInt8]
  ) throws(EncodeError) -> (text: TokenisedText, encoding: SourceEncoding) {
    guard bytes.count <= 1 << 31 else { throw .tooLarge }
    do {
      let encoding = if let encoding { encoding } else { try SourceEncoding.detect(bytes) }
      return (TokenisedText(try encoding.decode(bytes)), encoding)
    } catch {
      throw .undecodable(offset: error.offset, message: error.message)
    }
  }

  /// What is recognised in a text, after the applied annotations that are of it.
  private func judged(
    _ text: TokenisedText, by applied: AppliedAnnotations?, name: String?
  ) throws(EncodeError) -> (Judged, [AnnotationRecord]) {
    let annotations = textEncoding.annotations(of: text, genre: genre)
    guard let applied else { return (Judged(annotations: annotations), []) }
    let records: [AnnotationRecord]
    let judgements: Judgements
    do {
      (judgements, records) = try applied.judgements(of: text, name: name)
    } catch {
      throw .unapplicable(position: error.position, message: error.message)
    }
    do {
      return (try textEncoding.judged(annotations, by: judgements, in: text), records)
    } catch {
      throw .unapplicable(error, records)
    }
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
  /// An applied annotation, at its place in its file, doesn't fit the text.
  case unapplicable(position: Position, message: String)
  /// The result didn't pass its own check: a defect of Engross.
  case selfCheck(message: String)
}

extension EncodeError {
  /// A judgement can't be followed, which one of the records made.
  fileprivate static func unapplicable(
    _ fault: Judgement.Fault, _ records: [AnnotationRecord]
  ) -> EncodeError {
    let error = records[fault.number].error(at: fault.part.rawValue, fault.message)
    return .unapplicable(position: error.position, message: error.message)
  }
}
