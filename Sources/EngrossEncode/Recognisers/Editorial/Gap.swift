/// Finds lists that are announced and aren't there: "…the following principles:", then other text.
///
/// The announcing paragraph ends in a colon after "the following" and a noun. Nothing is said to be
/// lost where what follows could be the list; it is where nothing follows, where the text goes on
/// with "these principles", or where it goes on with the words of the announcement itself.
/// TEI Guidelines, CO, Additions, Deletions, and Omissions.
struct Gap: Recogniser {
  static let examples: [Example] = [
    """
    On rules
    We keep the following rules:
    On the basis of these rules we go on with the work.
    """ ~> "</p><gap reason=\"lost\" unit=\"item\" resp=\"#engross\" cert=\"high\"><desc>",
    "On rules\nWe keep the following rules:\nFirst, be kind. These rules hold." !~> "<gap",
    "On rules\nWe keep the following rules:\n1. Be kind.\n2. Be brief." !~> "<gap",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let paragraphs = found.annotations.filter { $0.mark.isText }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var tokenIndex = 0
    var spans: [Range<Int>] = []
    for paragraph in paragraphs {
      while tokenIndex < text.tokens.count,
        Int(text.tokens[tokenIndex].start) < paragraph.range.lowerBound
      { tokenIndex += 1 }
      let first = tokenIndex
      while tokenIndex < text.tokens.count,
        Int(text.tokens[tokenIndex].start) < paragraph.range.upperBound
      { tokenIndex += 1 }
      spans.append(first..<tokenIndex)
    }
    return paragraphs.indices.compactMap { index in
      guard paragraphs[index].mark == .paragraph, let noun = announcedNoun(text, spans[index])
      else { return nil }
      let next = index + 1 < spans.count ? spans[index + 1] : nil
      guard let (certainty, because) = isMissing(text, noun, spans[index], next) else { return nil }
      let name = text.string(text.tokens[noun].range).lowercased()
      return Annotation(
        paragraphs[index].range,
        .gap(
          reason: "lost",
          description: "A list of \(name) is announced here and isn't in the source"),
        certainty, rule: "gap", because: because)
    }
  }

  /// The noun of "the following NOUN:" that ends a paragraph.
  private func announcedNoun(_ text: TokenisedText, _ tokens: Range<Int>) -> Int? {
    guard tokens.count >= 3, text.isMark(tokens.upperBound - 1, ":") else { return nil }
    let noun = tokens.upperBound - 2
    guard text.tokens[noun].kind == .word,
      text.bytes[Int(text.tokens[noun].end) - 1] == UInt8(ascii: "s"),
      tokens.suffix(6).contains(where: { text.tokens[$0].key == Token.key("following") })
    else { return nil }
    return noun
  }

  private func isMissing(
    _ text: TokenisedText, _ noun: Int, _ announcement: Range<Int>, _ next: Range<Int>?
  ) -> (Annotation.Certainty, String)? {
    guard let next else { return (.high, "the text ends with the announcement") }
    guard next.count >= 6, text.tokens[next.lowerBound].kind == .capitalised else { return nil }
    let opening = next.prefix(14)
    for word in ["these", "those", "such"]
    where opening.contains(where: { index in
      text.tokens[index].key == Token.key(word) && index + 1 < text.tokens.count
        && text.tokens[index + 1].key == text.tokens[noun].key
    }) {
      // "First, … these rules" may be an item that speaks of its list.
      if text.isMark(next.lowerBound + 1, ",") { break }
      return (.high, "the text goes on with \"\(word) \(text.string(text.tokens[noun].range))\"")
    }
    let keys = next.filter { text.tokens[$0].kind != .mark }.prefix(4).map { text.tokens[$0].key }
    let announced = announcement.filter { text.tokens[$0].kind != .mark }
      .map { text.tokens[$0].key }
    let repeats = announced.indices.contains { start in
      start + 4 <= announced.count && Array(announced[start..<start + 4]) == keys
    }
    return repeats && keys.count == 4
      ? (.medium, "the text goes on with the words of the announcement") : nil
  }
}
