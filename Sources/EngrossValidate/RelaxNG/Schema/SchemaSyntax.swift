import EngrossModel

/// What each element of RELAX NG's XML syntax takes (RELAX NG specification, section 3).
struct SchemaSyntax {
  private enum Content {
    /// Nothing, or text only.
    case nothing
    /// One pattern, one or more, at most one.
    case onePattern, patterns, optionalPattern
    /// A name class unless there's a name, then patterns.
    case namedPatterns, namedOptionalPattern
    case components, inclusionComponents
    case nameClasses, optionalExcept
    case parameters
  }

  private struct Form {
    var attributes: [String] = []
    var required: String?
    var content = Content.nothing
  }

  private static let patterns: [String: Form] = [
    "element": Form(attributes: ["name"], content: .namedPatterns),
    "attribute": Form(attributes: ["name"], content: .namedOptionalPattern),
    "group": Form(content: .patterns), "interleave": Form(content: .patterns),
    "choice": Form(content: .patterns), "optional": Form(content: .patterns),
    "zeroOrMore": Form(content: .patterns), "oneOrMore": Form(content: .patterns),
    "list": Form(content: .patterns), "mixed": Form(content: .patterns),
    "ref": Form(attributes: ["name"], required: "name"),
    "parentRef": Form(attributes: ["name"], required: "name"),
    "empty": Form(), "text": Form(), "notAllowed": Form(),
    "value": Form(attributes: ["type"]),
    "data": Form(attributes: ["type"], required: "type", content: .parameters),
    "externalRef": Form(attributes: ["href"], required: "href"),
    "grammar": Form(content: .components),
  ]

  private static let components: [String: Form] = [
    "start": Form(attributes: ["combine"], content: .onePattern),
    "define": Form(attributes: ["name", "combine"], required: "name", content: .patterns),
    "div": Form(content: .components),
    "include": Form(attributes: ["href"], required: "href", content: .inclusionComponents),
  ]

  private static let nameClasses: [String: Form] = [
    "name": Form(), "anyName": Form(content: .optionalExcept),
    "nsName": Form(content: .optionalExcept), "choice": Form(content: .nameClasses),
  ]

  private static let parameter = Form(attributes: ["name"], required: "name")
  private static let exceptPattern = Form(content: .patterns)
  private static let exceptName = Form(content: .nameClasses)

  /// Checks a whole schema.
  static func check(_ root: SchemaElement) throws(SchemaError) {
    try check(root, as: patterns, "a pattern")
  }

  private static func check(
    _ element: SchemaElement, as forms: [String: Form], _ expected: String
  ) throws(SchemaError) {
    guard let form = forms[element.name] else { throw misplaced(element, expected) }
    try check(element, form)
    try content(of: element, form.content)
  }

  private static func misplaced(_ element: SchemaElement, _ expected: String) -> SchemaError {
    let known = [patterns, components, nameClasses].contains { $0[element.name] != nil }
    let isKnown = known || ["param", "except"].contains(element.name)
    if isKnown {
      return SchemaError(
        "\"\(element.name)\" stands where \(expected) is expected", at: element.position)
    }
    let words = [patterns, components, nameClasses].flatMap(\.keys) + ["param", "except"]
    let near = Spelling(words: words.sorted()).nearest(to: element.name)
    return SchemaError(
      "\"\(element.name)\" is not an element of RELAX NG"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""), at: element.position)
  }

  private static func check(_ element: SchemaElement, _ form: Form) throws(SchemaError) {
    for (key, value) in element.attributes {
      if key == "ns" { continue }
      if key == "datatypeLibrary" {
        try checkLibrary(value, element)
        continue
      }
      guard form.attributes.contains(key) else {
        throw SchemaError("\"\(element.name)\" takes no @\(key)", at: element.position)
      }
      try check(key, value, element)
    }
    if let required = form.required, element.attributes[required] == nil {
      throw SchemaError("\"\(element.name)\" needs @\(required)", at: element.position)
    }
    if let foreign = element.foreign, ["value", "param", "name"].contains(element.name) {
      throw SchemaError("\"\(element.name)\" holds text alone, no elements", at: foreign)
    }
  }

  private static func check(
    _ key: String, _ value: String, _ element: SchemaElement
  ) throws(SchemaError) {
    switch key {
    case "combine":
      if !["choice", "interleave"].contains(value.trimmed) {
        throw SchemaError(
          "\"\(value)\" isn't a way to combine; it is \"choice\" or \"interleave\"",
          at: element.position)
      }
    case "href":
      if value.contains("#") {
        throw SchemaError(
          "the address \"\(value)\" ends with a fragment; a whole file is referred to",
          at: element.position)
      }
      try checkURI(value, element)
    case "name" where ["element", "attribute"].contains(element.name):
      let trimmed = Array(value.trimmed.utf8)
      if XMLName.colon(ofQName: trimmed.span) == -1 || !value.beginsLikeName {
        throw SchemaError("\"\(value)\" isn't a name", at: element.position)
      }
    case "name", "type":
      let trimmed = Array(value.trimmed.utf8)
      if !XMLName.isNCName(trimmed.span) || !value.beginsLikeName {
        throw SchemaError("\"\(value)\" isn't a name without a colon", at: element.position)
      }
    default: break
    }
  }

  private static func checkURI(_ value: String, _ element: SchemaElement) throws(SchemaError) {
    if !URIReference.isURI(Array(value.utf8).span) {
      throw SchemaError("\"\(value)\" isn't a URI", at: element.position)
    }
  }

  /// RELAX NG specification, section 4.3: absolute, without a fragment, or empty.
  private static func checkLibrary(_ value: String, _ element: SchemaElement) throws(SchemaError) {
    if value.isEmpty { return }
    try checkURI(value, element)
    let scheme = value.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    let isAbsolute =
      scheme.count == 2 && scheme[0].first?.isLetter == true
      && scheme[0].allSatisfy { $0.isLetter || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0) }
    if !isAbsolute || value.contains("#") {
      throw SchemaError(
        "the datatype library \"\(value)\" isn't an absolute URI without a fragment",
        at: element.position)
    }
  }

  private static func content(
    of element: SchemaElement, _ content: Content
  ) throws(SchemaError) {
    let children = element.children
    switch content {
    case .nothing:
      if let child = children.first {
        throw SchemaError("\"\(element.name)\" holds no elements", at: child.position)
      }
    case .onePattern:
      try checkPatterns(children[...], of: element, least: 1, most: 1)
    case .patterns:
      try checkPatterns(children[...], of: element, least: 1)
    case .optionalPattern: try checkPatterns(children[...], of: element, least: 0, most: 1)
    case .namedPatterns:
      try checkPatterns(try afterNames(element), of: element, least: 1)
    case .namedOptionalPattern:
      try checkPatterns(try afterNames(element), of: element, least: 0, most: 1)
    case .components:
      for child in children { try check(child, as: components, "a definition") }
    case .inclusionComponents:
      for child in children { try checkOverride(child) }
    case .nameClasses:
      if children.isEmpty {
        throw SchemaError("\"\(element.name)\" needs a name class", at: element.position)
      }
      for child in children { try check(child, as: nameClasses, "a name class") }
    case .optionalExcept:
      for (index, child) in children.enumerated() {
        guard child.name == "except", index == 0 else { throw misplaced(child, "one \"except\"") }
        try check(child, exceptName)
        try self.content(of: child, .nameClasses)
      }
    case .parameters:
      for (index, child) in children.enumerated() {
        if child.name == "param" {
          try check(child, parameter)
          try self.content(of: child, .nothing)
        } else if child.name == "except", index == children.count - 1 {
          try check(child, exceptPattern)
          try self.content(of: child, .patterns)
        } else {
          throw misplaced(child, "\"param\", or one \"except\" at the end")
        }
      }
    }
  }

  private static func afterNames(
    _ element: SchemaElement
  ) throws(SchemaError) -> ArraySlice<SchemaElement> {
    if element.attributes["name"] != nil { return element.children[...] }
    guard let names = element.children.first else {
      throw SchemaError("\"\(element.name)\" needs a name", at: element.position)
    }
    try check(names, as: nameClasses, "a name class")
    return element.children.dropFirst()
  }

  private static func checkPatterns(
    _ children: ArraySlice<SchemaElement>, of element: SchemaElement, least: Int, most: Int = .max
  ) throws(SchemaError) {
    if children.count < least {
      throw SchemaError("\"\(element.name)\" needs a pattern", at: element.position)
    }
    for child in children { try check(child, as: patterns, "a pattern") }
    if children.count > most {
      throw SchemaError(
        "\"\(element.name)\" holds one pattern; this is another",
        at: children[children.startIndex + most].position)
    }
  }

  private static func checkOverride(_ element: SchemaElement) throws(SchemaError) {
    if element.name == "include" {
      throw SchemaError("an inclusion can't stand in another", at: element.position)
    }
    if element.name == "div" {
      try check(element, Form())
      for child in element.children { try checkOverride(child) }
    } else {
      try check(element, as: components, "a definition")
    }
  }
}

extension String {
  /// Whether each part begins as names did when RELAX NG was specified: with no combining mark or
  /// digit (XML 1.0, second edition, appendix B).
  var beginsLikeName: Bool {
    // A name of ASCII alone, as most are, needs no look at what its characters are.
    if let first = utf8.first, first.isLetter, utf8.allSatisfy({ $0 < 0x80 && $0 != 0x3A }) {
      return true
    }
    return trimmed.unicodeScalars.split(separator: ":").allSatisfy { part in
      switch part.first?.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .modifierLetter: false
      default: true
      }
    }
  }

  /// Without the white space around it (RELAX NG specification, section 4.2).
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, !WhiteSpace.isSpace(first),
      !WhiteSpace.isSpace(last)
    {
      return self
    }
    let bytes = utf8.drop(while: WhiteSpace.isSpace)
    let end = bytes.lastIndex { !WhiteSpace.isSpace($0) }
    return end.map { String(bytes[...$0]) ?? "" } ?? ""
  }
}
