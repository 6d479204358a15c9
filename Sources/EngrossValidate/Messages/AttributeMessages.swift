import EngrossModel

/// Attributes that an element doesn't take, or lacks; identifiers.
extension Messages {
  func attributeNotAllowed(_ fault: Fault, _ name: Name) -> Finding {
    let sentence = phrasebook.sentence(fault, prefix: name.prefix) {
      attributeSentence(fault, name)
    }
    return finding(fault, "attribute-not-allowed", sentence, at: .attributeName, of: name)
  }

  private func attributeSentence(_ fault: Fault, _ name: Name) -> String {
    let lead = "\(holder(fault)) takes no @\(name.qualified)"
    if let meant = fault.expected.attribute(meantBy: name) {
      if !name.namespace.isEmpty, meant.local == name.local, meant.namespace.isEmpty {
        return lead + "; without the prefix, @\(meant.local) is right"
      }
      let isHTML = isTEI && Usage.attribute(forHTML: name.local) == meant.written
      if isHTML, meant.local != name.local {
        return lead + "; HTML's @\(name.local) is @\(meant.written) in TEI"
      }
      return lead + "; did you mean @\(meant.written)?"
    }
    if index.elements.isEmpty { return lead }
    let carriers = Usage.likeliest(index.carriers(of: name))
    if carriers.isEmpty { return lead + ", nor does any element of \(owner)" }
    return lead + "; it belongs to \(Prose.elements(carriers, in: index))"
  }

  func attributeMissing(_ fault: Fault) -> Finding {
    let wanted = fault.expected.attributes
    var finding = finding(
      fault, "missing-attribute",
      wanted.isEmpty
        ? "\(holder(fault)) needs an attribute that it hasn't"
        : "\(holder(fault)) needs \(Prose.attributes(wanted))")
    finding.offset = fault.holderOffset
    return finding
  }

  func attributeValue(_ fault: Fault, _ name: Name, _ value: String) -> Finding {
    let forms = fault.expected.values
    if name.written == "xml:id" {
      let sentence = phrasebook.sentence(fault) { identifierSentence(value, "@xml:id", forms) }
      return finding(fault, "bad-id", sentence, at: .attributeValue, of: name)
    }
    let sentence = phrasebook.sentence(fault) { valueSentence(value, "@" + name.written, forms) }
    return finding(fault, "bad-value", sentence, at: .attributeValue, of: name)
  }

  func identifierRepeated(
    _ fault: Fault, _ name: Name, _ value: String, first: Int
  ) -> Finding {
    var finding = finding(
      fault, "duplicate-id",
      "the @\(name.written) \(Prose.quoted(value)) stands on an earlier element too; each needs its "
        + "own", at: .attributeValue, of: name)
    let place = StartTag(in: source, at: first).attribute(name.qualified)?.value.lowerBound
    finding.notes = [
      Finding.Note(message: "\(Prose.quoted(value)) stands here first", offset: place ?? first)
    ]
    finding.expected = []
    return finding
  }

  func identifierMissing(_ fault: Fault, _ name: Name, _ value: String) -> Finding {
    finding(
      fault, "missing-id",
      "no element has the identifier \(Prose.quoted(value)) that "
        + "@\(name.written) refers to", at: .attributeValue, of: name)
  }
}
