import EngrossModel

/// What is checked of a document beyond its grammar, in one walk.
struct DocumentChecks {
  let checks: Set<Check>
  let dates: DateCheck

  struct Result {
    var findings: [CheckFinding] = []
    var outward: [OutwardPointer] = []
  }

  func check(_ document: Document) -> Result {
    var identifiers = IdentifierCheck()
    var result = Result()
    let identifier = document.number(of: Name(namespace: Name.xmlNamespace, local: "id"))
    let isPointer = document.names.map {
      $0.namespace.isEmpty && PointerAttributes.names.contains($0.local)
    }
    let isDate = document.names.map {
      $0.namespace.isEmpty && ["when", "from", "notBefore"].contains($0.local)
    }
    let checksDates = checks.contains(.dates)
    let checksNames = checks.contains(.ids) || checks.contains(.pointers)
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      var hasDate = false
      for attribute in document.attributes(of: index) {
        hasDate = hasDate || isDate[Int(attribute.name)]
        guard checksNames else { continue }
        if attribute.name == identifier {
          identifiers.identifier(document.string(attribute.range), at: index)
        } else if isPointer[Int(attribute.name)] {
          identifiers.value(
            document.storage[attribute.range], of: attribute.name,
            document.names[Int(attribute.name)], at: index)
        }
      }
      if hasDate, checksDates {
        result.findings += dates.findings(Element(document: document, index: index))
      }
    }
    if checks.contains(.ids) { result.findings += identifiers.duplicates }
    // What isn't included yet may hold the targets.
    let includes = document.number(
      of: Name(namespace: XInclude.namespace, local: "include"))
    if checks.contains(.pointers), includes == nil {
      result.findings += identifiers.dangling(in: document)
      result.outward = identifiers.outward
    }
    return result
  }

  /// The identifiers of a document.
  static func identifiers(of document: Document) -> Set<String> {
    guard let identifier = document.number(of: Name(namespace: Name.xmlNamespace, local: "id"))
    else { return [] }
    return Set(
      document.attributes.filter { $0.name == identifier }.map { document.string($0.range) })
  }
}
