import EngrossModel

/// Turns findings into diagnostics: byte offsets into lines and columns, in the document's order.
struct Report {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func diagnostics(_ findings: [(prefix: String, finding: Finding)]) -> [Diagnostic] {
    let placed = findings.map { (place: place(of: $0.finding), item: $0) }
    let notes = findings.flatMap { $0.finding.notes.map(\.offset) }
    let positions = PositionCursor.positions(of: placed.map(\.place) + notes, in: bytes)
    return placed.sorted { $0.place < $1.place }.map { place, item in
      Diagnostic(
        id: "\(item.prefix).\(item.finding.kind)", message: item.finding.message,
        position: positions[place],
        notes: item.finding.notes.map { Diagnostic.Note($0.message, at: positions[$0.offset]!) },
        expected: item.finding.expected)
    }
  }

  private func place(of finding: Finding) -> Int {
    switch finding.place {
    case .element: finding.offset
    case .byte(let offset): offset
    case .attributeName: attribute(of: finding)?.name ?? finding.offset
    case .attributeValue: attribute(of: finding)?.value.lowerBound ?? finding.offset
    }
  }

  private func attribute(of finding: Finding) -> (name: Int, value: Range<Int>)? {
    StartTag(in: bytes, at: finding.offset).attribute(finding.attribute)
  }
}
