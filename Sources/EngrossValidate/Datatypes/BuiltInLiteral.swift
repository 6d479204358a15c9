/// The lexical and value spaces of the built-in types, for literals whose white space is
/// normalised.
extension BuiltInType {
  /// Whether a literal is in the type's lexical space.
  func admits(_ literal: Span<UInt8>, in context: some ValueContext) -> Bool {
    switch self {
    case .string, .normalizedString, .token: true
    case .language: Self.isLanguage(literal)
    case .name: XMLName.isName(literal)
    case .ncName, .id, .idReference: XMLName.isNCName(literal)
    case .nameToken: XMLName.isNameToken(literal)
    case .anyURI: URIReference.isURI(literal)
    case .nameTokens, .idReferences, .entities: admitsItems(literal, in: context)
    case .decimal: DecimalNumber.isDecimal(literal, integer: false)
    case .integer: DecimalNumber.isDecimal(literal, integer: true)
    default: value(literal, in: context) != nil
    }
  }

  /// The value of a literal; nil when it isn't in the lexical space.
  func value(_ literal: Span<UInt8>, in context: some ValueContext) -> DatatypeValue? {
    if let fields {
      return try? MomentLiteral.moment(literal, fields).map(DatatypeValue.moment).get()
    }
    if isDecimal { return integerValue(literal).map(DatatypeValue.decimal) }
    switch self {
    case .boolean: return Self.boolean(literal).map(DatatypeValue.boolean)
    case .float, .double:
      return FloatingPointLiteral.value(literal, single: self == .float)
        .map { .floatingPoint($0.isNaN ? Double.nan.bitPattern : $0.bitPattern) }
    case .hexBinary: return BinaryLiteral.hexadecimal(literal).map(DatatypeValue.octets)
    case .base64Binary: return BinaryLiteral.base64(literal).map(DatatypeValue.octets)
    case .duration: return DurationValue(literal).map(DatatypeValue.duration)
    case .qualifiedName, .notation: return Self.qualifiedName(literal, in: context)
    case .entity:
      let name = String(copying: literal)
      guard XMLName.isNCName(literal), context.declaresUnparsedEntity(name) else { return nil }
      return .string(Array(name.utf8))
    case .nameTokens, .idReferences, .entities:
      guard admitsItems(literal, in: context) else { return nil }
      return .list(
        WhiteSpace.items(literal).map { Array(String(copying: literal.extracting($0)).utf8) })
    default:
      return admits(literal, in: context) ? .string(Array(String(copying: literal).utf8)) : nil
    }
  }

  /// The length that the length facets count: octets, items or characters.
  func length(_ literal: Span<UInt8>) -> Int {
    switch self {
    case .hexBinary: literal.count / 2
    case .base64Binary: BinaryLiteral.base64(literal)?.count ?? 0
    case .nameTokens, .idReferences, .entities: WhiteSpace.items(literal).count
    default: CodePoints.count(literal)
    }
  }

  private func admitsItems(_ literal: Span<UInt8>, in context: some ValueContext) -> Bool {
    let items = WhiteSpace.items(literal)
    for range in items where item?.admits(literal.extracting(range), in: context) == false {
      return false
    }
    return !items.isEmpty
  }

  private func integerValue(_ literal: Span<UInt8>) -> DecimalNumber? {
    guard DecimalNumber.isDecimal(literal, integer: self != .decimal),
      let value = DecimalNumber(literal)
    else { return nil }
    guard let bounds = integerBounds else { return value }
    if let least = bounds.least, value < DecimalNumber(bound: least) { return nil }
    if let greatest = bounds.greatest, DecimalNumber(bound: greatest) < value { return nil }
    return value
  }

  private static func boolean(_ literal: Span<UInt8>) -> Bool? {
    switch String(copying: literal) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`
  private static func isLanguage(_ literal: Span<UInt8>) -> Bool {
    var count = 0
    var isFirst = true
    for index in literal.indices {
      let byte = literal[index]
      if byte == UInt8(ascii: "-") {
        if count == 0 { return false }
        (count, isFirst) = (0, false)
      } else {
        count += 1
        if count > 8 || !(byte.isLetter || byte.isDigit && !isFirst) { return false }
      }
    }
    return count > 0
  }

  private static func qualifiedName(
    _ literal: Span<UInt8>, in context: some ValueContext
  ) -> DatatypeValue? {
    let colon = XMLName.colon(ofQName: literal)
    if colon == -1 { return nil }
    let local = literal.extracting((colon.map { $0 + 1 } ?? 0)..<literal.count)
    let prefix = colon.map { String(copying: literal.extracting(0..<$0)) } ?? ""
    let namespace = context.namespace(ofPrefix: prefix)
    // Without a prefix and a default namespace, a name is in none.
    guard let namespace = namespace ?? (prefix.isEmpty ? "" : nil) else { return nil }
    return .qualifiedName(namespace: namespace, local: String(copying: local))
  }
}

extension DecimalNumber {
  fileprivate init(bound: String) {
    let utf8 = Array(bound.utf8)
    guard let value = DecimalNumber(utf8.span) else { preconditionFailure("a bound is a decimal") }
    self = value
  }
}
