import EngrossModel

/// Turns findings into diagnostics: byte offsets into lines and columns, in the document's order.
struct Report {
  private let bytes: [UInt8]
  private let map: SourceMap

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    map = SourceMap(bytes)
  }

  func diagnostics(_ findings: [(prefix: String, finding: Finding)]) -> [Diagnostic] {
    let placed = findings.map { (place: place(of: $0.finding), item: $0) }
    return placed.sorted { $0.place < $1.place }.map { place, item in
      Diagnostic(
        id: "\(item.prefix).\(item.finding.kind)", message: item.finding.message,
        position: map.position(at: place), expected: item.finding.expected)
    }
  }

  private func place(of finding: Finding) -> Int {
    guard finding.place != .element,
      let attribute = StartTag(in: bytes, at: finding.offset).attribute(finding.attribute)
    else { return finding.offset }
    return finding.place == .attributeName ? attribute.name : attribute.value.lowerBound
  }
}
