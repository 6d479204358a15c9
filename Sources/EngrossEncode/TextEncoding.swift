import EngrossModel

/// Encodes a text as a TEI document: recognises, resolves, assembles.
package struct TextEncoding: Sendable {
  private let facts: Facts
  private let recognisers: [any Recogniser]

  /// - Parameter names: what a user knows of, beside the project's facts.
  package init(_ names: KnownNames = KnownNames()) {
    facts = Facts(names)
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

  /// What of the recognised is written, after others have judged it, and who they are.
  package func judged(
    _ annotations: [Annotation], by judgements: Judgements, in text: TokenisedText
  ) throws(Judgement.Fault) -> Judged {
    let application = try Application(
      judgements, to: resolved(annotations), in: text, genres: genres)
    return Judged(
      annotations: application.annotations, annotators: application.annotators,
      added: application.added)
  }

  /// The TEI document for a text.
  ///
  /// - Parameter encoding: the encoding of its bytes, of which there were `byteCount`.
  /// - Parameter date: the day of processing, as `2026-11-24`.
  package func document(
    for text: TokenisedText, _ judged: Judged, encoding: SourceEncoding, byteCount: Int,
    metadata: Metadata, date: String?
  ) throws(Judgement.Fault) -> Document {
    let assembly = Assembly(text, judged.annotations, by: judged.annotators, facts)
    for (annotation, number) in judged.added where !assembly.writes(annotation) {
      throw Judgement.Fault(
        number: number, part: .start,
        message: "\(annotation.mark.element.name) can't be marked here, where TEI allows none")
    }
    return assembly.document(
      encoding: encoding, byteCount: byteCount, metadata: metadata, date: date)
  }
}

extension TextEncoding {
  /// The TEI document for the bytes of a text, as Engross alone marks it.
  ///
  /// - Parameter encoding: the encoding of the bytes, nil to detect it.
  package func document(
    for bytes: [UInt8], encoding: SourceEncoding?, metadata: Metadata, date: String?,
    genre: String? = nil
  ) throws(DecodingError) -> Document {
    let encoding = if let encoding { encoding } else { try SourceEncoding.detect(bytes) }
    let text = TokenisedText(try encoding.decode(bytes))
    let assembly = Assembly(text, annotations(of: text, genre: genre), by: [], facts)
    return assembly.document(
      encoding: encoding, byteCount: bytes.count, metadata: metadata, date: date)
  }
}

/// What is marked in a text, and who besides Engross answers for it.
package struct Judged: Sendable {
  package let annotations: [Annotation]
  package var annotators: [Annotator] = []
  /// What others added, with the numbers of their judgements.
  var added: [(annotation: Annotation, number: Int)] = []

  package init(annotations: [Annotation]) { self.annotations = annotations }

  init(
    annotations: [Annotation], annotators: [Annotator],
    added: [(annotation: Annotation, number: Int)]
  ) {
    self.annotations = annotations
    self.annotators = annotators
    self.added = added
  }
}
