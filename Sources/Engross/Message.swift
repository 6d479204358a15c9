/// What a finding's id means, with an example of what is wrong and of what is right.
public struct Message: Sendable, Hashable {
  /// The stable id, such as `check.dangling-pointer`.
  public let id: String
  /// What it means, as one sentence without a full stop.
  public let summary: String
  /// Why it matters and what to do, as a paragraph.
  public let explanation: String
  /// XML that has the mistake; empty where a line of XML can't show it.
  public let wrong: String
  /// The same, mended.
  public let right: String
}

extension Message {
  /// All messages, by their ids.
  public static let all: [Message] = own.sorted { $0.id < $1.id }

  /// Those of what stands around the schemas.
  private static let own = [
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
  ]
}
