/// What a person or another program says of some bytes of a text: that an annotation is right, wrong
/// or to be corrected, or that there's one more.
package struct Judgement: Sendable {
  package enum Decision: String, Sendable, CaseIterable {
    case accept, reject
  }

  /// The part of a judgement that can't be followed.
  package enum Part: String, Sendable {
    case element, attributes, start
  }

  /// Why a judgement can't be followed.
  package struct Fault: Error, Sendable {
    /// The number of the judgement.
    package let number: Int
    package let part: Part
    /// One sentence without a full stop.
    package let message: String
  }

  package let range: Range<Int>
  /// The TEI element, as `Mark.element` names it.
  package let element: String
  /// The attributes as they should be; nil to leave them.
  package let attributes: [String: String]?
  package let decision: Decision?
  package let certainty: Annotation.Certainty?
  package let rule: String?
  package let evidence: String?
  /// Who made the annotation; nil for Engross.
  package let author: String?
  /// Who answers for the decision.
  package let proofreader: String

  package init(
    range: Range<Int>, element: String, attributes: [String: String]?, decision: Decision?,
    certainty: Annotation.Certainty?, rule: String?, evidence: String?, author: String?,
    proofreader: String
  ) {
    self.range = range
    self.element = element
    self.attributes = attributes
    self.decision = decision
    self.certainty = certainty
    self.rule = rule
    self.evidence = evidence
    self.author = author
    self.proofreader = proofreader
  }
}

/// Judgements of one text.
package struct Judgements: Sendable {
  /// What becomes of Engross's own annotations that no judgement names.
  package enum Others: Sendable {
    /// They stand, beside those of the judgements.
    case kept
    /// They're left out: the judgements say all.
    case dropped
  }

  package let list: [Judgement]
  package let others: Others

  package init(_ list: [Judgement], others: Others) {
    self.list = list
    self.others = others
  }
}
