import CLibXML2
import EngrossXML

/// Understands what libxml2's RELAX NG validator says, which is vaguer and says more than once.
struct RelaxNGReading {
  let wording: Wording
  let source: [UInt8]

  /// The findings, without those that only say that something inside is wrong.
  func findings(_ complaints: [Complaint]) -> [Finding] {
    let read = complaints.map { (complaint: $0, code: xmlRelaxNGValidErr($0.code)) }
    // Where an attribute is wrong, libxml2 blames the content too.
    let exact = read.filter { Self.exact.contains($0.code.rawValue) }
    var found: [Finding] = []
    for item in exact.isEmpty ? Array(read.prefix(1)) : exact {
      let finding = finding(item.complaint, item.code)
      let parents = found.compactMap(\.parent)
      if found.contains(where: { $0.offset == finding.offset || $0.offset == finding.parent })
        || parents.contains(finding.offset)
      {
        continue
      }
      found.append(finding)
    }
    return found
  }

  private static let exact: Set<UInt32> = [
    XML_RELAXNG_ERR_ELEMWRONG.rawValue, XML_RELAXNG_ERR_ELEMNAME.rawValue,
    XML_RELAXNG_ERR_ELEMWRONGNS.rawValue, XML_RELAXNG_ERR_ELEMNONS.rawValue,
    XML_RELAXNG_ERR_ELEMEXTRANS.rawValue, XML_RELAXNG_ERR_EXTRACONTENT.rawValue,
    XML_RELAXNG_ERR_INVALIDATTR.rawValue, XML_RELAXNG_ERR_ATTRVALID.rawValue,
    XML_RELAXNG_ERR_TEXTWRONG.rawValue, XML_RELAXNG_ERR_INTEREXTRA.rawValue,
    XML_RELAXNG_ERR_ELEMNOTEMPTY.rawValue,
  ]

  private func finding(_ complaint: Complaint, _ code: xmlRelaxNGValidErr) -> Finding {
    switch code {
    case XML_RELAXNG_ERR_ELEMWRONG, XML_RELAXNG_ERR_ELEMEXTRANS, XML_RELAXNG_ERR_ELEMWRONGNS,
      XML_RELAXNG_ERR_ELEMNONS, XML_RELAXNG_ERR_INTEREXTRA, XML_RELAXNG_ERR_EXTRACONTENT:
      return wording.notAllowed(complaint, expected: [])
    case XML_RELAXNG_ERR_ELEMNAME:
      let expected = complaint.strings[0]
      return wording.notAllowed(complaint, expected: expected.isEmpty ? [] : [expected])
    case XML_RELAXNG_ERR_INVALIDATTR:
      return attribute(complaint)
    case XML_RELAXNG_ERR_ATTRVALID:
      return wording.missingAttribute(complaint, nil)
    case XML_RELAXNG_ERR_TEXTWRONG:
      return wording.textNotAllowed(complaint, isEmpty: false)
    case XML_RELAXNG_ERR_ELEMNOTEMPTY:
      return wording.textNotAllowed(complaint, isEmpty: true)
    case XML_RELAXNG_ERR_DATATYPE, XML_RELAXNG_ERR_VALUE, XML_RELAXNG_ERR_LIST,
      XML_RELAXNG_ERR_TYPEVAL:
      return wording.badValue(complaint, nil, value: complaint.strings[0])
    default:
      return wording.incomplete(complaint, expected: [])
    }
  }

  /// An attribute that isn't allowed and one with a bad value give the same message; the schema's
  /// vocabulary of attributes tells them apart.
  private func attribute(_ complaint: Complaint) -> Finding {
    let name = complaint.strings[0]
    let tag = StartTag(in: source, at: complaint.offset ?? 0)
    let written = tag.attribute(name) == nil ? "xml:" + name : name
    guard wording.vocabulary.attributes.contains(name), let place = tag.attribute(written) else {
      return wording.attributeNotAllowed(complaint, written)
    }
    return wording.badValue(
      complaint, written, value: String(decoding: source[place.value], as: UTF8.self))
  }
}
