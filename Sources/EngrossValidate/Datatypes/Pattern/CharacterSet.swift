/// A set of characters, told by ranges and by Unicode's general categories.
indirect enum CharacterSet: Sendable {
  case ranges([ClosedRange<UInt32>])
  /// The categories whose bits are set.
  case categories(UInt32)
  case union([CharacterSet])
  case complement(CharacterSet)
  case difference(CharacterSet, CharacterSet)

  static func character(_ scalar: UInt32) -> CharacterSet { .ranges([scalar...scalar]) }

  /// Whether a character of a category, given as its bit, is in the set.
  func contains(_ scalar: UInt32, category: UInt32) -> Bool {
    switch self {
    case .ranges(let ranges): ranges.contains { $0.contains(scalar) }
    case .categories(let bits): bits & category != 0
    case .union(let sets): sets.contains { $0.contains(scalar, category: category) }
    case .complement(let set): !set.contains(scalar, category: category)
    case .difference(let set, let without):
      set.contains(scalar, category: category) && !without.contains(scalar, category: category)
    }
  }

  /// Collects where ranges start and end, and whether categories are asked for.
  func collect(boundaries: inout Set<UInt32>, usesCategories: inout Bool) {
    switch self {
    case .ranges(let ranges):
      for range in ranges { boundaries.formUnion([range.lowerBound, range.upperBound + 1]) }
    case .categories: usesCategories = true
    case .union(let sets):
      for set in sets { set.collect(boundaries: &boundaries, usesCategories: &usesCategories) }
    case .complement(let set):
      set.collect(boundaries: &boundaries, usesCategories: &usesCategories)
    case .difference(let set, let without):
      set.collect(boundaries: &boundaries, usesCategories: &usesCategories)
      without.collect(boundaries: &boundaries, usesCategories: &usesCategories)
    }
  }
}

/// Unicode's general categories, each a bit (Unicode Standard, 4.5).
enum GeneralCategory {
  static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Zs", "Zl", "Zp", "Sm", "Sc", "Sk", "So", "Cc", "Cf", "Co", "Cn", "Cs",
  ]

  /// The bits of a category such as `Lu`, or of all that start with a letter such as `L`; nil when
  /// there's none. `Cs` is none that a character of XML has.
  static func bits(named name: String) -> UInt32? {
    guard name != "Cs" else { return nil }
    var bits: UInt32 = 0
    for (index, category) in names.enumerated()
    where category == name || name.utf8.count == 1 && category.hasPrefix(name) {
      bits |= 1 << UInt32(index)
    }
    return bits == 0 ? nil : bits
  }

  /// The place of a character's category among the names.
  static func index(of scalar: UInt32) -> Int {
    guard let scalar = Unicode.Scalar(scalar) else { return 29 }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .spaceSeparator: 18
    case .lineSeparator: 19
    case .paragraphSeparator: 20
    case .mathSymbol: 21
    case .currencySymbol: 22
    case .modifierSymbol: 23
    case .otherSymbol: 24
    case .control: 25
    case .format: 26
    case .privateUse: 27
    case .surrogate: 29
    default: 28
    }
  }
}
