import EngrossModel

/// How common elements are, and what people write by habit: facts, to guess what was meant.
enum Usage {
  private static let ranks: [String: Int] = FactTable(named: "tei-elements").rows.enumerated()
    .reduce(into: [:]) { ranks, row in ranks[row.element[0]] = row.offset }

  private static let html: [String: String] = FactTable(named: "html-names").rows
    .reduce(into: [:]) { names, row in names[row[0]] = row[1] }

  /// Elements, the likeliest first; those that are as likely as one another stay in their order.
  static func likeliest(_ names: [Name]) -> [Name] {
    names.enumerated().map {
      (name: $0.element, rank: (ranks[$0.element.local] ?? .max, $0.offset))
    }
    .sorted { $0.rank < $1.rank }.map(\.name)
  }

  /// Whether an element is among the common ones.
  static func isCommon(_ name: Name) -> Bool { ranks[name.local] != nil }

  /// What TEI calls an element of HTML.
  static func element(forHTML local: String) -> String? { html[local] }

  /// What TEI calls an attribute of HTML.
  static func attribute(forHTML local: String) -> String? { html["@" + local] }
}

extension Expected {
  /// The element that a name was probably meant for: one that is called so in another namespace or
  /// in HTML, or the nearest in spelling; nil when nothing here is near.
  ///
  /// The engine takes it in the name's stead, so that one mistake isn't told twice.
  func element(meantBy name: Name) -> Name? {
    if let same = elements.first(where: { $0.local == name.local }) { return same }
    if let local = Usage.element(forHTML: name.local),
      let meant = elements.first(where: { $0.local == local })
    {
      return meant
    }
    let words = Usage.likeliest(elements)
    return Spelling(words: words.map(\.local)).indexOfNearest(to: name.local).map { words[$0] }
  }

  /// The attribute that a name was probably meant for.
  func attribute(meantBy name: Name) -> Name? {
    if let same = attributes.first(where: { $0.local == name.local }) { return same }
    if let written = Usage.attribute(forHTML: name.local),
      let meant = attributes.first(where: { $0.written == written })
    {
      return meant
    }
    // In the order of the alphabet, as a grammar's order says nothing of attributes.
    let words = attributes.sorted { $0.local < $1.local }
    return Spelling(words: words.map(\.local)).indexOfNearest(to: name.local).map { words[$0] }
  }
}

extension Name {
  /// The name as TEI's documents write it: with the prefix of `xml`, without another.
  var written: String { namespace == Name.xmlNamespace ? "xml:" + local : local }
}
