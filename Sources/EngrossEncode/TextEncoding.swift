import EngrossModel

/// Encodes a text as a TEI document: recognises, resolves, assembles.
package struct TextEncoding: Sendable {
  private let facts: Facts
  private let recognisers: [any Recogniser]

  package init() {
    facts = Facts()
    recognisers = AllRecognisers.list(facts)
  }

  /// Everything that is recognised in a text.
  package func annotations(of text: TokenisedText) -> [Annotation] {
    var found = Findings(text)
    for recogniser in recognisers { found.add(recogniser.annotations(in: text, after: found)) }
    return found.annotations
  }

  /// The TEI document for the bytes of a text.
  ///
  /// - Parameter encoding: the encoding of the bytes, nil to detect it.
  /// - Parameter date: the day of processing, as `2026-11-24`.
  package func document(
    for bytes: [UInt8], encoding: SourceEncoding?, metadata: Metadata, date: String?
  ) throws(DecodingError) -> Document {
    let encoding = if let encoding { encoding } else { try SourceEncoding.detect(bytes) }
    let text = TokenisedText(try encoding.decode(bytes))
    return Assembly(text, annotations(of: text), facts).document(
      encoding: encoding, byteCount: bytes.count, metadata: metadata, date: date)
  }
}
