import EngrossModel

/// Elements that have no place where they stand.
extension Messages {
  func elementNotAllowed(_ fault: Fault, _ name: Name, isStudied: Bool) -> Finding {
    if !index.elements.isEmpty, !index.defines(element: name) { return unknown(fault, name) }
    guard let holder = fault.holder else {
      return finding(
        fault, "element-not-allowed",
        "\(Prose.quoted(name)) can't be the outermost element"
          + suffix(fault.expected.elements, "; that is "))
    }
    if index.elements.isEmpty { return notHere(fault, name, holder) }
    let children = phrasebook.answer(.children(of: holder)) { index.children(of: holder) }
    if children.isEmpty, !fault.expected.anyElement { return childless(fault, name, holder) }
    if children.contains(name) {
      return isStudied ? misplaced(fault, name, holder) : notHere(fault, name, holder)
    }
    return strange(fault, name, holder)
  }

  /// A name that the schema doesn't have.
  private func unknown(_ fault: Fault, _ name: Name) -> Finding {
    let near = phrasebook.nearest(to: name, among: fault.expected) {
      fault.expected.element(meantBy: name) ?? nearest(name)
    }
    let sentence = phrasebook.sentence(fault) { unknownSentence(fault, name, near) }
    var finding = finding(fault, "unknown-element", sentence)
    if let near { finding.expected = [near.written] }
    return finding
  }

  private func unknownSentence(_ fault: Fault, _ name: Name, _ near: Name?) -> String {
    var message =
      "\(Prose.quoted(name)) is not \(isTEI ? "a TEI element" : "an element of the schema")"
    if isTEI, let near, Usage.element(forHTML: name.local) == near.local {
      message += "; HTML's \(Prose.quoted(name)) is \(Prose.quoted(near)) in TEI"
    } else if let near {
      message += "; did you mean \(Prose.quoted(near))?"
    } else {
      message += suffix(fault.expected.elements, "; here may stand ")
    }
    return message
  }

  /// The nearest of all the schema's elements, where none that may stand here is near.
  private func nearest(_ name: Name) -> Name? {
    var all = Expected()
    all.elements = index.elements
    return all.element(meantBy: name)
  }

  /// An element in one that never holds any.
  private func childless(_ fault: Fault, _ name: Name, _ holder: Name) -> Finding {
    let isEmpty = !index.holdsText(holder)
    return finding(
      fault, "element-not-allowed",
      isEmpty
        ? "\(Prose.quoted(holder)) is always empty; \(Prose.quoted(name)) stands after it"
        : "\(Prose.quoted(holder)) holds text only, no elements such as \(Prose.quoted(name))")
  }

  /// An element that its parent holds, but elsewhere.
  private func misplaced(_ fault: Fault, _ name: Name, _ holder: Name) -> Finding {
    let before = surroundings.children(ofElementAt: fault.holderOffset, before: fault.offset)
    let fits = places(name, before.map(\.name), fault.opening)
    // Before one of its own name it would only have changed places with it.
    if let last = fits.last(where: { before.indices.contains($0) && before[$0].name != name }) {
      let next = before[last]
      let inside = index.children(of: next.name).contains(name) ? ", or inside one" : ""
      var finding = finding(
        fault, "misplaced-element",
        "\(Prose.quoted(name)) comes too late in \(Prose.quoted(holder)); it stands before the first "
          + Prose.quoted(next.name) + inside)
      finding.notes = [
        Finding.Note(message: "the first \(Prose.quoted(next.name)) is here", offset: next.offset)
      ]
      return finding
    }
    if let first = before.first(where: { $0.name == name }) {
      var finding = finding(
        fault, "misplaced-element",
        "a second \(Prose.quoted(name)) can't stand here in \(Prose.quoted(holder))"
          + suffix(fault.expected.elements, "; here may stand "))
      finding.notes = [
        Finding.Note(message: "the first \(Prose.quoted(name)) is here", offset: first.offset)
      ]
      return finding
    }
    return notHere(fault, name, holder)
  }

  private func notHere(_ fault: Fault, _ name: Name, _ holder: Name) -> Finding {
    let sentence = phrasebook.sentence(fault) {
      "\(Prose.quoted(name)) can't stand here in \(Prose.quoted(holder))"
        + suffix(fault.expected.elements, "; here may stand ")
    }
    return finding(fault, "element-not-allowed", sentence)
  }

  /// An element that its parent never holds: where it stands instead, or how it gets there.
  private func strange(_ fault: Fault, _ name: Name, _ holder: Name) -> Finding {
    let parents = phrasebook.answer(.parents(of: name)) {
      Usage.likeliest(index.parents(of: name))
    }
    let lead = "\(Prose.quoted(name)) can't stand in \(Prose.quoted(holder))"
    var cure = suffix(parents, "; it stands in ")
    let around = surroundings.parent(ofElementAt: fault.holderOffset)
    if let around, parents.contains(around.name), fault.expected.end {
      cure = "; end the \(Prose.quoted(holder)) before it"
    } else if let around, fault.expected.end, !isTop(around.name),
      let outer = surroundings.parent(ofElementAt: around.offset), parents.contains(outer.name)
    {
      cure = "; end the \(Prose.quoted(holder)) and the \(Prose.quoted(around.name)) before it"
    } else if let likeliest = parents.first, fault.expected.elements.contains(likeliest) {
      cure = "; put it into a \(Prose.quoted(likeliest))"
    }
    return finding(fault, "element-not-allowed", lead + cure)
  }

  /// Whether an element is the whole document, which nothing stands after.
  private func isTop(_ name: Name) -> Bool { index.parents(of: name).isEmpty }

  func suffix(_ names: [Name], _ lead: String) -> String {
    names.isEmpty ? "" : lead + Prose.elements(names, in: index)
  }
}
