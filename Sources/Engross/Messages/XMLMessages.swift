extension Message {
  /// Why a file can't be read as XML: nothing after such a place is looked at.
  static let wellFormedness = [
    Message(
      id: "xml.attribute-too-long",
      summary: "An attribute's value is longer than is read",
      explanation: "No document by people has such a value; it's refused to keep memory bounded.",
      wrong: "", right: ""),
    Message(
      id: "xml.empty",
      summary: "The file holds nothing",
      explanation: "An XML document has one outermost element, and this file has none.",
      wrong: "", right: "<TEI>…</TEI>"),
    Message(
      id: "xml.encoding",
      summary: "Bytes aren't of the encoding that the document declares",
      explanation:
        "Without a declaration, XML is UTF-8. Save the file as UTF-8, or declare its encoding in the "
        + "first line.",
      wrong: "", right: #"<?xml version="1.0" encoding="windows-1252"?>"#),
    Message(
      id: "xml.entity-expansion",
      summary: "Entities stand for more text than is read",
      explanation:
        "Entities that hold entities can make gigabytes of a few lines; so their size is bounded.",
      wrong: "", right: ""),
    Message(
      id: "xml.entity-loop",
      summary: "Entities refer to one another without end",
      explanation: "An entity can't hold itself, not even through another one.",
      wrong: #"<!ENTITY a "&b;"> <!ENTITY b "&a;">"#, right: #"<!ENTITY a "Athens">"#),
    Message(
      id: "xml.external-entity",
      summary: "An entity stands in another file",
      explanation:
        "Nothing but the file itself is read, so that a document can't reach for other files. "
        + "XInclude, with --xinclude, takes in whole files.",
      wrong: #"<!ENTITY part SYSTEM "part.xml">"#, right: #"<xi:include href="part.xml"/>"#),
    Message(
      id: "xml.not-well-formed",
      summary: "The file isn't XML here",
      explanation:
        "XML asks that elements lie inside one another, that values stand in quotation marks, and that "
        + "\"&\" and \"<\" in texts are written \"&amp;\" and \"&lt;\". What follows isn't looked at "
        + "until this is mended.",
      wrong: "<p>Lee & Sons</p>", right: "<p>Lee &amp; Sons</p>"),
    Message(
      id: "xml.out-of-memory",
      summary: "There is no memory to read the file",
      explanation: "The system hands out no more; the file may be fine.",
      wrong: "", right: ""),
    Message(
      id: "xml.too-deep",
      summary: "Elements are nested deeper than is read",
      explanation: "No document by people is as deep; it's refused to keep memory bounded.",
      wrong: "", right: ""),
    Message(
      id: "xml.too-long",
      summary: "The file is longer than is read",
      explanation: "Divide it, or join its parts with XInclude.",
      wrong: "", right: ""),
    Message(
      id: "xml.too-many-attributes",
      summary: "A start tag has more attributes than are read",
      explanation: "No document by people has as many; it's refused to keep time bounded.",
      wrong: "", right: ""),
    Message(
      id: "xml.unclosed-element",
      summary: "An element isn't closed, or an end tag closes nothing",
      explanation:
        "Each start tag has its end tag, and elements lie inside one another. The message stands at "
        + "the first end tag that doesn't fit, and a note at the start tag of the element that is "
        + "still open.",
      wrong: "<div><head>August<p>At Athens.</p></div>",
      right: "<div><head>August</head><p>At Athens.</p></div>"),
    Message(
      id: "xml.undeclared-entity",
      summary: "A name between \"&\" and \";\" isn't declared",
      explanation:
        "XML itself knows five: &amp; &lt; &gt; &quot; and &apos;. HTML's others, such as &nbsp;, are "
        + "written as the character itself or by its number.",
      wrong: "<p>5&nbsp;May</p>", right: "<p>5&#160;May</p>"),
    Message(
      id: "xml.undeclared-prefix",
      summary: "A name's prefix isn't bound to a namespace",
      explanation:
        "A prefix stands for the namespace that an xmlns:… around it names. Declare it, or leave the "
        + "prefix out.",
      wrong: "<p><tei:hi>Athens</tei:hi></p>", right: "<p><hi>Athens</hi></p>"),
  ]
}
