/// One condition that a parameter sets on a type's values (XML Schema Part 2, 4.3).
enum Facet: Sendable {
  case length(Int)
  case minLength(Int)
  case maxLength(Int)
  case pattern(RegularExpression)
  case minInclusive(DatatypeValue, written: String)
  case maxInclusive(DatatypeValue, written: String)
  case minExclusive(DatatypeValue, written: String)
  case maxExclusive(DatatypeValue, written: String)
  case totalDigits(Int)
  case fractionDigits(Int)

  /// The parameters' names; RELAX NG allows neither `enumeration` nor `whiteSpace`.
  static let names = [
    "length", "minLength", "maxLength", "pattern", "minInclusive", "maxInclusive", "minExclusive",
    "maxExclusive", "totalDigits", "fractionDigits",
  ]
}

/// The conditions on a type's values; all of them hold.
struct Facets: Sendable {
  private var lengths: [Facet] = []
  private var patterns: [Facet] = []
  private var values: [Facet] = []

  var isEmpty: Bool { lengths.isEmpty && patterns.isEmpty && values.isEmpty }

  /// All of them, those first that are cheap to check.
  var all: [Facet] { lengths + values + patterns }

  mutating func add(_ facet: Facet) {
    switch facet {
    case .length, .minLength, .maxLength: lengths.append(facet)
    case .pattern: patterns.append(facet)
    default: values.append(facet)
    }
  }

  /// The first condition that a literal of a type doesn't meet; nil when it meets all.
  func fault(_ literal: Span<UInt8>, _ type: BuiltInType) -> Facet? {
    for facet in patterns {
      if case .pattern(let expression) = facet, !expression.matches(literal) { return facet }
    }
    // A qualified name has no length: each is as long as is asked.
    if !lengths.isEmpty, type != .qualifiedName, type != .notation {
      let length = type.length(literal)
      for facet in lengths where !Self.admits(facet, length) { return facet }
    }
    if values.isEmpty { return nil }
    guard let value = type.value(literal, in: NoContext()) else { return nil }
    for facet in values where !Self.admits(facet, value) { return facet }
    return nil
  }

  private static func admits(_ facet: Facet, _ length: Int) -> Bool {
    switch facet {
    case .length(let wanted): length == wanted
    case .minLength(let least): length >= least
    case .maxLength(let most): length <= most
    default: true
    }
  }

  private static func admits(_ facet: Facet, _ value: DatatypeValue) -> Bool {
    switch facet {
    case .minInclusive(let bound, _): bound.precedes(value) || bound.isAt(value)
    case .maxInclusive(let bound, _): value.precedes(bound) || bound.isAt(value)
    case .minExclusive(let bound, _): bound.precedes(value)
    case .maxExclusive(let bound, _): value.precedes(bound)
    case .totalDigits(let most):
      if case .decimal(let number) = value { number.totalDigits <= most } else { true }
    case .fractionDigits(let most):
      if case .decimal(let number) = value { number.fraction.count <= most } else { true }
    default: true
    }
  }
}
