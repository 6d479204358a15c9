/// The built-in types, by what their literals are (XML Schema Part 2, 3; RELAX NG, 6 and 7).
enum BuiltInType: String, CaseIterable {
  case string, normalizedString, token, language
  case name = "Name"
  case ncName = "NCName"
  case nameToken = "NMTOKEN"
  case nameTokens = "NMTOKENS"
  case id = "ID"
  case idReference = "IDREF"
  case idReferences = "IDREFS"
  case entity = "ENTITY"
  case entities = "ENTITIES"
  case qualifiedName = "QName"
  case notation = "NOTATION"
  case anyURI, boolean, decimal, integer
  case nonPositiveInteger, negativeInteger, nonNegativeInteger, positiveInteger
  case long, int, short, byte, unsignedLong, unsignedInt, unsignedShort, unsignedByte
  case float, double, hexBinary, base64Binary
  case duration, dateTime, time, date, gYearMonth, gYear, gMonthDay, gDay, gMonth

  var whiteSpace: WhiteSpace {
    self == .string ? .preserve : self == .normalizedString ? .replace : .collapse
  }

  /// What a list's items are; nil for a type that is no list.
  var item: BuiltInType? {
    switch self {
    case .nameTokens: .nameToken
    case .idReferences: .idReference
    case .entities: .entity
    default: nil
    }
  }

  /// The fields of a date or time; nil for any other type.
  var fields: Moment.Fields? {
    switch self {
    case .dateTime: .dateTime
    case .time: .time
    case .date: .date
    case .gYearMonth: .gYearMonth
    case .gYear: .gYear
    case .gMonthDay: .gMonthDay
    case .gDay: .gDay
    case .gMonth: .gMonth
    default: nil
    }
  }

  /// The least and the greatest value that a type of integers has, nil where there's no end; and
  /// nil for any other type.
  var integerBounds: (least: String?, greatest: String?)? {
    switch self {
    case .integer: (nil, nil)
    case .nonPositiveInteger: (nil, "0")
    case .negativeInteger: (nil, "-1")
    case .nonNegativeInteger: ("0", nil)
    case .positiveInteger: ("1", nil)
    case .long: ("-9223372036854775808", "9223372036854775807")
    case .int: ("-2147483648", "2147483647")
    case .short: ("-32768", "32767")
    case .byte: ("-128", "127")
    case .unsignedLong: ("0", "18446744073709551615")
    case .unsignedInt: ("0", "4294967295")
    case .unsignedShort: ("0", "65535")
    case .unsignedByte: ("0", "255")
    default: nil
    }
  }

  /// Whether its values have an order, so that a bound can be set.
  var isOrdered: Bool {
    isNumber || self == .duration || fields != nil
  }

  var isNumber: Bool { isDecimal || self == .float || self == .double }

  /// Whether it's `decimal` or derived from it.
  var isDecimal: Bool { self == .decimal || integerBounds != nil }

  /// Whether its values have a length.
  var hasLength: Bool { !isOrdered && self != .boolean }

  /// Whether a literal means something only in its place: a prefix or an entity.
  var needsContext: Bool {
    [.qualifiedName, .notation, .entity, .entities].contains(self)
  }
}
