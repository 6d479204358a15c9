import EngrossModel

/// Words a grammar's findings alike, whichever language found them.
struct Wording {
  let vocabulary: Vocabulary

  /// An element that has no place where it stands.
  func notAllowed(_ complaint: Complaint, expected: [String]) -> Finding {
    let name = complaint.element
    let parent = complaint.parent
    var finding = Finding(
      kind: "element-not-allowed", message: "", offset: complaint.offset ?? 0,
      expected: expected, parent: parent?.offset)
    let isKnown = vocabulary.names.isEmpty || vocabulary.names.contains(name)
    if complaint.namespace == vocabulary.namespace, !isKnown {
      finding.kind = "unknown-element"
      let near = Spelling(words: vocabulary.names.sorted()).nearest(to: name)
      finding.message = "\"\(name)\" is not \(article)"
      if let near { finding.message += "; did you mean \"\(near)\"?" }
      finding.expected = near.map { [$0] } ?? expected
    } else if !vocabulary.names.isEmpty, complaint.namespace != vocabulary.namespace {
      finding.kind = "wrong-namespace"
      finding.message =
        "\"\(name)\" is in \(namespace(complaint.namespace)), not in \(namespace(vocabulary.namespace))"
      finding.expected = [vocabulary.namespace]
    } else if let parent {
      finding.message =
        "\"\(name)\" can't stand here in \"\(parent.name)\"" + suffix(expected, "; here may stand ")
    } else {
      finding.message =
        "\"\(name)\" can't be the outermost element" + suffix(expected, "; that is ")
    }
    return finding
  }

  /// An element that has to be there and isn't; `before` is what stands in its place.
  func missing(
    _ complaint: Complaint, _ element: String, in parent: (name: String, offset: Int),
    before: String?
  ) -> Finding {
    Finding(
      kind: "missing-element",
      message: "\"\(parent.name)\" needs \"\(element)\""
        + (before.map { " before \"\($0)\"" } ?? ""),
      offset: parent.offset, expected: [element])
  }

  func incomplete(_ complaint: Complaint, expected: [String]) -> Finding {
    let message =
      expected.isEmpty
      ? "\"\(complaint.element)\" isn't complete; an element is missing in it"
      : "\"\(complaint.element)\" isn't complete; it still needs \(Self.alternatives(expected))"
    return Finding(
      kind: "incomplete-content", message: message, offset: complaint.offset ?? 0,
      expected: expected, parent: complaint.parent?.offset)
  }

  func textNotAllowed(_ complaint: Complaint, isEmpty: Bool) -> Finding {
    Finding(
      kind: "text-not-allowed",
      message: isEmpty
        ? "\"\(complaint.element)\" is always empty; it holds no text"
        : "\"\(complaint.element)\" holds elements only; text stands inside one of them",
      offset: complaint.offset ?? 0, parent: complaint.parent?.offset)
  }

  func attributeNotAllowed(_ complaint: Complaint, _ attribute: String) -> Finding {
    Finding(
      kind: "attribute-not-allowed", message: "\"\(complaint.element)\" takes no @\(attribute)",
      offset: complaint.offset ?? 0, place: .attributeName, attribute: attribute,
      parent: complaint.parent?.offset)
  }

  func missingAttribute(_ complaint: Complaint, _ attribute: String?) -> Finding {
    Finding(
      kind: "missing-attribute",
      message: attribute.map { "\"\(complaint.element)\" needs @\($0)" }
        ?? "\"\(complaint.element)\" needs an attribute that it hasn't",
      offset: complaint.offset ?? 0, expected: attribute.map { [$0] } ?? [],
      parent: complaint.parent?.offset)
  }

  /// A value that isn't of its type; `attribute` is nil for an element's own text.
  func badValue(
    _ complaint: Complaint, _ attribute: String?, value: String, expected: [String] = []
  ) -> Finding {
    let shown = "\"\(value.count > 60 ? value.prefix(57) + "…" : value[...])\""
    let target = attribute.map { "@\($0)" } ?? "\"\(complaint.element)\""
    return Finding(
      kind: "bad-value",
      message: "\(shown) isn't a value that \(target) takes" + suffix(expected, "; it takes "),
      offset: complaint.offset ?? 0, place: attribute == nil ? .element : .attributeValue,
      attribute: attribute ?? "", expected: expected, parent: complaint.parent?.offset)
  }

  private var article: String {
    vocabulary.namespace == Name.teiNamespace ? "a TEI element" : "an element of the schema"
  }

  private func namespace(_ name: String) -> String {
    name.isEmpty ? "no namespace" : "the namespace \"\(name)\""
  }

  private func suffix(_ expected: [String], _ lead: String) -> String {
    expected.isEmpty ? "" : lead + Self.alternatives(expected)
  }

  /// Up to five names as prose: "a", "a or b", "a, b or c", "a, b, c, d, e or others".
  static func alternatives(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "\"\($0)\"" }
    if names.count > 5 { return shown.joined(separator: ", ") + " or others" }
    guard shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " or " + shown[shown.count - 1]
  }
}
