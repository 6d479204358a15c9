import EngrossModel

/// The identifiers of a document and what refers to them (RELAX NG DTD Compatibility, section 5).
struct IdentifierRegister {
  private struct Reference {
    let value: String
    let name: Name
    let holder: Name
    let offset: Int
  }

  private var first: [String: Int] = [:]
  private var references: [Reference] = []

  /// Takes a value; gives the fault of an identifier that was there before.
  mutating func take(
    _ value: Span<UInt8>, _ kind: Datatype.Identifying, _ name: Name, _ holder: Name,
    at offset: Int
  ) -> Fault? {
    for item in WhiteSpace.items(value) {
      let word = String(copying: value.extracting(item))
      if kind != .id {
        references.append(Reference(value: word, name: name, holder: holder, offset: offset))
      } else if let earlier = first[word] {
        return Fault(
          kind: .identifierRepeated(name, word, first: earlier), offset: offset, holder: holder,
          holderOffset: offset)
      } else {
        first[word] = offset
      }
    }
    return nil
  }

  /// The faults of what refers to nothing, once all identifiers are known.
  func missing() -> [Fault] {
    references.filter { first[$0.value] == nil }.map {
      Fault(
        kind: .identifierMissing($0.name, $0.value), offset: $0.offset, holder: $0.holder,
        holderOffset: $0.offset)
    }
  }
}
