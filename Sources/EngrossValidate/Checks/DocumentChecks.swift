import EngrossModel

/// What is checked of a document beyond its grammar, as it's read.
final class DocumentChecks: EventReceiver {
  /// What a name means to the checks.
  private struct Role: OptionSet {
    let rawValue: UInt8
    static let identifier = Role(rawValue: 1)
    static let pointer = Role(rawValue: 2)
    /// An attribute without which no other is looked at for dates.
    static let date = Role(rawValue: 4)
    static let inclusion = Role(rawValue: 8)
  }

  /// An element whose words are being gathered.
  private struct OpenDate {
    let element: DatedElement
    let depth: Int
    var words: [UInt8] = []
  }

  private let checks: Set<Check>
  private let dates: DateCheck
  private var identifiers = IdentifierCheck()
  private var found: [CheckFinding] = []
  private var names: [Name] = []
  private var roles: [Role] = []
  private var hasInclusions = false
  private var depth = 0
  private var open: [OpenDate] = []

  init(checks: Set<Check>, dates: DateCheck) {
    self.checks = checks
    self.dates = dates
  }

  /// What was found, once the document was read.
  var findings: [CheckFinding] {
    var all = found
    if checks.contains(.ids) { all += identifiers.duplicates }
    if followsPointers { all += identifiers.dangling() }
    return all
  }

  /// The pointers into other documents.
  var outward: [OutwardPointer] { followsPointers ? identifiers.outward : [] }

  /// What isn't included yet may hold the targets.
  private var followsPointers: Bool { checks.contains(.pointers) && !hasInclusions }

  func name(_ number: Int, is name: Name) {
    names.append(name)
    var role = Role()
    if name.namespace.isEmpty {
      if PointerAttributes.names.contains(name.local) { role.insert(.pointer) }
      if DateCheck.attributes.contains(name.local) { role.insert(.date) }
    } else if name == Name(namespace: Name.xmlNamespace, local: "id") {
      role.insert(.identifier)
    } else if name == Name(namespace: XInclude.namespace, local: "include") {
      role.insert(.inclusion)
    }
    if !checks.contains(.dates) { role.remove(.date) }
    if !checks.contains(.ids), !checks.contains(.pointers) {
      role.subtract([.identifier, .pointer])
    }
    roles.append(role)
  }

  func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    depth += 1
    if roles[name].contains(.inclusion) { hasInclusions = true }
    var hasDate = false
    for index in 0..<attributes.count {
      let number = attributes.name(index)
      let role = roles[number]
      if role.isEmpty { continue }
      hasDate = hasDate || role.contains(.date)
      if role.contains(.identifier) {
        identifiers.identifier(attributes.value(index), at: offset)
      } else if role.contains(.pointer) {
        identifiers.value(
          attributes.values[attributes.range(index)], of: names[number].local, at: offset)
      }
    }
    if hasDate { checkDates(name, attributes, at: offset) }
  }

  private func checkDates(
    _ name: Int, _ attributes: borrowing EventAttributes, at offset: Int
  ) {
    var element = DatedElement(name: names[name].local, offset: offset)
    for index in 0..<attributes.count where names[attributes.name(index)].namespace.isEmpty {
      element.attributes[names[attributes.name(index)].local] = attributes.value(index)
    }
    found += dates.reversals(element)
    if dates.readsWords(of: element) { open.append(OpenDate(element: element, depth: depth)) }
  }

  func text(_ bytes: Span<UInt8>, at offset: Int) {
    for index in open.indices where open[index].words.count <= DateCheck.longest {
      // Safe: the span lives through the call.
      bytes.withUnsafeBufferPointer { open[index].words += $0.prefix(DateCheck.longest + 1) }
    }
  }

  func close(at offset: Int) {
    if let last = open.last, last.depth == depth {
      open.removeLast()
      if let contradiction = dates.contradiction(last.element, last.words) {
        found.append(contradiction)
      }
    }
    depth -= 1
  }

  /// The identifiers of a document.
  static func identifiers(of document: Document) -> Set<String> {
    guard let identifier = document.number(of: Name(namespace: Name.xmlNamespace, local: "id"))
    else { return [] }
    return Set(
      document.attributes.filter { $0.name == identifier }.map { document.string($0.range) })
  }
}
