extension Message {
  /// What the rules of the bundled Schematron find, and those of a user's own.
  static let rules = [
    Message(
      id: "sch.correction-unchanged",
      summary: "The two readings of a choice are the same",
      explanation:
        "A choice holds what stands in the source and what it is corrected, regularised or expanded "
        + "to. Where both are the same, one is wrong, or no choice is needed.",
      wrong: "<choice><sic>teh</sic><corr>teh</corr></choice>",
      right: "<choice><sic>teh</sic><corr>the</corr></choice>"),
    Message(
      id: "sch.date-overdetermined",
      summary: "A date says when it is in two ways",
      explanation:
        "@when says the date; @from and @to a time that lasts; @notBefore and @notAfter the bounds of "
        + "a date that isn't known exactly. Two of these ways contradict each other.",
      wrong: #"<date when="1861" notBefore="1860">1861</date>"#,
      right: #"<date when="1861">1861</date>"#),
    Message(
      id: "sch.duplicate-id",
      summary: "An xml:id stands on two elements",
      explanation:
        "An xml:id names one element of a document, so that pointers know where to lead. Give the "
        + "later one a name of its own, and see which of the two each pointer means.",
      wrong: #"<person xml:id="p1"/> <person xml:id="p1"/>"#,
      right: #"<person xml:id="p1"/> <person xml:id="p2"/>"#),
    Message(
      id: "sch.empty-name",
      summary: "An element that holds a name or a heading holds nothing",
      explanation:
        "A name, a date or a heading without words says nothing. Where the words are lost, a gap "
        + "stands for them.",
      wrong: "<persName/>", right: "<persName>Ann Lee</persName>"),
    Message(
      id: "sch.pointer-kind",
      summary: "A pointer leads to another kind of element than it means",
      explanation:
        "A name of a person points at a person, one of a place at a place, a category at a category. "
        + "The target is there, but is of another kind.",
      wrong: ##"<persName ref="#o1">Ann Lee</persName> … <org xml:id="o1"/>"##,
      right: ##"<persName ref="#p1">Ann Lee</persName> … <person xml:id="p1"/>"##),
    Message(
      id: "sch.pointer-without-target",
      summary: "A pointer leads to an xml:id that isn't there",
      explanation:
        "A pointer such as #p1 leads to the element of the same document whose xml:id is p1. Mend the "
        + "pointer, or give its target the xml:id.",
      wrong: ##"<persName ref="#p9">Ann Lee</persName> … <person xml:id="p1"/>"##,
      right: ##"<persName ref="#p1">Ann Lee</persName> … <person xml:id="p1"/>"##),
    Message(
      id: "sch.range-reversed",
      summary: "The later of two dates comes first",
      explanation:
        "@from and @to, and @notBefore and @notAfter, hold the earlier and the later date. Where "
        + "they stand the other way round, one of them is wrong.",
      wrong: #"<date from="1862" to="1861">1861–62</date>"#,
      right: #"<date from="1861" to="1862">1861–62</date>"#),
    Message(
      id: "sch.responsibility-kind",
      summary: "@resp or @who leads to something that can't be responsible",
      explanation:
        "Persons, organisations and statements of responsibility answer for what is said; paragraphs "
        + "and places don't.",
      wrong: ##"<corr resp="#d1">the</corr> … <div xml:id="d1">"##,
      right: ##"<corr resp="#e1">the</corr> … <respStmt xml:id="e1">"##),
    Message(
      id: "sch.rule",
      summary: "A rule of a Schematron schema isn't kept",
      explanation:
        "The sentence is the schema's own, and so is what follows sch. in the id: the pattern that "
        + "the rule is in.",
      wrong: "", right: ""),
    Message(
      id: "sch.subtype-without-type",
      summary: "@subtype stands without @type",
      explanation: "A subtype divides a type further, so that the type comes first.",
      wrong: #"<div subtype="draft">"#, right: #"<div type="letter" subtype="draft">"#),
  ]
}
