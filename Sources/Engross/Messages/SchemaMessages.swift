extension Message {
  /// What concerns the file, its schemas and its inclusions.
  static let files = [
    Message(
      id: "file.unreadable",
      summary: "The file can't be read",
      explanation:
        "The system doesn't hand the file over: it isn't there, or may not be read. The other files "
        + "are checked all the same, and the exit code is 3.",
      wrong: "", right: ""),
    Message(
      id: "schema.not-checked",
      summary: "The document names rules that aren't checked",
      explanation:
        "Schematron rules inside a RELAX NG schema aren't read. A .sch file with rules in XPath 1.0 "
        + "is; rules in XPath 2.0 or later need another program.",
      wrong: "", right: ""),
    Message(
      id: "schema.not-usable",
      summary: "A schema can't be found, read or understood",
      explanation:
        "Nothing is read from the network. An OASIS XML catalog, given by --catalog or the variable "
        + "XML_CATALOG_FILES, says where the local copy of a public address is; --schema takes a "
        + "file in place of what documents name.",
      wrong:
        #"<?xml-model href="https://example.org/letters.rng"?>"#,
      right:
        #"<uri name="https://example.org/letters.rng" uri="letters.rng"/>  in the catalog"#),
    Message(
      id: "xinclude.not-included",
      summary: "What an inclusion names can't be put in its place",
      explanation:
        "With --xinclude, whole documents, elements by their xml:id and text are included, from files "
        + "alone. Where the file may be missing, a fallback says what stands for it.",
      wrong: #"<xi:include href="missing.xml"/>"#,
      right: #"<xi:include href="missing.xml"><xi:fallback/></xi:include>"#),
    Message(
      id: "text.not-tei",
      summary: "The document holds no TEI text",
      explanation:
        "engross text reads the text of a TEI document: what stands in its text element, in the "
        + "namespace http://www.tei-c.org/ns/1.0. This one has none.",
      wrong: "<TEI><text>…</text></TEI>",
      right: #"<TEI xmlns="http://www.tei-c.org/ns/1.0">…<text>…</text></TEI>"#),
  ]
}
