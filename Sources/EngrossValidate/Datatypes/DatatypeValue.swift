/// A value of a datatype's value space: two literals are the same value when these are equal.
enum DatatypeValue: Hashable {
  /// A string, a name, a URI: as written, its white space normalised.
  case string([UInt8])
  case boolean(Bool)
  case decimal(DecimalNumber)
  /// The bits of a number, as `NaN` equals itself and `-0` isn't `0`.
  case floatingPoint(UInt64)
  case octets([UInt8])
  case moment(Moment)
  case duration(DurationValue)
  case qualifiedName(namespace: String, local: String)
  case list([[UInt8]])

  /// Whether the value is less than another of the same type, for certain.
  func precedes(_ other: DatatypeValue) -> Bool {
    switch (self, other) {
    case (.decimal(let left), .decimal(let right)): left < right
    case (.floatingPoint(let left), .floatingPoint(let right)):
      Double(bitPattern: left) < Double(bitPattern: right)
    case (.moment(let left), .moment(let right)): left.precedes(right)
    case (.duration(let left), .duration(let right)): left.precedes(right)
    default: false
    }
  }

  /// Whether the value is the same as another or, as a bound sees it, no different: `0` and `-0`.
  func isAt(_ other: DatatypeValue) -> Bool {
    if case .floatingPoint(let left) = self, case .floatingPoint(let right) = other {
      return left == right || Double(bitPattern: left) == Double(bitPattern: right)
    }
    return self == other
  }
}

/// What a value needs to know of the place where it stands.
protocol ValueContext {
  /// The namespace that a prefix stands for, the default one for an empty prefix; nil when it
  /// isn't declared.
  func namespace(ofPrefix prefix: String) -> String?
  /// Whether the document declares an unparsed entity of a name.
  func declaresUnparsedEntity(_ name: String) -> Bool
}

/// A place of which nothing is known.
struct NoContext: ValueContext {
  func namespace(ofPrefix prefix: String) -> String? { nil }
  func declaresUnparsedEntity(_ name: String) -> Bool { false }
}
