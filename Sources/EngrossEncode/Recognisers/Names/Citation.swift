/// Finds laws, treaties and other official texts that are cited: "Public Law 104-132", "8 U.S.C.
/// 1182", "62 FR 25107", "Executive Order 13228", "Immigration and Nationality Act", "Treaty of
/// Paris", the title of an act in quotation marks; and "section 5", "Article IV" of the same.
///
/// A series with its numbers is certain, a name that ends in "Act" or the like is probable. No name
/// is looked for in the title of an act. TEI Guidelines, CO, Bibliographic Citations.
struct Citation: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "It was done under Public Law 104-132, as all of them say."
      ~> "<bibl type=\"law\" resp=\"#engross\" cert=\"high\">Public Law 104-132</bibl>",
    "It was done under 8 U.S.C. 1182(f) then, as all of them say." ~> ">8 U.S.C. 1182(f)</bibl>",
    "It was printed as 62 FR 25107 and at 100 Stat. 3359, as they say." ~> ">62 FR 25107</bibl>",
    "It was printed as 62 FR 25107 and at 100 Stat. 3359, as they say."
      ~> ">100 Stat. 3359</bibl>",
    "It was revoked by Executive Order No. 13228, as all of them say."
      ~> ">Executive Order No. 13228</bibl>",
    "It was done under the Immigration and Nationality Act, as they say."
      ~> ">Immigration and Nationality Act</bibl>",
    "It was done under the Treaty of Paris then, as all of them say." ~> ">Treaty of Paris</bibl>",
    "The act \"An Act for the Relief of John Lund of Oslo\" was approved by them."
      ~> "<bibl type=\"law\" resp=\"#engross\" cert=\"high\">An Act for the Relief of John Lund of Oslo</bibl>",
    "It was done under section 212(f) of the law, as all of them say."
      ~> "<ref type=\"provision\" resp=\"#engross\" cert=\"high\">section 212(f)</ref>",
    "It was done under Article IV then, as all of them say." ~> ">Article IV</ref>",
    "The Act was good and so was the Treaty, as all of them say." !~> "<bibl",
    "They met 8 U.S. ships and 100 men in section after section of it." !~> "<bibl",
    "They met 8 U.S. ships and 100 men in section after section of it." !~> "<ref type=\"prov",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    let reader = CitationReader(text: text, facts: facts)
    let heads = found.annotations.filter {
      if case .divisionHead = $0.mark { true } else { $0.mark == .head }
    }
    let starts = Set(heads.map(\.range.lowerBound))
    var annotations: [Annotation] = []
    var index = 0
    while index < text.tokens.count {
      // Most words are small and start no citation.
      let token = text.tokens[index]
      guard token.kind != .word || token.isAny(.provision), let match = reader.match(at: index),
        !starts.contains(Int(text.tokens[match.first].start))
      else {
        index += 1
        continue
      }
      annotations.append(
        Annotation(
          text.range(match.first, match.last), match.mark, match.certainty, rule: "citation",
          because: match.because))
      index = match.last + 1
    }
    return annotations
  }
}
