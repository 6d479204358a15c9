/// What one line of a signature says: a name, with an office or a party beside it or not; or names in
/// columns, as a page that was set in columns gives them.
struct SignatureLine {
  private(set) var names: [Range<Int>] = []
  private(set) var parts: [SignatureLines.Part] = []
  private(set) var isInCapitals = true
  private(set) var words = 0
  private(set) var isMarked = false

  /// Reads a line that has a name; nil when it has none.
  init?(
    _ text: TokenisedText, _ line: Range<Int>, _ found: Findings, _ facts: Facts,
    mayBeShort: Bool = false
  ) {
    let columns = Self.columns(text, line)
    for column in columns {
      let isShortest = column.count <= 2 && text.tokens[column.lowerBound].kind == .capitals
      if read(
        text, column, found, facts, mayBeShort: mayBeShort && (columns.count == 1 || isShortest))
      {
        continue
      }
      guard columns.count > 1, !names.isEmpty, let part = SignaturePart.read(text, column, facts)
      else { return nil }
      parts.append(part)
    }
    if names.isEmpty { return nil }
  }

  var hasRole: Bool { parts.contains { if case .role = $0 { true } else { false } } }

  /// What the line's phrases are.
  var phrases: [(range: Range<Int>, mark: Mark)] {
    names.map { ($0, .persName) }
      + parts.compactMap { part in
        switch part {
        case .role(let range): (range, .roleName)
        case .organisation(let range): (range, .orgName)
        case .roleGoesOn, .untold: nil
        }
      }
  }

  /// The tokens between wide gaps.
  static func columns(_ text: TokenisedText, _ line: Range<Int>) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start = line.lowerBound
    for index in line.dropFirst() {
      let gap = text.bytes[Int(text.tokens[index - 1].end)..<Int(text.tokens[index].start)]
      guard gap.count > 2 || gap.first == 0x09 else { continue }
      columns.append(start..<index)
      start = index
    }
    return columns + [start..<line.upperBound]
  }

  /// Reads the name at the start of some tokens, and what stands beside it.
  private mutating func read(
    _ text: TokenisedText, _ tokens: Range<Int>, _ found: Findings, _ facts: Facts,
    mayBeShort: Bool
  ) -> Bool {
    var tokens = tokens
    let party = SignatureFormula.party(text, tokens)
    if let party, let colon = party.first(where: { text.isMark($0, ":") }), colon > party.lowerBound
    {
      tokens = colon + 1..<tokens.upperBound
    }
    let before = SignatureFormula.beforeName(text, tokens)
    let mark = SignatureFormula.mark(text, before.upperBound..<tokens.upperBound)
    let end = min(SignatureFormula.seal(text, tokens), mark.lowerBound)
    guard before.upperBound < end, SignaturePart.state(text, before.upperBound..<end, facts) == nil,
      let name = SignatoryName(
        text, before.upperBound..<end, found, facts,
        mayBeShort: mayBeShort || !SignatureFormula.signing(text, tokens).isEmpty)
    else { return false }
    var rest = name.tokens.upperBound
    if rest < end, text.isMark(rest, "."), text.isAttached(rest) { rest += 1 }
    if rest < end, text.isMark(rest, ",") { rest += 1 }
    if rest < end {
      guard let beside = SignaturePart.beside(text, rest..<end, facts) else { return false }
      parts += beside
    }
    if let party, party.lowerBound < tokens.lowerBound {
      parts.insert(.organisation(text.range(party.lowerBound, tokens.lowerBound - 2)), at: 0)
    }
    names.append(text.range(name.tokens.lowerBound, name.tokens.upperBound - 1))
    isInCapitals = isInCapitals && name.isInCapitals
    words = max(words, name.words)
    isMarked = isMarked || !mark.isEmpty || SignatureFormula.mark(text, before).count > 1
    return true
  }
}
