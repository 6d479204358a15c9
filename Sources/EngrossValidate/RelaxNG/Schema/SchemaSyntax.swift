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
    var attributes: [SchemaElement.Attribute] = []
    var required: SchemaElement.Attribute?
    var content = Content.nothing
  }

  /// Where elements stand.
  private enum Place: String {
    case pattern = "a pattern"
    case component = "a definition"
    case nameClass = "a name class"

    /// What an element takes here; nil where it can't stand.
    func form(_ kind: SchemaElement.Kind) -> Form? {
      switch self {
      case .pattern: pattern(kind)
      case .component: component(kind)
      case .nameClass: nameClass(kind)
      }
    }

    private func pattern(_ kind: SchemaElement.Kind) -> Form? {
      switch kind {
      case .element: Form(attributes: SchemaSyntax.named, content: .namedPatterns)
      case .attribute: Form(attributes: SchemaSyntax.named, content: .namedOptionalPattern)
      case .group, .interleave, .choice, .optional, .zeroOrMore, .oneOrMore, .list, .mixed:
        Form(content: .patterns)
      case .ref, .parentRef: Form(attributes: SchemaSyntax.named, required: .name)
      case .empty, .text, .notAllowed: Form()
      case .value: Form(attributes: SchemaSyntax.typed)
      case .data: Form(attributes: SchemaSyntax.typed, required: .type, content: .parameters)
      case .externalRef: Form(attributes: SchemaSyntax.addressed, required: .href)
      case .grammar: Form(content: .components)
      default: nil
      }
    }

    private func component(_ kind: SchemaElement.Kind) -> Form? {
      switch kind {
      case .start: Form(attributes: SchemaSyntax.combined, content: .onePattern)
      case .define:
        Form(attributes: SchemaSyntax.definition, required: .name, content: .patterns)
      case .div: Form(content: .components)
      case .include:
        Form(
          attributes: SchemaSyntax.addressed, required: .href, content: .inclusionComponents)
      default: nil
      }
    }

    private func nameClass(_ kind: SchemaElement.Kind) -> Form? {
      switch kind {
      case .name: Form()
      case .anyName, .nsName: Form(content: .optionalExcept)
      case .choice: Form(content: .nameClasses)
      default: nil
      }
    }
  }

  // Lists that are made once rather than for each element.
  private static let named = [SchemaElement.Attribute.name]
  private static let typed = [SchemaElement.Attribute.type]
  private static let combined = [SchemaElement.Attribute.combine]
  private static let addressed = [SchemaElement.Attribute.href]
  private static let definition = [SchemaElement.Attribute.name, .combine]

  private let tree: SchemaTree

  /// Checks a whole file, whose outermost element is given.
  static func check(_ root: SchemaElement, of tree: SchemaTree) throws(SchemaError) {
    try SchemaSyntax(tree: tree).check(root, as: .pattern)
  }

  private func check(_ element: SchemaElement, as place: Place) throws(SchemaError) {
    guard let form = place.form(tree.kind(element)) else {
      throw misplaced(element, place.rawValue)
    }
    try check(element, form)
    try content(of: element, form.content)
  }

  private func misplaced(_ element: SchemaElement, _ expected: String) -> SchemaError {
    let name = tree.name(element)
    if tree.kind(element) != .unknown {
      return error("\"\(name)\" stands where \(expected) is expected", element)
    }
    let words = SchemaElement.Kind.allCases.filter { $0 != .unknown }.map(\.rawValue)
    let near = Spelling(words: words.sorted()).nearest(to: name)
    return error(
      "\"\(name)\" is not an element of RELAX NG"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""), element)
  }

  private func error(_ message: String, _ element: SchemaElement) -> SchemaError {
    SchemaError(message, at: tree.position(element))
  }

  private func check(_ element: SchemaElement, _ form: Form) throws(SchemaError) {
    for (key, value) in tree.attributes(element) {
      if key == .namespace { continue }
      if key == .library {
        try checkLibrary(tree.strings[value], element)
        continue
      }
      guard form.attributes.contains(key) else {
        let unknown = key == .unknown ? tree.unknownAttribute(element) : nil
        throw error(
          "\"\(tree.name(element))\" takes no @\(unknown ?? key.rawValue)", element)
      }
      try check(key, value, element)
    }
    if let required = form.required, tree.value(required, element) == nil {
      throw error("\"\(tree.name(element))\" needs @\(required.rawValue)", element)
    }
    if [.value, .param, .name].contains(tree.kind(element)), let foreign = tree.foreign(element) {
      throw SchemaError(
        "\"\(tree.name(element))\" holds text alone, no elements", at: foreign)
    }
  }

  private func check(
    _ key: SchemaElement.Attribute, _ value: UInt32, _ element: SchemaElement
  ) throws(SchemaError) {
    let strings = tree.strings
    let trimmed = strings.trimmed(value)
    switch key {
    case .combine:
      if !["choice", "interleave"].contains(strings[trimmed]) {
        throw error(
          "\"\(strings[value])\" isn't a way to combine; it is \"choice\" or \"interleave\"",
          element)
      }
    case .href:
      if strings[value].contains("#") {
        throw error(
          "the address \"\(strings[value])\" ends with a fragment; a whole file is referred to",
          element)
      }
      try checkURI(strings[value], element)
    case .name where [.element, .attribute].contains(tree.kind(element)):
      let isName = strings.withBytes(of: trimmed) {
        XMLName.colon(ofQName: $0) != -1 && strings.beginsLikeName(trimmed)
      }
      if !isName { throw error("\"\(strings[value])\" isn't a name", element) }
    case .name, .type:
      let isName = strings.withBytes(of: trimmed) {
        XMLName.isNCName($0) && strings.beginsLikeName(trimmed)
      }
      if !isName { throw error("\"\(strings[value])\" isn't a name without a colon", element) }
    default: break
    }
  }

  private func checkURI(_ value: String, _ element: SchemaElement) throws(SchemaError) {
    if !URIReference.isURI(Array(value.utf8).span) {
      throw error("\"\(value)\" isn't a URI", element)
    }
  }

  /// RELAX NG specification, section 4.3: absolute, without a fragment, or empty.
  private func checkLibrary(_ value: String, _ element: SchemaElement) throws(SchemaError) {
    if value.isEmpty { return }
    try checkURI(value, element)
    let scheme = value.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    let isAbsolute =
      scheme.count == 2 && scheme[0].first?.isLetter == true
      && scheme[0].allSatisfy { $0.isLetter || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0) }
    if !isAbsolute || value.contains("#") {
      throw error(
        "the datatype library \"\(value)\" isn't an absolute URI without a fragment", element)
    }
  }

  private func content(of element: SchemaElement, _ content: Content) throws(SchemaError) {
    let children = tree.children(element)
    switch content {
    case .nothing:
      if let child = tree.firstChild(element) {
        throw error("\"\(tree.name(element))\" holds no elements", child)
      }
    case .onePattern: try checkPatterns(children, of: element, least: 1, most: 1)
    case .patterns: try checkPatterns(children, of: element, least: 1)
    case .optionalPattern: try checkPatterns(children, of: element, least: 0, most: 1)
    case .namedPatterns:
      try checkPatterns(try afterNames(element), of: element, least: 1)
    case .namedOptionalPattern:
      try checkPatterns(try afterNames(element), of: element, least: 0, most: 1)
    case .components: for child in children { try check(child, as: .component) }
    case .inclusionComponents: for child in children { try checkOverride(child) }
    case .nameClasses:
      if tree.firstChild(element) == nil {
        throw error("\"\(tree.name(element))\" needs a name class", element)
      }
      for child in children { try check(child, as: .nameClass) }
    case .optionalExcept:
      for child in children {
        guard tree.kind(child) == .except, child == tree.firstChild(element) else {
          throw misplaced(child, "one \"except\"")
        }
        try check(child, Form())
        try self.content(of: child, .nameClasses)
      }
    case .parameters:
      for child in children {
        if tree.kind(child) == .param {
          try check(child, Form(attributes: Self.named, required: .name))
          try self.content(of: child, .nothing)
        } else if tree.kind(child) == .except, child == tree.lastChild(element) {
          try check(child, Form())
          try self.content(of: child, .patterns)
        } else {
          throw misplaced(child, "\"param\", or one \"except\" at the end")
        }
      }
    }
  }

  private func afterNames(
    _ element: SchemaElement
  ) throws(SchemaError) -> SchemaTree.Children {
    var children = tree.children(element)
    if tree.value(.name, element) != nil { return children }
    guard let names = children.next() else {
      throw error("\"\(tree.name(element))\" needs a name", element)
    }
    try check(names, as: .nameClass)
    return children
  }

  private func checkPatterns(
    _ children: SchemaTree.Children, of element: SchemaElement, least: Int, most: Int = .max
  ) throws(SchemaError) {
    var count = 0
    var surplus: SchemaElement?
    for child in children {
      try check(child, as: .pattern)
      if count == most, surplus == nil { surplus = child }
      count += 1
    }
    if count < least { throw error("\"\(tree.name(element))\" needs a pattern", element) }
    if let surplus {
      throw error("\"\(tree.name(element))\" holds one pattern; this is another", surplus)
    }
  }

  private func checkOverride(_ element: SchemaElement) throws(SchemaError) {
    switch tree.kind(element) {
    case .include: throw error("an inclusion can't stand in another", element)
    case .div:
      try check(element, Form())
      for child in tree.children(element) { try checkOverride(child) }
    default: try check(element, as: .component)
    }
  }
}

extension SchemaStrings {
  /// Whether each part of a name begins as names did when RELAX NG was specified: with no combining
  /// mark or digit (XML 1.0, second edition, appendix B). The string is a name by today's rules.
  func beginsLikeName(_ number: UInt32) -> Bool {
    let isASCII = withBytes(of: number) { bytes in
      for index in bytes.indices where bytes[index] >= 0x80 { return false }
      return true
    }
    // Most are, and need no look at what their characters are.
    if isASCII { return true }
    return self[number].unicodeScalars.split(separator: ":").allSatisfy { part in
      switch part.first?.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .modifierLetter: false
      default: true
      }
    }
  }
}
