import EngrossEncode
import EngrossModel
import EngrossTransform
import EngrossXML

/// Makes HTML pages of TEI documents: one file a document, which asks for nothing from anywhere.
public struct DocumentPages: Sendable {
  /// A page and what an index says of it.
  public struct Page: Sendable {
    /// The page as UTF-8.
    public let bytes: [UInt8]
    /// For the index.
    public let summary: PageSummary
  }

  /// How documents are shown.
  public var view: PageView

  private let encoding = TextEncoding()

  /// Makes a maker of pages.
  public init(view: PageView = .proof) { self.view = view }

  /// The page of a TEI document, given as the bytes of its XML.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - name: what it's called, such as `letter`.
  /// - Throws: `TextError.unreadable` for what isn't well-formed XML with a TEI `text`.
  public func page(of bytes: [UInt8], name: String) throws(TextError) -> Page {
    let document: Document
    do {
      document = try XMLReader().parse(bytes)
    } catch {
      throw .unreadable(error.diagnostic)
    }
    let source =
      document.isEncodedByEngross
      ? try TextReader(.original, output: .utf8).text(of: document) : nil
    let evidence = view == .proof ? source.map { self.evidence($0, document) } ?? [] : []
    guard
      let page = DocumentPage(
        document, name: name, view: view, source: source, evidence: evidence)
    else {
      throw .unreadable(
        Diagnostic(
          id: "text.not-tei", message: "this document has no TEI \"text\" element",
          position: Position(line: 1, column: 1)))
    }
    return Page(bytes: page.bytes, summary: page.summary)
  }

  /// The page that leads to others and groups what was decided alike in them.
  public func index(of pages: [PageSummary]) -> [UInt8] { IndexPage(pages).bytes }

  /// What Engross says of a source: its rules and reasons, which the document itself doesn't hold.
  private func evidence(_ source: [UInt8], _ document: Document) -> [Evidence] {
    let text = TokenisedText(source)
    var annotations = encoding.annotations(of: text, genre: nil)
    // A genre that was set decides which rules apply.
    if let genre = document.statedGenre,
      encoding.genres.contains(genre), !annotations.contains(where: { $0.mark == .genre(genre) })
    {
      annotations = encoding.annotations(of: text, genre: genre)
    }
    let judged = Judged(annotations: encoding.resolved(annotations))
    return Inference.list(judged, in: text).map { inference in
      Evidence(
        element: inference.element,
        attributes: inference.attributes.map { ($0.name, $0.value) }, range: inference.bytes,
        codePoints: inference.codePoints, certainty: inference.certainty.rawValue,
        responsible: inference.responsible, rule: inference.rule, reason: inference.evidence,
        json: inference.shortJSON)
    }
  }
}

extension Inference {
  /// The inference as JSON, without its words where they're many.
  fileprivate var shortJSON: String {
    let attributes = attributes.map { "\($0.name.asJSON):\($0.value.asJSON)" }
    return "{\"start\":\(codePoints.lowerBound),\"end\":\(codePoints.upperBound),"
      + "\"element\":\(element.asJSON),\"attributes\":{\(attributes.joined(separator: ","))}"
      + (text.utf8.count > 80 ? "}" : ",\"text\":\(text.asJSON)}")
  }
}

extension Document {
  /// Whether the header says that Engross encoded it, so that its text is a source's.
  fileprivate var isEncodedByEngross: Bool {
    let description = root?.first("teiHeader")?.first("encodingDesc")
    return description?.first("appInfo")?.all("application").contains { $0["ident"] == "engross" }
      == true
  }

  /// The id of the genre that the header states, as Engross writes it.
  fileprivate var statedGenre: String? {
    let reference = root?.first("teiHeader")?.first("profileDesc")?.first("textClass")?
      .first("catRef")?["target"]
    guard let reference, reference.hasPrefix("#genre-") else { return nil }
    return String(reference.dropFirst(7))
  }
}
