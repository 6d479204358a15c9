/// Finds persons in running text: "Mrs. Berg", "Robt. L. Teal", "President Ola Lund", "W. A. Maddow",
/// and given names that stand alone.
///
/// A title, a given name or a word such as "named" starts a name, and capitalised words go on with
/// it; initials need a surname. A title belongs to the mention where the surname stands alone
/// ("Mrs. Berg"); before a full name it doesn't. Once a text has a person's full name, a part of it
/// is the person too. TEI Guidelines, ND, Personal Names.
struct PersonMention: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "We met with Mrs. Berg in the hall and so on they went." ~> ">Mrs. Berg</persName>",
    "We met with Robert L. Teal in the hall and so on they went." ~> ">Robert L. Teal</persName>",
    "We met with W. A. Maddow in the hall and so on they went." ~> ">W. A. Maddow</persName>",
    "We met with Hilmar L. Offut in the hall and so on they went." ~> ">Hilmar L. Offut</persName>",
    "We met with President Ola Lund in the hall and so on they went." ~> ">Ola Lund</persName>",
    "We met with Mr. and Mrs. Berg in the hall and so on they went."
      ~> ">Mr. and Mrs. Berg</persName>",
    "We met with Mr. Ola Lund's son in the hall, and so on they went." ~> ">Ola Lund</persName>",
    "We met a woman named Precil Quad in the hall and so on they went."
      ~> ">Precil Quad</persName>",
    "We met with Louisa and Hannah in the hall and so on they went." ~> ">Louisa</persName>",
    "We met the President of the United States in Virginia and so on." !~> "<persName",
    "Section 5 of the U.S. Code and the Grant of Rights are May rules." !~> "<persName",
    "The General Assembly, the Acting Political Adviser and Mr. President met them."
      !~> "<persName",
    "Good morning to you, Mr. Prime Minister, and welcome to the hall." !~> "<persName",
    "By Executive Order the Good Offices of the Chief Executive were used there."
      !~> "<persName",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let taken = found.annotations.filter {
      $0.mark == .placeName || $0.mark == .orgName || $0.mark.isSigned
        || $0.mark.isCitation || $0.rule == KnownName.rule
    }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    let reader = PersonMentionReader(text: text, facts: facts)
    var matches: [PersonMentionReader.Match] = []
    scan(text, taken) { index, end in
      guard let match = reader.person(at: index, before: end) else { return nil }
      matches.append(match)
      return match.last
    }
    matches = PersonShortForms.named(matches, text) { $0.isDoubtful }
    let shortForms = PersonShortForms(text, matches, facts)
    var position = 0
    var later: [PersonMentionReader.Match] = []
    scan(text, taken) { index, _ in
      while position < matches.count, matches[position].last < index { position += 1 }
      if position < matches.count, matches[position].first <= index {
        return matches[position].last
      }
      guard let match = shortForms.match(at: index) else { return nil }
      if position < matches.count, matches[position].first <= match.last { return nil }
      later.append(match)
      return match.last
    }
    return (matches + PersonShortForms.named(later, text) { $0.last > $0.first }).map {
      Annotation(
        text.nameRange($0.first, $0.last), .persName, $0.certainty, rule: "person-mention",
        because: $0.because)
    }
  }

  /// Calls a function with each capitalised token that stands outside some ranges, and with the
  /// start of the next range; goes on after the token that it gives.
  private func scan(
    _ text: TokenisedText, _ taken: [Range<Int>], _ read: (Int, Int?) -> Int?
  ) {
    var place = 0
    var index = 0
    while index < text.tokens.count {
      let token = text.tokens[index]
      while place < taken.count, taken[place].upperBound <= Int(token.start) { place += 1 }
      let next = place < taken.count ? taken[place] : nil
      if token.isCapital, !(next?.contains(Int(token.start)) ?? false),
        let last = read(index, next?.lowerBound)
      {
        index = last + 1
      } else {
        index += 1
      }
    }
  }
}
