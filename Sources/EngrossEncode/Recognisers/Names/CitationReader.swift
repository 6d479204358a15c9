/// Reads one citation at a token.
struct CitationReader {
  let text: TokenisedText
  let facts: Facts

  struct Match {
    let first: Int
    let last: Int
    let mark: Mark
    let certainty: Annotation.Certainty
    let because: String
  }

  private static let connectors = NameWords.words("connector")
  /// What joins the words of a name before its noun.
  private static let joints = NameWords.words("name-connector")
  private static let named = NameWords.words("law-noun")
  private static let treaties = NameWords.words("law-noun-of")
  private static let provisions = NameWords.words("provision")
  private static let actions = NameWords.words("law-action")
  private static let starts = NameWords.words("never-start")

  func match(at index: Int) -> Match? {
    let token = text.tokens[index]
    switch token.kind {
    case .number, .mixed: return volume(index)
    case .capitalised, .capitals:
      return series(index) ?? provision(index) ?? ofName(index) ?? name(index)
    case .word: return provision(index)
    case .mark: return title(index)
    }
  }

  /// "8 U.S.C. 1182(f)", "62 FR 25107", "100 Stat. 3359".
  private func volume(_ index: Int) -> Match? {
    guard text.tokens[index].count <= 4, index + 2 < text.tokens.count,
      let series = facts.citations.series(text, at: index + 1, isVolume: true),
      let last = number(after: series)
    else { return nil }
    return Match(
      first: index, last: last, mark: .bibl(type: "law"), certainty: .high,
      because: "a volume, a series and a page or section")
  }

  /// "Public Law 104-132", "Executive Order No. 13228".
  private func series(_ index: Int) -> Match? {
    guard let series = facts.citations.series(text, at: index, isVolume: false),
      let last = number(after: series)
    else { return nil }
    return Match(
      first: index, last: last, mark: .bibl(type: "law"), certainty: .high,
      because: "a series of official texts and a number")
  }

  /// The last token of the number after a series: "No. 13,228", "104-132", "1182(f)(2)".
  private func number(after series: Int) -> Int? {
    var next = series + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    let words = ["no", "nos", "number", "part", "parts", "sec", "section", "sections", "app"]
    while next < text.tokens.count,
      words.contains(where: { text.tokens[next].key == Token.key($0) })
        || text.scalar(next) == 0xA7
    {
      next += 1
      if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    }
    guard next < text.tokens.count, isNumber(next),
      text.bytes[Int(text.tokens[next - 1].end)..<Int(text.tokens[next].start)].count <= 2
    else { return nil }
    return rest(after: next)
  }

  private func isNumber(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .number
      || token.kind == .mixed && text.bytes[Int(token.start)] <= UInt8(ascii: "9")
  }

  /// The last token of a number that goes on: "104-132", "13,228", "(f)(2)".
  private func rest(after first: Int) -> Int {
    var last = first
    while last - first < 24, last + 2 < text.tokens.count, text.isAttached(last + 1),
      text.isAttached(last + 2)
    {
      let isJoined =
        text.isMark(last + 1, "-") || text.isMark(last + 1, ",") && text.tokens[last + 2].count == 3
        || text.isMark(last + 1, ".") || text.scalar(last + 1) == 0x2013
      if isJoined, isNumber(last + 2) {
        last += 2
      } else if text.isMark(last + 1, "("), text.tokens[last + 2].count <= 4,
        text.tokens[last + 2].kind != .mark, text.isMark(last + 3, ")")
      {
        last += 3
      } else {
        break
      }
    }
    return last
  }

  /// "section 212(f)", "Article IV", "paragraph 2".
  private func provision(_ index: Int) -> Match? {
    guard Self.provisions.contains(text.tokens[index].key),
      text.tokens[index].key != Token.key("articles") || text.tokens[index].isCapital
    else { return nil }
    var next = index + 1
    if text.isMark(next, "."), text.isAttached(next) { next += 1 }
    // "ARTICLE XL" alone on its line is a heading.
    let startsLine =
      index == 0 || text.bytes[Int(text.tokens[index].start) - 1] == 0x0A
    guard next < text.tokens.count, text.isBeside(next - 1, next),
      !startsLine || text.tokens[index].kind != .capitals,
      isNumber(next) || isRoman(next) && text.tokens[index].kind != .word
    else { return nil }
    return Match(
      first: index, last: rest(after: next), mark: .provision, certainty: .high,
      because: "a kind of provision and its number")
  }

  private func isRoman(_ index: Int) -> Bool {
    text.tokens[index].kind == .capitals
      && text.bytes[text.tokens[index].range].allSatisfy {
        $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
          || $0 == UInt8(ascii: "L") || $0 == UInt8(ascii: "C")
      }
  }

  /// "Treaty of Paris", "Charter of the United Nations", "Convention on the Law of the Sea".
  private func ofName(_ index: Int) -> Match? {
    guard text.tokens[index].kind == .capitalised, Self.treaties.contains(text.tokens[index].key),
      text.tokens[index].key != Token.key("peace") || isTreatyOfPeace(index),
      let last = capitalised(after: index)
    else { return nil }
    return Match(
      first: index, last: last, mark: .bibl(type: "treaty"), certainty: .medium,
      because: "\"\(text.string(text.tokens[index].range))\" and a name")
  }

  /// "Peace of Paris", but not "Justice of the Peace for Amber County".
  private func isTreatyOfPeace(_ index: Int) -> Bool {
    index + 1 < text.tokens.count && text.tokens[index + 1].key == Token.key("of")
      && (index < 2 || text.tokens[index - 2].key != Token.key("of"))
  }

  /// The last of the capitalised words after a noun and a connector.
  private func capitalised(after noun: Int) -> Int? {
    var last: Int?
    var next = noun + 1
    while next < text.tokens.count, next - noun < 16, text.isBeside(next - 1, next) {
      let token = text.tokens[next]
      if token.kind == .capitalised, next > noun + 1, !facts.dates.months.contains(token.key) {
        last = next
        if text.endsShortLine(next) { break }
      } else if !Self.connectors.contains(token.key) || token.key == Token.key("and") && last == nil
      {
        break
      }
      next += 1
    }
    return last
  }

  /// "Immigration and Nationality Act of 1952", "Geneva Conventions".
  private func name(_ index: Int) -> Match? {
    let first = text.tokens[index]
    guard first.kind == .capitalised, !Self.starts.contains(first.key),
      index == 0 || !text.tokens[index - 1].isCapital || !text.isBeside(index - 1, index)
        || Self.starts.contains(text.tokens[index - 1].key),
      index < 2 || text.tokens[index - 1].key != Token.key("and")
        || text.tokens[index - 2].kind != .capitalised
    else { return nil }
    var next = index + 1
    var last: Int?
    while next < text.tokens.count, next - index < 14,
      text.isBeside(next - 1, next)
        || text.isMark(next - 1, ",") && text.tokens[next].isCapital
    {
      let token = text.tokens[next]
      if token.kind == .capitalised {
        // "Samuel Lund Amended Act" is a name and a note on him.
        if Self.actions.contains(token.key) { break }
        if Self.named.contains(token.key), !Self.joints.contains(text.tokens[next - 1].key) {
          last = next
          break
        }
      } else if !Self.joints.contains(token.key), !text.isMark(next, ",") {
        break
      }
      next += 1
    }
    guard var last else { return nil }
    if last + 2 < text.tokens.count, text.tokens[last + 1].key == Token.key("of"),
      text.tokens[last + 2].kind == .number, text.tokens[last + 2].count == 4
    {
      last += 2
    }
    return Match(
      first: index, last: last, mark: .bibl(type: "law"), certainty: .medium,
      because: "a name that ends in a word for a law or treaty")
  }

  /// The title of an act between quotation marks.
  private func title(_ index: Int) -> Match? {
    let quote = text.scalar(index)
    guard quote == 0x22 || quote == 0x201C, index + 2 < text.tokens.count,
      text.tokens[index + 1].key == Token.key("an") || text.tokens[index + 1].key == Token.key("a")
        || text.tokens[index + 1].key == Token.key("the"),
      text.tokens[index + 1].isCapital, Self.named.contains(text.tokens[index + 2].key)
    else { return nil }
    var next = index + 3
    while next < text.tokens.count, next - index < 80 {
      let scalar = text.scalar(next)
      if scalar == 0x22 || scalar == 0x201D, text.tokens[next].kind == .mark {
        var last = next - 1
        while last > index, text.tokens[last].kind == .mark { last -= 1 }
        return Match(
          first: index + 1, last: last, mark: .bibl(type: "law"), certainty: .high,
          because: "the title of an act in quotation marks")
      }
      next += 1
    }
    return nil
  }
}
