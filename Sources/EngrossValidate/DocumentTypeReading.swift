import CLibXML2

/// Understands what libxml2's validation against a document type definition says.
struct DocumentTypeReading {
  let wording: Wording

  func findings(_ complaints: [Complaint]) -> [Finding] {
    var found: [Finding] = []
    for complaint in complaints {
      let finding = finding(complaint)
      if !found.contains(where: { $0.offset == finding.offset && $0.kind == finding.kind }) {
        found.append(finding)
      }
    }
    return found
  }

  private func finding(_ complaint: Complaint) -> Finding {
    switch xmlParserErrors(complaint.code) {
    case XML_DTD_UNKNOWN_ELEM:
      return Finding(
        kind: "unknown-element", message: "\"\(complaint.element)\" isn't declared",
        offset: complaint.offset ?? 0, parent: complaint.parent?.offset)
    case XML_DTD_UNKNOWN_ATTRIBUTE:
      return wording.attributeNotAllowed(complaint, complaint.strings[0])
    case XML_DTD_MISSING_ATTRIBUTE:
      return wording.missingAttribute(complaint, complaint.strings[1])
    case XML_DTD_ATTRIBUTE_VALUE, XML_DTD_ATTRIBUTE_DEFAULT, XML_DTD_INVALID_CHILD:
      return wording.badValue(complaint, complaint.strings[0], value: complaint.strings[2])
    case XML_DTD_CONTENT_MODEL:
      return Finding(
        kind: "content",
        message: "the content of \"\(complaint.element)\" doesn't follow its model",
        offset: complaint.offset ?? 0, parent: complaint.parent?.offset)
    case XML_DTD_NOT_EMPTY:
      return wording.textNotAllowed(complaint, isEmpty: true)
    case XML_DTD_ROOT_NAME:
      return Finding(
        kind: "element-not-allowed",
        message:
          "\"\(complaint.element)\" isn't the outermost element that the document type names",
        offset: complaint.offset ?? 0)
    default:
      return Finding(
        kind: "not-valid", message: "\"\(complaint.element)\" isn't as its declaration says",
        offset: complaint.offset ?? 0, parent: complaint.parent?.offset)
    }
  }
}
