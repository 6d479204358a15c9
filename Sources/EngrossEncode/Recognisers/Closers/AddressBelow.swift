/// The lines below a letter's signature that name whom it goes to: "Miss Anna Berg, / Candle Row".
/// TEI Guidelines, DS, Openers and Closers.
struct AddressBelow {
  private static let ranks = Formulas.words("rank")

  private var lines: ClosedRange<Int>

  init(_ line: Int) { lines = line...line }

  /// Whether a line names a person or an office as addresses do.
  static func starts(_ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts) -> Bool {
    if SignatureFormula.isCourtesy(text, tokens) { return true }
    if tokens.count > 2, ranks.contains(text.tokens[tokens.lowerBound].key),
      !text.isMark(tokens.lowerBound + 1, ","), !isOffice(text, tokens, facts)
    {
      return true
    }
    let first = text.tokens[tokens.lowerBound].key
    return first == Token.key("the") || first == Token.key("to")
  }

  /// Whether a rank is the signatory's own, and names nobody: "Major-General, Commanding".
  private static func isOffice(
    _ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts
  ) -> Bool {
    let name = tokens.prefix { !text.isMark($0, ",") }
    return text.isMark(tokens.lowerBound + 1, "-")
      && name.allSatisfy {
        text.tokens[$0].kind == .mark || facts.roles.contains(text.tokens[$0].key)
          || ranks.contains(text.tokens[$0].key)
      }
  }

  mutating func add(_ line: Int) { lines = lines.lowerBound...line }

  /// The address, down to the next block or blank line.
  func annotations(_ text: TokenisedText, _ found: Findings) -> [Annotation] {
    var last = lines.upperBound
    let limit = last + 3
    while last + 1 < text.lines.count, last + 1 <= limit, !text.lines[last + 1].isBlank,
      !found.claims(line: last + 1), text.lines[last + 1].content.count <= 60
    {
      last += 1
    }
    func annotation(_ range: Range<Int>, _ mark: Mark, _ because: String) -> Annotation {
      Annotation(range, mark, .high, rule: "signatory", because: because)
    }
    let start = text.lines[lines.lowerBound].content.lowerBound
    return (lines.lowerBound...last).dropFirst().filter { !text.lines[$0].isBlank }.map {
      let start = text.lines[$0].content.lowerBound
      return annotation(start..<start, .lineBreak, "the address goes on")
    } + [
      annotation(
        start..<text.lines[last].content.upperBound, .address,
        "a courteous form of a name below a signature")
    ]
  }
}
