import CLibXML2
import EngrossModel

extension ParseSession {
  /// Turns an error of libxml2's parser into a fault; warnings and what concerns validity pass.
  func report(_ error: xmlError, from context: ParserContext) {
    if error.domain == Int32(XML_FROM_VALID.rawValue)
      || error.code == Int32(XML_DTD_XMLID_VALUE.rawValue)
    {
      if error.code == Int32(XML_DTD_ID_REDEFINED.rawValue) { noteDuplicate() }
      return
    }
    guard fault == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let code = xmlParserErrors(rawValue: UInt32(error.code))
    // Safe: NUL-terminated strings that live until the callback returns; copied here.
    let first = error.str1.map { String(cString: $0) } ?? ""
    let second = error.str2.map { String(cString: $0) } ?? ""
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_LTSLASH_REQUIRED:
      let end = "\"</\(second.isEmpty ? "…" : second)>\""
      fail(
        "xml.unclosed-element",
        Self.isOpen(second, in: context)
          ? "\"\(first)\" isn't closed before \(end)"
          : "\(end) closes nothing that is open; the innermost open element is \"\(first)\"",
        at: tagOffset, note: open.last.map { ("\"\(first)\" is opened here", $0) })
    case XML_ERR_TAG_NOT_FINISHED:
      fail(
        "xml.unclosed-element", "the element \"\(first)\" opened here isn't closed",
        at: open.last ?? offset)
    case XML_ERR_DOCUMENT_EMPTY:
      fail("xml.not-well-formed", "a document has one outermost element; here there is none")
    case XML_ERR_INVALID_ENCODING, XML_I18N_CONV_FAILED, XML_I18N_NO_NAME:
      fail("xml.encoding", XMLSource.notUTF8Message)
    case XML_ERR_NO_MEMORY: fail("xml.out-of-memory", "there is no memory to read it")
    case XML_ERR_ENTITY_LOOP:
      fail("xml.entity-loop", "entities refer to one another without end")
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      fail("xml.not-well-formed", "@\(first) stands twice in one start tag")
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      fail(
        "xml.undeclared-prefix",
        "the prefix \"\(first)\" isn't bound to a namespace; xmlns:\(first) would bind it",
        at: tagOffset)
    case XML_ERR_NAME_REQUIRED:
      fail(
        "xml.not-well-formed",
        "a name is missing here; a literal \"&\" is written \"&amp;\", a literal \"<\" \"&lt;\"",
        at: max(offset - 1, 0))
    default:
      let message = Self.messages[code.rawValue] ?? "this isn't well-formed XML"
      fail("xml.not-well-formed", message)
    }
  }

  /// Whether an element that is open has a name.
  private static func isOpen(_ name: String, in context: ParserContext) -> Bool {
    let count = Int(context.pointee.nameNr)
    // Safe: libxml2's stack of the names of open elements, which only it changes.
    return (0..<count).contains { index in
      context.pointee.nameTab[index].map { String(xml: $0) } == name
    }
  }

  /// What a code of libxml2's parser means, in our words.
  private static let messages: [UInt32: String] = [
    XML_ERR_INTERNAL_ERROR.rawValue: "the document type declaration isn't well-formed here",
    XML_ERR_DOCUMENT_END.rawValue: "after the outermost element only comments may stand",
    XML_ERR_INVALID_HEX_CHARREF.rawValue:
      "a character reference has hexadecimal digits after \"&#x\"",
    XML_ERR_INVALID_DEC_CHARREF.rawValue: "a character reference has digits after \"&#\"",
    XML_ERR_INVALID_CHARREF.rawValue: "this reference names no character of XML",
    XML_ERR_INVALID_CHAR.rawValue: "this character may not stand in XML, not even as a reference",
    XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
      "an entity reference ends with \";\"; a literal ampersand is written \"&amp;\"",
    XML_ERR_LT_IN_ATTRIBUTE.rawValue: "an attribute's value holds no \"<\"; it's written \"&lt;\"",
    XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: "an attribute's value stands in quotation marks",
    XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue: "the attribute's value isn't closed",
    XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue: "an attribute has \"=\" and a value",
    XML_ERR_COMMENT_NOT_FINISHED.rawValue: "the comment isn't closed",
    XML_ERR_HYPHEN_IN_COMMENT.rawValue: "a comment holds no \"--\"",
    XML_ERR_PI_NOT_FINISHED.rawValue: "the processing instruction isn't closed",
    XML_ERR_PI_NOT_STARTED.rawValue: "a processing instruction starts with a name",
    XML_ERR_CDATA_NOT_FINISHED.rawValue: "the CDATA section isn't closed",
    XML_ERR_MISPLACED_CDATA_END.rawValue: "text holds no \"]]>\"; it's written \"]]&gt;\"",
    XML_ERR_RESERVED_XML_NAME.rawValue:
      "an XML declaration stands at the very start, and only there",
    XML_ERR_SPACE_REQUIRED.rawValue: "a space is missing here",
    XML_ERR_GT_REQUIRED.rawValue: "the tag isn't closed with \">\"",
    XML_ERR_UNPARSED_ENTITY.rawValue: "this entity stands for data that isn't XML",
    XML_ERR_DOCTYPE_NOT_FINISHED.rawValue: "the document type declaration isn't closed",
    XML_ERR_XMLDECL_NOT_FINISHED.rawValue: "the XML declaration isn't closed with \"?>\"",
    XML_ERR_VERSION_MISSING.rawValue:
      "an XML declaration states the version, as in version=\"1.0\"",
    XML_ERR_ENTITY_IS_PARAMETER.rawValue: "a parameter entity has no place in a document's content",
    XML_ERR_ENTITY_NOT_FINISHED.rawValue: "the entity declaration isn't closed",
    XML_ERR_ENTITY_BOUNDARY.rawValue: "an element opened in an entity must be closed in it",
    XML_NS_ERR_QNAME.rawValue: "a name has one colon at most, between a prefix and a local name",
    XML_NS_ERR_XML_NAMESPACE.rawValue: "the prefix \"xml\" belongs to XML itself",
    XML_NS_ERR_EMPTY.rawValue: "a prefix can't be bound to nothing",
  ]
}
