import EngrossModel

/// Finds the names that a user's gazetteer holds, written as there or in capitals.
///
/// The longest name at a place counts, and it goes before what other rules would say. A name that
/// goes on with a hyphen is another. TEI Guidelines, ND, Names.
struct KnownName: Recogniser {
  static let rule = "known-name"

  let facts: Facts

  static let examples: [Example] = [
    "Without a gazetteer, Port Lund is no name of any kind to them." !~> "Port Lund</orgName>"
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    guard let known = facts.known else { return [] }
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      guard text.tokens[index].isCapital, let name = known.find(text, at: index),
        !text.isMark(name.last + 1, "-") || !text.isAttached(name.last + 1)
      else {
        index += 1
        continue
      }
      annotations.append(
        Annotation(
          text.nameRange(index, name.last), Self.mark(name.value), .high, rule: Self.rule,
          because: "a name of the gazetteer"))
      index = name.last + 1
    }
    return annotations
  }

  private static func mark(_ kind: KnownNames.Kind) -> Mark {
    switch kind {
    case .person: .persName
    case .place: .placeName
    case .organisation: .orgName
    }
  }
}
