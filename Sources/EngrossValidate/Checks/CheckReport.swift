import EngrossModel

/// Turns what checks found into warnings with lines and columns.
struct CheckReport {
  private let source: [UInt8]
  private let document: Document
  private let map: SourceMap

  init(_ source: [UInt8], _ document: Document) {
    self.source = source
    self.document = document
    map = SourceMap(source)
  }

  /// The warnings, but none for an attribute whose value an error stands at.
  func diagnostics(_ findings: [CheckFinding], except taken: Set<Position>) -> [Diagnostic] {
    findings.compactMap { finding in
      let value = position(finding.node, finding.attribute)
      if taken.contains(value) { return nil }
      let related = finding.related.map {
        Diagnostic.Note($0.message, at: position($0.node, $0.attribute))
      }
      return Diagnostic(
        id: "check.\(finding.kind)", severity: .warning, message: finding.message,
        position: position(finding.node, finding.attribute, inset: finding.inset),
        notes: related.map { [$0] } ?? [])
    }
  }

  /// Where an attribute's value starts, or a byte in it.
  private func position(_ node: Int, _ attribute: String, inset: Int = 0) -> Position {
    let offset = Int(document.nodes[node].offset)
    guard let place = StartTag(in: source, at: offset).attribute(attribute) else {
      return map.position(at: offset)
    }
    // A reference in the value may make it longer than it reads.
    return map.position(at: min(place.value.lowerBound + inset, place.value.upperBound))
  }
}
