import CLibXML2
import EngrossXML

/// Understands what libxml2's W3C XML Schema validator says.
struct XMLSchemaReading {
  let wording: Wording
  let source: [UInt8]
  /// Whether an element would have its place with another before it.
  let wouldFit: (_ element: xmlNodePtr, _ missing: String) -> Bool

  /// The findings, one for each mistake: libxml2 reports a bad value once for each type around it.
  func findings(_ complaints: [Complaint]) -> [Finding] {
    var found: [Finding] = []
    for complaint in complaints {
      guard let finding = finding(complaint) else { continue }
      let isRepeated = found.contains {
        $0.offset == finding.offset && $0.attribute == finding.attribute && $0.kind == finding.kind
      }
      if !isRepeated { found.append(finding) }
    }
    return found
  }

  private func finding(_ complaint: Complaint) -> Finding? {
    // Anything else is about reading what a document's xsi:schemaLocation names, which is refused.
    let codes = XML_SCHEMAV_NOROOT.rawValue...XML_SCHEMAV_MISC.rawValue
    guard codes.contains(complaint.code), complaint.offset != nil else { return nil }
    let text = complaint.text
    let expected = Self.expected(in: text)
    switch xmlParserErrors(complaint.code) {
    case XML_SCHEMAV_CVC_ELT_1:
      return wording.notAllowed(complaint, expected: expected)
    case XML_SCHEMAV_ELEMENT_CONTENT, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4:
      return content(complaint, expected: expected)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      return wording.textNotAllowed(complaint, isEmpty: true)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      return wording.textNotAllowed(complaint, isEmpty: false)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
      return Finding(
        kind: "element-not-allowed",
        message: "\"\(complaint.element)\" holds text only, no elements",
        offset: complaint.offset ?? 0, parent: complaint.parent?.offset)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2,
      XML_SCHEMAV_CVC_TYPE_3_1_1:
      guard let attribute = Self.attribute(in: text) else { return nil }
      return wording.attributeNotAllowed(complaint, attribute)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      return wording.missingAttribute(complaint, Self.quoted(after: "The attribute '", in: text))
    default:
      // Facets, types and the few constraints that TEI schemas don't use.
      let attribute = Self.attribute(in: text)
      if attribute == nil, complaint.code == XML_SCHEMAV_CVC_IDC.rawValue {
        return Finding(
          kind: "identity",
          message: "\"\(complaint.element)\" breaks a rule of uniqueness or reference",
          offset: complaint.offset ?? 0)
      }
      return wording.badValue(
        complaint, attribute, value: value(of: attribute, complaint),
        expected: Self.values(in: text))
    }
  }

  /// An element in the wrong place, or a place without its element.
  private func content(_ complaint: Complaint, expected: [String]) -> Finding {
    if complaint.text.contains("Missing child") {
      guard expected.count == 1, let offset = complaint.offset else {
        return wording.incomplete(complaint, expected: expected)
      }
      return wording.missing(
        complaint, expected[0], in: (complaint.element, offset), before: nil)
    }
    if expected.count == 1, let parent = complaint.parent, let node = complaint.node,
      wouldFit(node, expected[0])
    {
      return wording.missing(complaint, expected[0], in: parent, before: complaint.element)
    }
    return wording.notAllowed(complaint, expected: expected)
  }

  /// The value as the document writes it; for an element's text, what libxml2 quotes of it.
  private func value(of attribute: String?, _ complaint: Complaint) -> String {
    guard let attribute, let offset = complaint.offset,
      let place = StartTag(in: source, at: offset).attribute(attribute)
    else { return Self.quoted(after: ": '", in: complaint.text) ?? "" }
    return String(decoding: source[place.value], as: UTF8.self)
  }

  /// The attribute that a message is about: "Element 'p', attribute '{namespace}name': …".
  private static func attribute(in text: String) -> String? {
    quoted(after: ", attribute '", in: text)
  }

  /// The names in "Expected is one of ( {namespace}a, {namespace}b )."; libxml2 lists ten at most.
  private static func expected(in text: String) -> [String] {
    guard let list = between("Expected is", " ).", in: text), let open = list.firstIndex(of: "(")
    else { return [] }
    return list[list.index(after: open)...].split(separator: ",").map { local($0.trimmed()) }
      .filter { !$0.isEmpty && !$0.hasPrefix("##") && !$0.hasPrefix("*") }
  }

  /// The values in "is not an element of the set {'a', 'b'}".
  private static func values(in text: String) -> [String] {
    guard let list = between("element of the set {", "}", in: text) else { return [] }
    return list.split(separator: ",").map { String($0.trimmed().dropFirst().dropLast()) }
  }

  private static func quoted(after lead: String, in text: String) -> String? {
    between(lead, "'", in: text).map { local($0) }
  }

  /// A name without its namespace, but with the prefix `xml`.
  private static func local(_ name: Substring) -> String {
    guard let brace = name.lastIndex(of: "}") else { return String(name) }
    let local = String(name[name.index(after: brace)...])
    return name.hasPrefix("{http://www.w3.org/XML/1998/namespace}") ? "xml:" + local : local
  }

  private static func between(_ lead: String, _ end: String, in text: String) -> Substring? {
    guard let start = text[...].range(afterFirst: lead) else { return nil }
    let rest = text[start...]
    guard let stop = rest.indices.first(where: { rest[$0...].hasPrefix(end) }) else { return nil }
    return rest[..<stop]
  }
}

extension Substring {
  /// Where what follows the first occurrence starts.
  fileprivate func range(afterFirst lead: String) -> Index? {
    indices.first { self[$0...].hasPrefix(lead) }.map { index($0, offsetBy: lead.count) }
  }

  fileprivate func trimmed() -> Substring {
    drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().reduce(into: "") { $0.append($1) }
  }
}
