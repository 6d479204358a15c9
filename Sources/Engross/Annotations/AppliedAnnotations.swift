import EngrossEncode

/// Annotations that a person corrected or another program made, to be applied to texts.
public struct AppliedAnnotations: Sendable {
  /// How a file of annotations is written.
  public enum Format: Sendable {
    /// JSON Lines as ``Inference/json`` writes them.
    case jsonLines
    /// The standoff format of the annotation tool brat.
    case brat
  }

  /// What becomes of Engross's own annotations that the file doesn't name.
  public enum Others: Sendable {
    /// They stand.
    case kept
    /// They're left out.
    case dropped
  }

  let records: [AnnotationRecord]
  /// What becomes of Engross's own annotations that the file doesn't name.
  public var others: Others
  /// Who answers for decisions that name no proofreader.
  public var proofreader: String

  /// Reads annotations.
  ///
  /// - Throws: `AnnotationError` with the place of what can't be understood.
  public init(
    _ bytes: [UInt8], format: Format, others: Others = .kept,
    proofreader: String = "[Proofreader not named]"
  ) throws(AnnotationError) {
    records =
      switch format {
      case .jsonLines: try AnnotationLines.records(bytes)
      case .brat: try BratStandoff.records(bytes)
      }
    self.others = others
    self.proofreader = proofreader
  }

  /// The line of the first annotation that doesn't say which document it's of; nil when all do.
  public var firstLineWithoutFile: Int? { records.first { $0.file == nil }?.line }

  /// The first annotation that is of none of some documents: its line, and the document that it names.
  public func firstOfAnother(than names: [String]) -> (line: Int, file: String)? {
    let whole = Set(names.map(AnnotationRecord.stem))
    let ends = Set(whole.flatMap(\.pathEnds))
    let record = records.first { record in
      guard let file = record.file.map(AnnotationRecord.stem) else { return false }
      return !ends.contains(file) && !file.pathEnds.contains(where: whole.contains)
    }
    return record.map { ($0.line, $0.file ?? "") }
  }

  /// Whether a string can stand as somebody's name in a header: on one line, and not blank.
  public static func isName(_ string: String) -> Bool { string.isName }

  /// The judgements of one document, their offsets checked against its text.
  ///
  /// - Parameter name: the document's name, with or without its ending; nil for any.
  func judgements(
    of text: TokenisedText, name: String?
  ) throws(AnnotationError) -> (judgements: Judgements, records: [AnnotationRecord]) {
    let records = records.filter { $0.isOf(name) }
    let offsets = TextOffsets(text.bytes, codePoints: records.flatMap(\.codePointOffsets))
    var list: [Judgement] = []
    for record in records {
      list.append(
        Judgement(
          range: try record.bytes(in: text, offsets), element: record.element,
          attributes: record.attributes, decision: record.decision, certainty: record.certainty,
          rule: record.rule, evidence: record.evidence, author: record.author,
          proofreader: record.proofreader ?? proofreader))
    }
    return (Judgements(list, others: others == .kept ? .kept : .dropped), records)
  }
}

/// Why annotations can't be read or applied.
public struct AnnotationError: Error, Sendable, Hashable {
  /// Where in the file of annotations.
  public let position: Position
  /// One sentence without a full stop.
  public let message: String
}

extension String {
  /// The path, and what is left of it after each of its folders.
  fileprivate var pathEnds: [String] {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.indices.map { parts[$0...].joined(separator: "/") }
  }
}
