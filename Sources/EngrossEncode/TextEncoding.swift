import EngrossModel

/// Encodes a text as a TEI document: recognises, resolves, assembles.
package struct TextEncoding: Sendable {
  private let facts: Facts
  private let recognisers: [any Recogniser]

  package init() {
    facts = Facts()
    recognisers = AllRecognisers.list(facts)
  }

  /// The kinds of document that are known, by their ids.
  package var genres: [String] { facts.genres.map(\.id) }

  /// Everything that is recognised in a text.
  ///
  /// - Parameter genre: the id of the genre that the document is known to have; nil to tell it.
  package func annotations(of text: TokenisedText, genre: String?) -> [Annotation] {
    var found = Findings(text)
    if let genre {
      found.add([
        Annotation(
          0..<0, .genre(genre), .high, rule: "genre", because: "set by whoever encoded it")
      ])
    }
    for recogniser in recognisers { found.add(recogniser.annotations(in: text, after: found)) }
    return found.annotations
  }

  /// What of the annotations is written: of phrases that cross, one.
  package func resolved(_ annotations: [Annotation]) -> [Annotation] {
    annotations.filter { !$0.mark.isPhrase } + Resolver.phrases(annotations)
  }

  /// The TEI document for the bytes of a text.
  ///
  /// - Parameter encoding: the encoding of the bytes, nil to detect it.
  /// - Parameter genre: the id of its genre, nil to tell it from the text.
  /// - Parameter date: the day of processing, as `2026-11-24`.
  package func document(
    for bytes: [UInt8], encoding: SourceEncoding?, metadata: Metadata, date: String?,
    genre: String? = nil
  ) throws(DecodingError) -> Document {
    let encoding = if let encoding { encoding } else { try SourceEncoding.detect(bytes) }
    let text = TokenisedText(try encoding.decode(bytes))
    return Assembly(text, annotations(of: text, genre: genre), facts).document(
      encoding: encoding, byteCount: bytes.count, metadata: metadata, date: date)
  }
}
