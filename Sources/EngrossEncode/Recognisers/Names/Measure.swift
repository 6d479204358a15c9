/// Finds sums of money and measures: "$2.5 million", "five hundred dollars", "160 acres", "15 tons
/// of coal".
///
/// A sign of money before a number, or a unit after it, makes a measure; what is measured counts
/// where "of" and one word follow. TEI Guidelines, CO, Numbers and Measures.
struct Measure: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "They paid $2.5 million to him, as all of them say."
      ~> "<measure type=\"currency\" quantity=\"2500000\" unit=\"dollar\" resp=\"#engross\" cert=\"high\">$2.5 million</measure>",
    "They paid $25,000,000.50 to him, as all of them say." ~> "quantity=\"25000000.50\"",
    "They paid five hundred dollars to him, as all of them say."
      ~> "<measure type=\"currency\" quantity=\"500\" unit=\"dollar\"",
    "They gave him 160 acres and 15 tons of coal, as all of them say."
      ~> "<measure type=\"area\" quantity=\"160\" unit=\"acre\"",
    "They gave him 160 acres and 15 tons of coal, as all of them say."
      ~> "quantity=\"15\" unit=\"ton\" commodity=\"coal\"",
    "They gave him 15 tons of the coal, as all of them say." ~> ">15 tons</measure>",
    "They came on 25 of the 100 days, and 1862 was a good year." !~> "<measure",
    "They saw 12 of them at No. 5, where $ signs stand." !~> "<measure",
  ]

  private static let never = NameWords.words("never-person")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      // Most words are no numbers.
      let mayStart =
        switch token.kind {
        case .mark, .number: true
        case .word, .capitalised: token.isAny(.numberWord)
        case .capitals, .mixed: false
        }
      guard mayStart,
        let match = token.kind == .mark ? sum(text, at: index) : measure(text, at: index)
      else {
        index += 1
        continue
      }
      let isSum = token.kind == .mark
      annotations.append(
        Annotation(
          text.range(index, match.last), .measure(match.measured),
          isSum || token.kind == .number ? .high : .medium, rule: "measure",
          because: isSum ? "a sign of money and a number" : "a number and a unit"))
      index = match.last + 1
    }
    return annotations
  }

  private func sum(_ text: TokenisedText, at index: Int) -> (last: Int, measured: Measured)? {
    guard index + 1 < text.tokens.count, text.tokens[index + 1].kind == .number,
      let unit = unit(text.scalar(index)),
      Int(text.tokens[index + 1].start) - Int(text.tokens[index].end) <= 1,
      let read = Quantity.read(text, at: index + 1, facts)
    else { return nil }
    return (read.last, Measured(type: "currency", quantity: read.quantity.value, unit: unit))
  }

  /// The unit that a sign of money stands for.
  private func unit(_ sign: UInt32) -> String? {
    switch sign {
    case 0x24: "dollar"
    case 0xA3: "pound-sterling"
    case 0x20AC: "euro"
    case 0xA5: "yen"
    default: nil
    }
  }

  private func measure(_ text: TokenisedText, at index: Int) -> (last: Int, measured: Measured)? {
    guard text.tokens[index].kind == .number || facts.dates.numbers.contains(text.tokens[index]),
      let read = Quantity.read(text, at: index, facts), read.last + 1 < text.tokens.count,
      index == 0 || !text.isAttached(index) || text.tokens[index - 1].kind != .mark
        || text.isMark(index - 1, "(")
    else { return nil }
    var unitToken = read.last + 1
    // "five hundred (500) dollars"; "a 30-foot road".
    if text.isMark(unitToken, "-"), text.isAttached(unitToken) { unitToken += 1 }
    guard unitToken < text.tokens.count, let unit = facts.units[text.tokens[unitToken].key],
      text.tokens[unitToken].kind == .word || text.tokens[unitToken].kind == .capitalised
    else { return nil }
    var measured = Measured(type: unit.type, quantity: read.quantity.value, unit: unit.id)
    let commodity = unitToken + 2
    if unit.type == "weight" || unit.type == "volume" || unit.type == "count",
      commodity < text.tokens.count, text.tokens[commodity].kind == .word,
      text.tokens[commodity - 1].key == Token.key("of"), text.tokens[commodity].count > 2,
      !Self.never.contains(text.tokens[commodity].key)
    {
      measured.commodity = text.string(text.tokens[commodity].range)
      return (commodity, measured)
    }
    if unit.id == "pound", text.isMark(unitToken + 1, "-") { return nil }
    if unit.type == "weight", unit.id == "pound",
      unitToken + 1 < text.tokens.count, text.tokens[unitToken + 1].key == Token.key("sterling")
    {
      measured = Measured(
        type: "currency", quantity: measured.quantity, unit: "pound-sterling")
      return (unitToken + 1, measured)
    }
    return (unitToken, measured)
  }
}

/// What a measure says: how much of what unit, and of what thing.
package struct Measured: Sendable, Equatable {
  let type: String
  let quantity: String
  let unit: String
  var commodity: String?

  var attributes: [(name: String, value: String)] {
    [("type", type), ("quantity", quantity), ("unit", unit)]
      + (commodity.map { [("commodity", $0)] } ?? [])
  }
}
