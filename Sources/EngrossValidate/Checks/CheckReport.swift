import EngrossModel

/// Turns what checks found into warnings with lines and columns.
struct CheckReport {
  private let source: [UInt8]

  init(_ source: [UInt8]) { self.source = source }

  /// The warnings, but none for an attribute whose value an error stands at.
  func diagnostics(_ findings: [CheckFinding], except taken: Set<Position>) -> [Diagnostic] {
    let places = findings.map { finding in
      (
        value: place(finding.offset, finding.attribute),
        exact: place(finding.offset, finding.attribute, inset: finding.inset),
        related: finding.related.map { place($0.offset, $0.attribute) }
      )
    }
    let positions = PositionCursor.positions(
      of: places.flatMap { [$0.value, $0.exact] + ($0.related.map { [$0] } ?? []) }, in: source)
    return zip(findings, places).compactMap { finding, place in
      if let value = positions[place.value], taken.contains(value) { return nil }
      var notes: [Diagnostic.Note] = []
      if let related = finding.related, let position = place.related.flatMap({ positions[$0] }) {
        notes.append(Diagnostic.Note(related.message, at: position))
      }
      return Diagnostic(
        id: "check.\(finding.kind)", severity: .warning, message: finding.message,
        position: positions[place.exact], notes: notes)
    }
  }

  /// The byte offset at which an attribute's value starts, or that of a byte in it.
  private func place(_ offset: Int, _ attribute: String, inset: Int = 0) -> Int {
    guard let place = StartTag(in: source, at: offset).attribute(attribute) else { return offset }
    // A reference in the value may make it longer than it reads.
    return min(place.value.lowerBound + inset, place.value.upperBound)
  }
}
