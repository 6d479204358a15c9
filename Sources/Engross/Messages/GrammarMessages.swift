extension Message {
  /// What a grammar finds. The ids are those of RELAX NG; a W3C XML Schema says `xsd` in place of
  /// `rng`, a document type definition `dtd`.
  static let grammar = [
    Message(
      id: "rng.attribute-not-allowed",
      summary: "An element has an attribute that it doesn't take",
      explanation:
        "Each element takes the attributes that its schema lists, and no others. Often the name is "
        + "misspelt, belongs to another element, or comes from HTML; @id and @lang are xml:id and "
        + "xml:lang in TEI.",
      wrong: #"<p id="p1">At Athens.</p>"#, right: #"<p xml:id="p1">At Athens.</p>"#),
    Message(
      id: "rng.bad-id",
      summary: "An xml:id isn't a name",
      explanation:
        "An xml:id starts with a letter or \"_\", and holds letters, digits, \"-\", \"_\" and \".\"; no "
        + "space, no colon. Change the pointers to it too.",
      wrong: #"<zone xml:id="1st"/>"#, right: #"<zone xml:id="z1"/>"#),
    Message(
      id: "rng.bad-value",
      summary: "A value isn't of the form that its place asks for",
      explanation:
        "Schemas say which values an attribute takes, or an element whose content is data: one of a "
        + "list, a date, a number, a pointer, a word without spaces. Dates are written as ISO 8601 "
        + "has them, a year, a month or a day: 1997, 1997-05, 1997-05-06.",
      wrong: #"<date when="May 1997">May 1997</date>"#,
      right: #"<date when="1997-05">May 1997</date>"#),
    Message(
      id: "rng.duplicate-id",
      summary: "An identifier stands on two elements",
      explanation:
        "An xml:id names one element of a document, so that pointers know where to lead. Give the "
        + "later one a name of its own, and see which of the two each pointer means.",
      wrong: #"<person xml:id="p1"/> <person xml:id="p1"/>"#,
      right: #"<person xml:id="p1"/> <person xml:id="p2"/>"#),
    Message(
      id: "rng.element-not-allowed",
      summary: "An element stands where its parent has no place for it",
      explanation:
        "The element is one of the schema's, but not of those that its parent holds. Mostly a parent "
        + "was closed too late, or something is missing around the element, as a list is around "
        + "items. The message says where the element may stand.",
      wrong: "<p>Of these there are two: <item>one</item></p>",
      right: "<p>Of these there are two: <list><item>one</item></list></p>"),
    Message(
      id: "rng.incomplete-content",
      summary: "An element ends before all is in it that has to be",
      explanation:
        "The message stands at the end tag, and a note at the start tag. What is still needed is "
        + "named; its own content has to be complete too.",
      wrong: "<TEI><teiHeader>…</teiHeader></TEI>",
      right: "<TEI><teiHeader>…</teiHeader><text>…</text></TEI>"),
    Message(
      id: "rng.misplaced-element",
      summary: "An element that its parent holds stands at the wrong place in it",
      explanation:
        "Many elements have their order: a heading comes first, a paragraph before the first inner "
        + "division, and some stand once only. The note points at what the element should have "
        + "come before, or at the first of its kind.",
      wrong: "<div><p>At Athens.</p><head>August</head></div>",
      right: "<div><head>August</head><p>At Athens.</p></div>"),
    Message(
      id: "rng.missing-attribute",
      summary: "An element lacks an attribute that it has to have",
      explanation: "Without the attribute the element doesn't say what it is for. Add it.",
      wrong: "<graphic/>", right: #"<graphic url="page1.png"/>"#),
    Message(
      id: "rng.missing-element",
      summary: "An element that has to be there is missing before another",
      explanation:
        "The message stands where the missing element should have come. It is named, and its own "
        + "content has to be complete too.",
      wrong: "<fileDesc><publicationStmt>…</publicationStmt>…</fileDesc>",
      right:
        "<fileDesc><titleStmt><title>…</title></titleStmt><publicationStmt>…</publicationStmt>…</fileDesc>"
    ),
    Message(
      id: "rng.missing-id",
      summary: "An identifier is referred to that no element has",
      explanation:
        "The schema says that the attribute holds the identifier of another element of the same "
        + "document. Mend it, or give its target the identifier.",
      wrong: #"<cell headers="c9"/> … <cell xml:id="c1"/>"#,
      right: #"<cell headers="c1"/> … <cell xml:id="c1"/>"#),
    Message(
      id: "rng.text-not-allowed",
      summary: "Text stands in an element that holds elements only",
      explanation:
        "Structure such as div, list or table holds elements, and these hold the text. Put the text "
        + "into one of them, mostly a paragraph; or take it out of an element that's always empty, "
        + "such as lb.",
      wrong: "<div>At Athens.</div>", right: "<div><p>At Athens.</p></div>"),
    Message(
      id: "rng.unknown-element",
      summary: "An element has a name that the schema doesn't know",
      explanation:
        "Names are told apart by capitals too: placeName is an element of TEI, placename isn't. "
        + "Where the name comes from HTML, the message says what TEI has for it.",
      wrong: "<p>At <placename>Athens</placename>.</p>",
      right: "<p>At <placeName>Athens</placeName>.</p>"),
    Message(
      id: "rng.wrong-namespace",
      summary: "An element is in another namespace than the schema's elements, or in none",
      explanation:
        "A schema's elements are known by namespace and name together. TEI's namespace is declared "
        + "once, on the outermost element; xmlns=\"\" further in takes elements out of it. Each "
        + "wrong namespace is told once a document, as all that is in it is wrong alike.",
      wrong: "<TEI>…</TEI>", right: #"<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>"#),
    Message(
      id: "dtd.content",
      summary: "The content of an element doesn't follow its declaration",
      explanation:
        "A document type definition says which elements stand in an element, and in which order. "
        + "libxml2 finds that they don't, and not where.",
      wrong: "<list><head>August</head></list>",
      right: "<list><head>August</head><item>Athens</item></list>"),
    Message(
      id: "dtd.not-valid",
      summary: "An element isn't as its declaration says",
      explanation: "The document type definition declares the element otherwise.",
      wrong: "", right: ""),
    Message(
      id: "xsd.identity",
      summary: "A rule of uniqueness or reference is broken",
      explanation:
        "A W3C XML Schema can say that values are unique in a part of a document, or that one refers "
        + "to another (xs:unique, xs:key, xs:keyref).",
      wrong: "", right: ""),
  ]
}
