import EngrossModel

/// Puts the engine's faults into words: a sentence a mistake, which says what is wrong and then what
/// would be right.
struct Messages {
  /// The document as UTF-8.
  let source: [UInt8]
  /// What the schema says about names.
  let index: GrammarIndex
  /// The document's tree.
  let surroundings: Surroundings
  /// What was said before.
  var phrasebook = Phrasebook()
  /// What words mean as a date, in the form that `@when` takes.
  var meaningOfDate: (String) -> String? = { _ in nil }
  /// Before which of the elements that an element holds another could have stood, given what it may
  /// hold.
  var places: (_ name: Name, _ children: [Name], _ opening: Pattern) -> [Int] = { _, _, _ in [] }

  /// More faults than these of misplaced elements aren't looked into: each takes a walk over what
  /// stands before it.
  private static let mostStudied = 100

  /// The findings, one a mistake; a namespace that is wrong throughout is told once.
  func findings(of faults: [Fault]) -> [Finding] {
    var found: [Finding] = []
    var wrongNamespaces: Set<String> = []
    for (number, fault) in faults.enumerated() {
      if let holder = fault.holder, wrongNamespaces.contains(holder.namespace) { continue }
      if case .elementNotAllowed(let name) = fault.kind, isForeign(name) {
        guard wrongNamespaces.insert(name.namespace).inserted else { continue }
        found.append(wrongNamespace(fault, name))
        continue
      }
      found.append(finding(fault, isStudied: number < Self.mostStudied))
    }
    return found
  }

  private func finding(_ fault: Fault, isStudied: Bool) -> Finding {
    switch fault.kind {
    case .elementNotAllowed(let name): elementNotAllowed(fault, name, isStudied: isStudied)
    case .elementMissing(let next): elementMissing(fault, before: next)
    case .incomplete: incomplete(fault)
    case .textNotAllowed: textNotAllowed(fault)
    case .textValue(let value): textValue(fault, value)
    case .attributeNotAllowed(let name): attributeNotAllowed(fault, name)
    case .attributeMissing: attributeMissing(fault)
    case .attributeValue(let name, let value): attributeValue(fault, name, value)
    case .identifierRepeated(let name, let value, let first):
      identifierRepeated(fault, name, value, first: first)
    case .identifierMissing(let name, let value): identifierMissing(fault, name, value)
    }
  }

  /// A finding at the fault's own place.
  func finding(_ fault: Fault, _ kind: String, _ message: String) -> Finding {
    Finding(
      kind: kind, message: message, offset: fault.offset,
      expected: phrasebook.names(fault.expected) { names(fault.expected) },
      parent: fault.holderOffset)
  }

  /// A finding at an attribute of the fault's element, or at its value.
  func finding(
    _ fault: Fault, _ kind: String, _ message: String, at place: Finding.Place, of name: Name
  ) -> Finding {
    var finding = finding(fault, kind, message)
    finding.offset = fault.holderOffset
    finding.place = place
    finding.attribute = name.qualified
    return finding
  }

  /// All that was expected, as names and forms.
  private func names(_ expected: Expected) -> [String] {
    expected.elements.map(\.written) + (expected.anyElement ? ["*"] : [])
      + expected.attributes.map { "@" + $0.written } + ValueForms(expected.values).names
      + (expected.text ? ["#text"] : [])
  }

  /// Whether the schema is TEI's, whole or customised.
  var isTEI: Bool { index.elements.first?.namespace == Name.teiNamespace }

  /// "TEI" or "the schema", for sentences about the whole vocabulary.
  var owner: String { isTEI ? "TEI" : "the schema" }

  /// The holder in quotation marks.
  func holder(_ fault: Fault) -> String { fault.holder.map(Prose.quoted) ?? "the document" }
}
