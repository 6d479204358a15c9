/// The lines of one dateline: its date, the places before it, and what may stand after.
struct DatelineLines {
  /// Where in a document a line stands.
  enum Position { case start, middle, end }

  private(set) var lines: ClosedRange<Int>
  private(set) var places: [Range<Int>] = []
  private let date: Annotation
  private let because: String

  /// The evidence of a dateline that is a sentence.
  static let doneSentence = "a sentence that says where and when it was done"

  private static let small = Formulas.words("dateline-word")
  private static let headLabels = Formulas.words("memorandum-label")
  private static let labels = Formulas.words("date-label")
  private static let starts = Formulas.words("dateline-start")
  private static let times = Formulas.words("time")
  private static let seats = Formulas.words("seat")
  private static let registering = Formulas.words("registering")
  private static let suffixes = Formulas.words("suffix")
  private static let weekdays = Formulas.words("weekday")

  /// The dateline that a line with a date is; nil when the line holds other words.
  init?(_ text: TokenisedText, _ date: Annotation, on number: Int, _ found: Findings) {
    let last = found.line(at: date.range.upperBound - 1)
    guard last == number || !found.claims(line: last),
      Self.isTime(text, text.lines[last].tokens, from: date.range.upperBound),
      let place = Self.place(text, text.lines[number].tokens, until: date.range.lowerBound),
      !Self.isOfDate(text, text.lines[number].tokens, date)
    else { return nil }
    lines = number...last
    if let place { places = [place] }
    self.date = date
    because = "a date alone on its line"
  }

  /// The dateline that a whole sentence is.
  init(done lines: ClosedRange<Int>, _ date: Annotation) {
    self.lines = lines
    self.date = date
    because = Self.doneSentence
  }

  /// Whether the words before a date say what is of that date: "The President's News Conference of
  /// June 1, 1971".
  private static func isOfDate(
    _ text: TokenisedText, _ tokens: Range<Int>, _ date: Annotation
  ) -> Bool {
    let before = tokens.prefix { Int(text.tokens[$0].end) <= date.range.lowerBound }
    guard before.count >= 2, let last = before.last else { return false }
    return text.tokens[last].key == Token.key("of")
      && !starts.contains(text.tokens[tokens.lowerBound].key)
  }

  var isPlaced: Bool { !places.isEmpty }

  /// Whether the line makes a dateline where it stands: away from the start a date without a year
  /// needs a place, and away from the end too one needs both.
  func standsAlone(_ date: Annotation, near position: Position) -> Bool {
    guard case .date(let value) = date.mark else { return false }
    let isFull = value.when.map { $0.utf8.count >= 10 && !$0.hasPrefix("--") } ?? false
    return switch position {
    case .start: true
    case .end: isPlaced || value.when?.hasPrefix("--") != true
    case .middle: isPlaced && isFull
    }
  }

  /// Takes the lines above that name the place: such as end in a comma, name a house or an office, or
  /// are a place that is known.
  mutating func climb(
    _ text: TokenisedText, _ found: Findings, _ facts: Facts, isTop: Bool, after limit: Int
  ) {
    var beforeGap: (lines: ClosedRange<Int>, places: [Range<Int>])?
    // What stands apart above is taken as a whole or not at all.
    defer {
      if let beforeGap, lines.lowerBound > 0, !text.lines[lines.lowerBound - 1].isBlank,
        !found.claims(line: lines.lowerBound - 1)
      {
        (lines, places) = beforeGap
      }
    }
    while lines.count < 6 {
      var above = lines.lowerBound - 1
      if isTop, above >= 0, text.lines[above].isBlank {
        above -= 1
        if isBelowName(text, above, found, facts) { return }
        if beforeGap == nil { beforeGap = (lines, places) }
        guard above >= 0, text.lines[above].tokens.count <= 7 else { return }
      }
      guard above > limit, above >= 0, !text.lines[above].isBlank, !found.claims(line: above),
        text.lines[above].tokens.count <= 14, !isPressOffice(text, text.lines[above].tokens),
        let place = Self.place(
          text, text.lines[above].tokens, until: text.lines[above].content.upperBound), let place
      else { return }
      let isOpen = text.lastByte(text.lines[above]) == UInt8(ascii: ",")
      guard
        isOpen && above == lines.lowerBound - 1 && !isPersonal(text, above, found, facts)
          || Self.isSeat(text, text.lines[above].tokens, facts)
          || isTop && isBelowSeat(text, above, found, facts)
          || isTop && isFirstAboveGreeting(text, above, facts)
      else { return }
      lines = above...lines.upperBound
      places.insert(place, at: 0)
    }
  }

  /// Whether a line ends the name and the address of one who writes.
  private func isBelowName(
    _ text: TokenisedText, _ line: Int, _ found: Findings, _ facts: Facts
  ) -> Bool {
    var first = line
    while first > 0, line - first < 5, !text.lines[first - 1].isBlank { first -= 1 }
    guard line - first >= 2 else { return false }
    let tokens = text.lines[first].tokens
    return !Self.isSeat(text, tokens, facts)
      && PersonalName(text, tokens, found, facts).map { $0.last == tokens.upperBound - 1 } ?? false
  }

  /// Whether a short line stands in a letterhead, right below the line of an office.
  private func isBelowSeat(
    _ text: TokenisedText, _ line: Int, _ found: Findings, _ facts: Facts
  ) -> Bool {
    line > 0 && text.lines[line].tokens.count <= 4 && !text.lines[line - 1].isBlank
      && !found.claims(line: line - 1) && Self.isSeat(text, text.lines[line - 1].tokens, facts)
  }

  /// Whether a line names the office that gives a text to the press.
  private func isPressOffice(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    text.holds(["press", "secretary"], in: tokens) || text.holds(["press", "office"], in: tokens)
  }

  /// Whether a short line is the first of a letter, right above its date, and a greeting follows the
  /// date; no given name is on it.
  private func isFirstAboveGreeting(_ text: TokenisedText, _ line: Int, _ facts: Facts) -> Bool {
    let tokens = text.lines[line].tokens
    guard line + 1 == lines.lowerBound, tokens.count <= 6, text.filledLines.first == line,
      !tokens.contains(where: {
        facts.gazetteer.givenNames[text.tokens[$0].key] != nil
          || facts.roles.contains(text.tokens[$0].key)
      }),
      let next = text.filledLines.first(where: { $0 > lines.upperBound })
    else { return false }
    return Salute.greets(text, text.lines[next].tokens)
  }

  /// Takes the line below when the date's ends in a comma and the line names no more than a place.
  mutating func descend(_ text: TokenisedText, _ found: Findings) {
    let below = lines.upperBound + 1
    guard text.lastByte(text.lines[lines.upperBound]) == UInt8(ascii: ","),
      below < text.lines.count, !text.lines[below].isBlank, !found.claims(line: below),
      text.lines[below].tokens.count <= 5,
      below + 1 == text.lines.count || text.lines[below + 1].isBlank,
      let place = Self.place(
        text, text.lines[below].tokens, until: text.lines[below].content.upperBound), let place
    else { return }
    lines = lines.lowerBound...below
    places.append(place)
  }

  /// Whether a line that ends in a comma is a name whose office the next line says.
  private func isPersonal(
    _ text: TokenisedText, _ line: Int, _ found: Findings, _ facts: Facts
  ) -> Bool {
    let tokens = text.lines[line].tokens
    return !Self.isSeat(text, tokens, facts) && tokens.count <= 7
      && PersonalName(text, tokens, found, facts).map { $0.last >= tokens.upperBound - 2 } ?? false
      && tokens.contains { text.tokens[$0].count == 1 && text.tokens[$0].isCapital }
  }

  func annotations(_ text: TokenisedText) -> [Annotation] {
    let range =
      text.lines[lines.lowerBound].content
      .lowerBound..<text.lines[lines.upperBound].content
      .upperBound
    return [Annotation(range, .dateline, date.certainty, rule: "dateline", because: because)]
      + lines.dropFirst().filter { !text.lines[$0].isBlank }.map {
        let start = text.lines[$0].content.lowerBound
        return Annotation(
          start..<start, .lineBreak, .high, rule: "dateline", because: "the dateline goes on")
      }
      + places.map {
        Annotation($0, .placeName, .medium, rule: "dateline", because: "it stands before the date")
      }
  }
}

extension DatelineLines {
  /// The place that the tokens up to a byte name: nil for other words, an empty optional for none.
  static func place(
    _ text: TokenisedText, _ tokens: Range<Int>, until end: Int
  ) -> Range<Int>?? {
    var first: Int?
    var last: Int?
    var words = 0
    // "Subject: the meeting of May 6, 1997"
    if tokens.count > 2, text.isMark(tokens.lowerBound + 1, ":"),
      headLabels.contains(text.tokens[tokens.lowerBound].key),
      !labels.contains(text.tokens[tokens.lowerBound].key)
    {
      return nil
    }
    // "1. Report, October 1970" is an item of a list.
    if tokens.count > 2, text.tokens[tokens.lowerBound].kind == .number,
      text.isAttached(tokens.lowerBound + 1),
      text.isMark(tokens.lowerBound + 1, ".") || text.isMark(tokens.lowerBound + 1, ")"),
      Int(text.tokens[tokens.lowerBound + 1].end) <= end
    {
      return nil
    }
    for index in tokens where Int(text.tokens[index].end) <= end {
      let token = text.tokens[index]
      // "Dated", "Signed at Oslo"
      if index == tokens.lowerBound,
        labels.contains(token.key)
          || starts.contains(token.key) && text.tokens[index + 1].key == Token.key("at")
      {
        continue
      }
      if registering.contains(token.key) { return nil }
      if TitleCase.small.contains(token.key) || small.contains(token.key) {
        guard small.contains(token.key) else { return nil }
        if token.key == Token.key("the"), token.isCapital { first = first ?? index }
        continue
      }
      switch token.kind {
      case .capitals, .capitalised:
        if weekdays.contains(token.key) { continue }
        words += 1
        first = first ?? index
        last = index
      case .number, .mixed:
        guard token.count <= 4 else { return nil }
      case .mark: guard isDivider(text, index) else { return nil }
      case .word:
        // "d'Angleterre"
        guard text.bytes[token.range].contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else {
          return nil
        }
        last = index
      }
    }
    guard words <= 9 else { return nil }
    guard let first, let last else { return .some(nil) }
    return .some(text.range(first, last))
  }

  private static func isDivider(_ text: TokenisedText, _ index: Int) -> Bool {
    [",", ".", "(", "[", "]", ":", "-", "'", "&", "/"].contains { text.isMark(index, $0) }
      || text.tokens[index].count > 1
  }

  /// Whether what follows a date on its line is a time of the day, or no more than marks.
  static func isTime(_ text: TokenisedText, _ tokens: Range<Int>, from start: Int) -> Bool {
    var rest = tokens.drop { Int(text.tokens[$0].start) < start }
    // "(Received August 3.)"
    if let bracket = rest.first(where: { text.isMark($0, "(") || text.isMark($0, "[") }),
      rest.count <= 16, registering.contains(text.tokens[min(bracket + 1, rest.endIndex - 1)].key)
    {
      rest = rest[..<bracket]
    }
    // "10.30 a. m.—via New York."
    if let via = rest.first(where: { text.tokens[$0].key == Token.key("via") }),
      rest[via...].dropFirst().allSatisfy({
        text.tokens[$0].isCapital || text.tokens[$0].kind == .mark
      })
    {
      rest = rest[..<via]
    }
    return rest.count <= 10
      && rest.allSatisfy { index in
        let token = text.tokens[index]
        return switch token.kind {
        case .mark: isDivider(text, index) || text.isMark(index, ")") || text.isMark(index, "]")
        case .number, .mixed: token.count <= 5
        default: times.contains(token.key)
        }
      }
  }

  /// Whether a line names a house, an office or a place that is known, and starts with it.
  static func isSeat(_ text: TokenisedText, _ tokens: Range<Int>, _ facts: Facts) -> Bool {
    guard tokens.count <= 9,
      tokens.allSatisfy({
        let token = text.tokens[$0]
        return token.kind != .word || small.contains(token.key)
      })
    else { return false }
    if tokens.contains(where: { seats.contains(text.tokens[$0].key) }) { return true }
    // "Four Courts, Dublin", "Akron, O."
    if let comma = tokens.last(where: { text.isMark($0, ",") }), comma + 1 < tokens.upperBound,
      comma > tokens.lowerBound
    {
      let next = text.tokens[comma + 1]
      if facts.gazetteer.place(text, at: comma + 1) != nil { return true }
      if tokens.count <= 6, next.isCapital, next.count <= 4, !suffixes.contains(next.key) {
        return true
      }
    }
    // A place alone, and no name that starts as one: "U. S. GRANT."
    guard tokens.count <= 6, let place = facts.gazetteer.place(text, at: tokens.lowerBound)
    else { return false }
    var rest = tokens.drop { $0 <= place.last }
    if let next = rest.first, text.isMark(next, "."), text.isAttached(next) {
      rest = rest.dropFirst()
    }
    return rest.first.map { text.tokens[$0].kind == .mark } ?? true
  }
}
