/// Finds greetings: "Dear Sir:" before the text, "Sincerely yours," after it.
///
/// A greeting stands alone on a short line. At the start it names whom it greets, and text follows;
/// at the end it says how one remains, and a name follows. TEI Guidelines, DS, Openers and Closers.
struct Salute: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "May 6, 1997\nDear Sir:\nI write to say so.\nSincerely yours,\nANNA BERG"
      ~> "<salute>Dear Sir:</salute>",
    "May 6, 1997\nDear Sir:\nI write to say so.\nSincerely yours,\nANNA BERG"
      ~> "<closer><salute>Sincerely yours,</salute>",
    "Oslo, May 6, 1997\nMy dear Anna\nI write to say so.\nEver affectionately\nyours -\nOla Lund"
      ~> "<salute>My dear Anna</salute>",
    "Oslo, May 6, 1997\nMy dear Anna\nI write to say so.\nEver affectionately\nyours -\nOla Lund"
      ~> "<salute>Ever affectionately\n<lb/>yours -</salute>",
    "Dear friends met us there, which was a pleasure to us all.\nSo it was." !~> "<salute",
    "Castle Ilse\n\nSoldiers and Sailors of the Army!\n\nYou are about to go to the ford, and across it."
      ~> "<salute>Soldiers and Sailors of the Army!</salute>",
    "To the west of it\nThis is a text that says so." !~> "<salute",
  ]

  private static let greeting = Formulas.words("greeting")
  private static let offices = Formulas.words("greeting-office")
  private static let adjectives = Formulas.words("greeting-adjective")
  private static let titles = Formulas.words("greeting-title")
  private static let closing = Formulas.words("closing")
  private static let closingBeforeComma = Formulas.words("closing-before-comma")
  private static let opensClosing = Formulas.words("closing-start")

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    let datelines = Set(found.blocks(.dateline).map { found.line(at: $0.range.upperBound - 1) })
    var annotations: [Annotation] = []
    var position = 0
    while position < filled.count {
      let line = filled[position]
      if found.claims(line: line) {
        position += 1
      } else if isOpening(text, filled, position, below: datelines) {
        annotations.append(salute(text, [line], .openingSalute))
        position += 1
      } else if let lines = officeAddressed(text, filled, position, found) {
        annotations.append(salute(text, lines, .openingSalute))
        annotations += lineBreaks(text, lines)
        position += lines.count
      } else if let signed = signedCloser(text, line, position, filled, found) {
        annotations += signed
        position += 1
      } else if let lines = closing(text, filled, position, found) {
        annotations.append(salute(text, lines, .closingSalute))
        annotations += lineBreaks(text, lines)
        position += lines.count
      } else {
        position += 1
      }
    }
    return annotations
  }

  /// Whether some tokens are a greeting alone: "My dear Sir", "Gentlemen:".
  static func greets(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    guard words.count <= 6, let first = words.first(where: { !isAdjective(text, $0) }) else {
      return false
    }
    let key = text.tokens[first].key
    return greeting.contains(key) || offices.contains(key) && isAdjective(text, words[0])
  }

  private static func isAdjective(_ text: TokenisedText, _ index: Int) -> Bool {
    adjectives.contains(text.tokens[index].key)
  }

  private func lineBreaks(_ text: TokenisedText, _ lines: [Int]) -> [Annotation] {
    lines.dropFirst().map {
      let start = text.lines[$0].content.lowerBound
      return Annotation(
        start..<start, .lineBreak, .high, rule: "salute", because: "the greeting goes on")
    }
  }

  private func salute(_ text: TokenisedText, _ lines: [Int], _ mark: Mark) -> Annotation {
    let range =
      text.lines[lines[0]].content
      .lowerBound..<text.lines[lines[lines.count - 1]].content.upperBound
    return Annotation(
      range, mark, .high, rule: "salute", because: "a greeting alone on its line")
  }

  /// Whether a line greets: "Dear Sir:", "To the Senate:", "Hon. A. BERG, Commissioner:".
  private func isOpening(
    _ text: TokenisedText, _ filled: [Int], _ position: Int, below datelines: Set<Int>
  ) -> Bool {
    let line = text.lines[filled[position]]
    guard line.tokens.count <= 22, position + 1 < filled.count, !line.tokens.isEmpty else {
      return false
    }
    let last = text.lastByte(line)
    let isOpen = last == UInt8(ascii: ":") || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
    guard let first = line.tokens.first(where: { text.tokens[$0].kind != .mark }),
      text.tokens[first].isCapital
    else { return false }
    let words = line.tokens.filter { text.tokens[$0].kind != .mark }
    let next = text.lines[filled[position + 1]]
    let isAboveText = next.tokens.count > line.tokens.count && next.tokens.count > 5
    let rest = words.drop { Self.adjectives.contains(text.tokens[$0].key) }
    if let greeting = rest.first, Self.offices.contains(text.tokens[greeting].key),
      words.count <= 4,
      isOpen, rest.count < words.count || words.count == 1
    {
      return true
    }
    if text.holds(["may", "it", "please"], in: line.tokens.prefix(3)) { return isOpen }
    if let greeting = rest.first, Self.greeting.contains(text.tokens[greeting].key) {
      if words.count == 1 { return isAboveText || isOpen }
      let isBelowDate = words.count <= 5 && position > 0 && datelines.contains(filled[position - 1])
      let isPlain = words.count <= 3 && words.allSatisfy { isGreetingWord(text, $0) }
      return (isOpen || isBelowDate || isAboveText && (last != UInt8(ascii: ".") || isPlain))
        && rest.dropFirst().allSatisfy {
          text.tokens[$0].isCapital || text.tokens[$0].count <= 3
            || Self.greeting.contains(text.tokens[$0].key)
        }
    }
    // "Your Excellency"
    if words.count == 2, isAboveText, text.tokens[first].key == Token.key("your"),
      Self.offices.contains(text.tokens[words[1]].key)
    {
      return true
    }
    if last == UInt8(ascii: "!"), position < 4, words.count >= 2, words.count <= 14, isAboveText,
      TitleCase.holds(text, line.tokens)
    {
      return true
    }
    let isNamed = words.dropFirst().allSatisfy {
      text.tokens[$0].isCapital || text.tokens[$0].count <= 3
    }
    guard isNamed, words.count >= 2 else { return false }
    if text.tokens[first].key == Token.key("to") {
      let follows = position + 1 < filled.count && isGreeting(text, filled[position + 1])
      let isBelowDate =
        position > 0 && datelines.contains(filled[position - 1]) && next.tokens.count > 12
        && words.contains { facts.roles.contains(text.tokens[$0].key) }
      return last == UInt8(ascii: ":") || follows || isBelowDate
    }
    guard Self.titles.contains(text.tokens[first].key) else { return false }
    // Below a dateline and above the text a name alone greets: "Messrs. Berg & Lund".
    let isBelowDate =
      position > 0 && next.tokens.count > 12 && datelines.contains(filled[position - 1])
      && !words.contains { text.tokens[$0].key == Token.key("to") }
    // Above a greeting the name is an address.
    return last == UInt8(ascii: ":") && !isGreeting(text, filled[position + 1]) || isBelowDate
  }

  private func isGreetingWord(_ text: TokenisedText, _ index: Int) -> Bool {
    let key = text.tokens[index].key
    return Self.greeting.contains(key) || Self.adjectives.contains(key)
  }

  /// The lines of a name with its office that greet: "ANNA BERG, / Agent of the Commission:".
  private func officeAddressed(
    _ text: TokenisedText, _ filled: [Int], _ position: Int, _ found: Findings
  ) -> [Int]? {
    guard position < 8, position + 2 < filled.count else { return nil }
    let (first, second) = (text.lines[filled[position]], text.lines[filled[position + 1]])
    guard text.lastByte(first) == UInt8(ascii: ","), text.lastByte(second) == UInt8(ascii: ":"),
      first.tokens.count <= 8, second.tokens.count <= 12, !found.claims(line: filled[position + 1]),
      text.lines[filled[position + 2]].tokens.count > second.tokens.count,
      second.tokens.contains(where: { facts.roles.contains(text.tokens[$0].key) }),
      first.tokens.allSatisfy({
        text.tokens[$0].kind == .mark || text.tokens[$0].isCapital || text.tokens[$0].count <= 3
      })
    else { return nil }
    return [filled[position], filled[position + 1]]
  }

  /// A closing greeting and a signature on one line: "Yours truly, ANNA BERG, Clerk."
  private func signedCloser(
    _ text: TokenisedText, _ number: Int, _ position: Int, _ filled: [Int], _ found: Findings
  ) -> [Annotation]? {
    let line = text.lines[number]
    guard position > 0, line.tokens.count <= 30,
      Self.opensClosing.contains(text.tokens[line.tokens.lowerBound].key),
      let comma = line.tokens.first(where: { index in
        text.isMark(index, ",") && index > line.tokens.lowerBound
          && Self.closing.contains(text.tokens[index - 1].key)
          && index + 1 < line.tokens.upperBound && text.tokens[index + 1].isCapital
          && !Self.greeting.contains(text.tokens[index + 1].key)
      }),
      let signature = SignatureLine(
        text, comma + 1..<line.tokens.upperBound, found, facts, mayBeShort: true)
    else { return nil }
    let greeting = line.content.lowerBound..<Int(text.tokens[comma].end)
    let signed = Int(text.tokens[comma + 1].start)..<line.content.upperBound
    func annotation(_ range: Range<Int>, _ mark: Mark) -> Annotation {
      Annotation(range, mark, .high, rule: "salute", because: "a greeting and a name on one line")
    }
    return [annotation(greeting, .closingSalute), annotation(signed, .signed(role: nil))]
      + signature.phrases.map { annotation($0.range, $0.mark) }
  }

  /// Whether a line is "Sir", "Dear Sir:" and the like.
  private func isGreeting(_ text: TokenisedText, _ number: Int) -> Bool {
    let words = text.lines[number].tokens.filter { text.tokens[$0].kind != .mark }
    guard words.count <= 4 else { return false }
    return words.contains { Self.greeting.contains(text.tokens[$0].key) }
  }

  /// The lines of a closing greeting that starts at a line; nil when none does.
  private func closing(
    _ text: TokenisedText, _ filled: [Int], _ position: Int, _ found: Findings
  ) -> [Int]? {
    var lines: [Int] = []
    var isClosing = false
    while position + lines.count < filled.count, lines.count < 4 {
      let number = filled[position + lines.count]
      let line = text.lines[number]
      guard line.tokens.count <= 14, !found.claims(line: number) else { break }
      // Most lines are told by their first word, before anything is made of them.
      if lines.isEmpty {
        guard let first = line.tokens.first(where: { text.tokens[$0].kind != .mark }),
          Self.opensClosing.contains(text.tokens[first].key)
            || text.tokens[first].isCapital && remains(text, line.tokens)
        else { return nil }
      }
      let words = line.tokens.filter { text.tokens[$0].kind != .mark }
      guard let first = words.first else { break }
      if lines.isEmpty {
        // A sentence is no greeting.
        guard
          text.lastByte(line) != UInt8(ascii: ".")
            || line.tokens.count <= 8 && (hasClosing(text, words) || isEtCetera(text, words))
        else { return nil }
        guard position > 0,
          text.tokens[first].key != Token.key("from") || words.count <= 6
        else { return nil }
      } else if !hasClosing(text, words) && !goesOn(text, words) {
        break
      }
      if hasClosing(text, words) || isEtCetera(text, words) { isClosing = true }
      lines.append(number)
    }
    guard isClosing, let last = lines.last else { return nil }
    // A sentence that ends is no greeting, but "I am, sir, your obedient servant." may.
    let after = position + lines.count
    guard after < filled.count else { return nil }
    let next = text.lines[filled[after]]
    guard next.tokens.count <= 16, !next.tokens.isEmpty,
      text.tokens[next.tokens.lowerBound].kind != .word || found.claims(line: filled[after])
    else { return nil }
    return text.lines[last].tokens.count <= 14 ? lines : nil
  }

  /// Whether a line of few words goes on with a greeting: "Sir", "With great respect".
  private func goesOn(_ text: TokenisedText, _ words: [Int]) -> Bool {
    words.contains { Self.greeting.contains(text.tokens[$0].key) }
      || words.count <= 7
        && words.contains { Self.closingBeforeComma.contains(text.tokens[$0].key) }
      || words.count <= 7 && Self.greets(text, words[0]..<words[words.count - 1] + 1)
  }

  /// Whether a line ends as the last sentence of a letter goes over into its greeting: "…, we remain".
  private func remains(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    let last = tokens.last { text.tokens[$0].kind != .mark }
    guard let last, last > tokens.lowerBound else { return false }
    return text.tokens[last].key == Token.key("remain")
      && ["i", "we"].contains { text.tokens[last - 1].key == Token.key($0) }
  }

  /// "I am, &c."
  private func isEtCetera(_ text: TokenisedText, _ words: [Int]) -> Bool {
    guard words.count <= 4, let last = words.last else { return false }
    return [Token.key("c"), Token.key("etc"), Token.key("&c")].contains(text.tokens[last].key)
      && text.tokens[words[0]].key == Token.key("i")
  }

  private func hasClosing(_ text: TokenisedText, _ words: [Int]) -> Bool {
    if words.contains(where: { Self.closing.contains(text.tokens[$0].key) }) { return true }
    guard let last = words.last, text.isMark(last + 1, ",") else { return false }
    return words.contains { Self.closingBeforeComma.contains(text.tokens[$0].key) }
  }
}
