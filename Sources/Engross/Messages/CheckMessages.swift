extension Message {
  /// What the checks beyond the grammar find, in any document.
  static let checks = [
    Message(
      id: "check.duplicate-id",
      summary: "An xml:id stands on two elements",
      explanation:
        "An xml:id names one element of a document, so that pointers know where to lead. Of two that "
        + "are alike, programs take whichever they like. Give the later one a name of its own, and "
        + "see which of the two each pointer means.",
      wrong: #"<person xml:id="p1"/> <person xml:id="p1"/>"#,
      right: #"<person xml:id="p1"/> <person xml:id="p2"/>"#),
    Message(
      id: "check.dangling-pointer",
      summary: "A pointer leads to an xml:id that isn't there",
      explanation:
        "A pointer such as #p1 leads to the element whose xml:id is p1: in the same document or, as "
        + "in persons.xml#p1, in another that is validated in the same call. Mend the pointer, or "
        + "give its target the xml:id.",
      wrong: ##"<persName ref="#p9">Ann Lee</persName> … <person xml:id="p1"/>"##,
      right: ##"<persName ref="#p1">Ann Lee</persName> … <person xml:id="p1"/>"##),
    Message(
      id: "check.reversed-dates",
      summary: "The later of two dates comes first",
      explanation:
        "@from and @to, and @notBefore and @notAfter, hold the earlier and the later date. Where "
        + "they stand the other way round, one of them is wrong.",
      wrong: #"<date from="1862" to="1861">1861–62</date>"#,
      right: #"<date from="1861" to="1862">1861–62</date>"#),
    Message(
      id: "check.contradicted-date",
      summary: "@when says another day than the words of the date",
      explanation:
        "The words are read as a date in English and compared with @when, as far as both go. Where "
        + "the words count by another calendar, @calendar says so, and nothing is compared.",
      wrong: #"<date when="1997-06-05">May 6, 1997</date>"#,
      right: #"<date when="1997-05-06">May 6, 1997</date>"#),
  ]
}
