/// Finds a document's title: the first line, or block of lines, after what the opener has taken.
///
/// A title is short, starts with a capital, doesn't end as a sentence does, and has a text after it.
/// TEI Guidelines, DS, Headings and Trailers.
struct Title: Recogniser {
  let facts: Facts

  private static let sentences = Formulas.words("sentence-title")

  static let examples: [Example] = [
    "A notice to all\n\nThis is a text that says so." ~> "<head>A notice to all</head>",
    "A treaty with Ilse\n\nArticles concluded at Oslo, between Anna Berg and the men of Ilse.\n\nThis is agreed by them."
      ~> "<head>Articles concluded at",
    "REGENCY\n\nLAMPS IN THE NORTH\n\nMEMORANDUM BY THE MINISTER OF LIGHTS\n\nThis is a text that says so."
      ~> "<head>LAMPS IN THE NORTH</head>",
    "This is a text that says so.\n\nAnd so does this." !~> "<head",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let filled = text.filledLines
    let opener = found.blocks(.preliminary(type: "number")).last
    let start = opener.map { found.line(at: $0.range.lowerBound) + 1 } ?? 0
    guard
      let first = filled.drop(while: { $0 < start }).prefix(8).first(where: {
        !found.claims(line: $0)
      }),
      let lastFilled = filled.last, lastFilled > first
    else { return [] }
    let last = lastLine(text, first, found, isSet: opener == nil)
    guard
      isTitle(text, first, last, found)
        || opener != nil && isTitleCase(text, text.lines[first].tokens)
          && text.lastByte(text.lines[first]) != UInt8(ascii: ",")
    else { return [] }
    let range = text.lines[first].content.lowerBound..<text.lines[last].content.upperBound
    let because =
      opener == nil
      ? "the first line of the text, and no sentence" : "it follows the document's number"
    var annotations = [Annotation(range, .head, .high, rule: "title", because: because)]
    for line in first..<last {
      let start = text.lines[line + 1].content.lowerBound
      annotations.append(
        Annotation(start..<start, .lineBreak, .high, rule: "title", because: "the title goes on"))
    }
    return annotations + subtitles(text, below: last, found)
  }

  /// The lines in capitals below the title that are headings too: they name a kind of document,
  /// end in a comma or start as "BETWEEN" does. Headings of divisions, which come alike, don't.
  private func subtitles(_ text: TokenisedText, below title: Int, _ found: Findings) -> [Annotation]
  {
    var annotations: [Annotation] = []
    let below = text.filledLines.drop(while: { $0 <= title }).prefix(3)
    if let line = below.first, isSentenceOfTitle(text, line, below: title, found) {
      return [
        Annotation(
          text.lines[line].content, .head, .high, rule: "title",
          because: "a sentence that says what was concluded between whom")
      ]
    }
    if let last = below.first(where: { isPronouncement(text, $0) && !found.claims(line: $0) }),
      !isInCapitals(text, last)
    {
      return below.prefix { $0 <= last }.filter {
        !found.claims(line: $0) && text.lines[$0].tokens.count <= 14
          && TitleCase.holds(text, text.lines[$0].tokens)
      }.map {
        Annotation(
          text.lines[$0].content, .head, .high, rule: "title",
          because: "it says by whom and what kind of document it is")
      }
    }
    let lastOfGenre = below.last {
      !found.claims(line: $0) && isInCapitals(text, $0) && startsWithGenre(text, $0)
    }
    for line in below {
      let tokens = text.lines[line].tokens
      let words = tokens.filter { text.tokens[$0].kind != .mark }
      guard !found.claims(line: line), words.count >= 3, isInCapitals(text, line),
        lastOfGenre.map({ line <= $0 }) ?? false
          || text.lastByte(text.lines[line]) == UInt8(ascii: ",") && words.count <= 12
          || namesGenre(text, tokens)
          || TitleCase.small.contains(text.tokens[tokens.lowerBound].key)
            && (words.count <= 16 || !isArticle(text, tokens.lowerBound))
      else { break }
      annotations.append(
        Annotation(
          text.lines[line].content, .head, .high, rule: "title",
          because: "a line in capitals that goes on with the title"))
    }
    return annotations
  }

  private func isArticle(_ text: TokenisedText, _ index: Int) -> Bool {
    ["the", "a", "an"].contains { text.tokens[index].key == Token.key($0) }
  }

  private func isInCapitals(_ text: TokenisedText, _ line: Int) -> Bool {
    text.lines[line].tokens.allSatisfy {
      ![.word, .capitalised].contains(text.tokens[$0].kind)
    }
  }

  /// Whether a line is "A Proclamation" or the like, and nothing more.
  private func isPronouncement(_ text: TokenisedText, _ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return tokens.count <= 3 && isArticle(text, tokens.lowerBound) && namesGenre(text, tokens)
  }

  private func startsWithGenre(_ text: TokenisedText, _ line: Int) -> Bool {
    let tokens = text.lines[line].tokens
    return tokens.count >= 5 && namesGenre(text, tokens, within: 1)
  }

  /// Whether the line below the title is a sentence that goes on with it: "Articles concluded at
  /// Hopewell between …", "Agreement made at Oslo between …".
  private func isSentenceOfTitle(
    _ text: TokenisedText, _ line: Int, below title: Int, _ found: Findings
  ) -> Bool {
    let tokens = text.lines[line].tokens
    guard !found.claims(line: line), line > title + 1, tokens.count >= 8, tokens.count <= 100,
      text.tokens[tokens.lowerBound].isCapital,
      Self.sentences.contains(text.tokens[tokens.lowerBound].key)
        || namesGenre(text, tokens, within: 1)
    else { return false }
    let between = tokens.first { text.tokens[$0].key == Token.key("between") }
    return between != nil
      && tokens.prefix(4).contains {
        ["concluded", "made", "signed", "entered", "agreed", "between"].contains(
          where: { [key = text.tokens[$0].key] in Token.key($0) == key })
      }
  }

  private func namesGenre(
    _ text: TokenisedText, _ tokens: Range<Int>, within count: Int = 3
  ) -> Bool {
    tokens.prefix(count).contains { start in
      facts.genreCues[text.tokens[start].key]?.contains {
        $0.stands(in: text, at: start, before: tokens.upperBound)
      } ?? false
    }
  }

  /// The last line of the title that starts at a line: where lines are wrapped, it goes on while
  /// the words are those of a title, or down to a blank line where blank lines set it apart.
  private func lastLine(
    _ text: TokenisedText, _ first: Int, _ found: Findings, isSet: Bool
  ) -> Int {
    if first + 1 < text.lines.count, !found.claims(line: first + 1),
      TitleCase.isNumber(text, text.lines[first + 1].tokens)
    {
      return first + 1
    }
    var last = first
    // "MEMORANDUM / between the / DEPARTMENT OF LAMPS": a small word at either end of a line.
    while last + 1 < text.lines.count, !text.lines[last + 1].isBlank, last - first < 9,
      !found.claims(line: last + 1), isTitleCase(text, text.lines[last + 1].tokens),
      goesOn(text, text.lines[last].tokens, text.lines[last + 1].tokens)
    {
      last += 1
    }
    guard text.lineWidth.isWrapped else { return last }
    while last + 1 < text.lines.count, !text.lines[last + 1].isBlank,
      !found.claims(line: last + 1), last - first < 9,
      isTitleCase(text, text.lines[last + 1].tokens)
    {
      last += 1
    }
    if !isSet || last > first || last + 1 == text.lines.count || text.lines[last + 1].isBlank {
      return last
    }
    while last + 1 < text.lines.count, !text.lines[last + 1].isBlank,
      !found.claims(line: last + 1), last - first < 4
    {
      last += 1
    }
    let endsInBlank = last + 1 == text.lines.count || text.lines[last + 1].isBlank
    return endsInBlank && last - first < 4 ? last : first
  }

  /// Whether a small word, as no title ends or starts with, joins two lines.
  private func goesOn(_ text: TokenisedText, _ above: Range<Int>, _ below: Range<Int>) -> Bool {
    let last = text.tokens[above.upperBound - 1]
    let first = text.tokens[below.lowerBound]
    return TitleCase.small.contains(last.key)
      || ["between", "and", "of", "among", "with", "concerning", "regarding"].contains {
        first.key == Token.key($0)
      }
  }

  /// Whether words are written as titles are: the longer ones with capitals.
  private func isTitleCase(_ text: TokenisedText, _ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { index in
      let token = text.tokens[index]
      return token.kind != .word || token.count <= 3 || TitleCase.small.contains(token.key)
    }
  }

  private func isTitle(_ text: TokenisedText, _ first: Int, _ last: Int, _ found: Findings) -> Bool
  {
    let tokens = text.lines[first].tokens.lowerBound..<text.lines[last].tokens.upperBound
    guard tokens.count <= 60, tokens.count >= 2 || text.tokens[tokens.lowerBound].kind == .capitals,
      tokens.contains(where: { text.tokens[$0].kind != .mark && text.tokens[$0].count > 2 }),
      let start = tokens.first(where: { text.tokens[$0].kind != .mark }),
      text.tokens[start].isCapital || text.tokens[start].kind == .number
        || text.tokens[start].kind == .mixed,
      !found.blocks(.speaker).isEmpty
        || (last + 1..<text.lines.count).contains(where: {
          !text.lines[$0].isBlank && !found.claims(line: $0)
            && (tokens.count <= 12 || text.lines[$0].tokens.count > 4)
        })
    else { return false }
    let words = tokens.filter { text.tokens[$0].kind != .mark }
    let isCapitals = words.allSatisfy { text.tokens[$0].kind != .word }
    if words.count <= 18, isAboveOpener(text, last, found) { return true }
    switch text.lastByte(text.lines[last]) {
    case UInt8(ascii: ":") where isAbovePronouncement(text, tokens, last): return true
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): return false
    case UInt8(ascii: "."):
      return isCapitals || words.count <= 16 && TitleCase.holds(text, tokens)
        || words.count <= 45 && namesGenre(text, tokens, within: 1)
          && text.holds(["between"], in: tokens)
    default: break
    }
    let capitals = words.filter { text.tokens[$0].isCapital }.count
    let standsAlone = last + 1 < text.lines.count && text.lines[last + 1].isBlank
    return standsAlone && words.count <= 30 || capitals * 3 >= words.count
  }

  /// Whether a line says by whom what follows is said: "By the President of the Republic: / A
  /// Proclamation."
  private func isAbovePronouncement(
    _ text: TokenisedText, _ tokens: Range<Int>, _ last: Int
  ) -> Bool {
    guard text.tokens[tokens.lowerBound].key == Token.key("by"),
      let next = text.filledLines.first(where: { $0 > last })
    else { return false }
    return text.lines[next].tokens.count <= 6 && namesGenre(text, text.lines[next].tokens)
  }

  /// Whether a line stands apart, and the opener of a letter or a despatch follows.
  private func isAboveOpener(_ text: TokenisedText, _ line: Int, _ found: Findings) -> Bool {
    guard
      ![":", ",", ";"].contains(where: { text.isMark(text.lines[line].tokens.upperBound - 1, $0) }),
      line + 1 < text.lines.count, text.lines[line + 1].isBlank,
      let next = (line + 1..<text.lines.count).first(where: { !text.lines[$0].isBlank })
    else { return false }
    return found.blocks(.dateline).contains {
      found.line(at: $0.range.lowerBound) == next
    }
  }
}
