import CLibXML2

/// Understands what libxml2's validation against a document type definition says.
struct DocumentTypeReading {
  let wording: Wording
  let source: [UInt8]

  func findings(_ complaints: [Complaint]) -> [Finding] {
    var found: [Finding] = []
    for complaint in complaints {
      let finding = finding(complaint)
      if !found.contains(where: { $0.offset == finding.offset && $0.kind == finding.kind }) {
        found.append(finding)
      }
    }
    // An element that isn't declared breaks its parent's content model too.
    let parents = Set(found.filter { $0.kind == "unknown-element" }.compactMap(\.parent))
    found.removeAll { $0.kind == "content" && parents.contains($0.offset) }
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
      // libxml2 names the attribute first or second, as its message needs it.
      let tag = StartTag(in: source, at: complaint.offset ?? 0)
      let name = complaint.strings.first { tag.attribute($0) != nil } ?? complaint.strings[0]
      let value = tag.attribute(name).map { String(decoding: source[$0.value], as: UTF8.self) }
      return wording.badValue(complaint, name, value: value ?? "")
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
