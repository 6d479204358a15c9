import EngrossModel

/// What patterns must not be, though the syntax allows it (RELAX NG specification, section 7).
struct Restrictions {
  private let grammar: Grammar
  private let draft: SchemaDraft
  /// The declarations met in what was checked: those that the start leads to.
  private var met: [UInt32] = []
  private var isMet = NumberSet()
  private var checked = NumberSet()
  private var checkedInList = NumberSet()
  private var attributeNames: [UInt32: NumberSet] = [:]
  private var elementNames: [UInt32: NumberSet] = [:]
  private var nameSets: [UInt32: NumberSet] = [:]

  /// - Parameter grammar: one whose names are all learnt.
  init(_ grammar: Grammar, draft: SchemaDraft) {
    self.grammar = grammar
    self.draft = draft
  }

  private typealias Kinds = [(PatternContents, String)]

  private static let outsideStart: Kinds = [
    (.attributes, "an attribute"), (.data, "data"), (.list, "a list"), (.text, "text"),
    (.interleave, "an interleave"), (.group, "a group"), (.oneOrMore, "oneOrMore"),
    (.empty, "empty"),
  ]
  private static let outsideAttribute: Kinds = [
    (.elements, "an element"), (.attributes, "another attribute"),
  ]
  private static let outsideList: Kinds = [
    (.list, "another list"), (.elements, "an element"), (.attributes, "an attribute"),
    (.text, "text"), (.interleave, "an interleave"),
  ]
  private static let outsideException: Kinds = [
    (.attributes, "an attribute"), (.elements, "an element"), (.list, "a list"), (.text, "text"),
    (.interleave, "an interleave"), (.group, "a group"), (.oneOrMore, "oneOrMore"),
    (.empty, "empty"),
  ]

  /// What a check looks things up in.
  private struct Patterns {
    let table: PatternTable
    let declarations: ContiguousArray<Grammar.Declaration>
    let origins: ContiguousArray<Int32>

    init(_ grammar: Grammar, _ origins: ContiguousArray<Int32>) {
      table = grammar.table
      declarations = grammar.declarations
      self.origins = origins
    }
  }

  private func error(_ message: String, _ pattern: Pattern, _ patterns: Patterns) -> SchemaError {
    let place = draft.nodes[Int(patterns.origins[Int(pattern.number)])].place
    return draft.tree.error(message, place)
  }

  /// Checks the start (section 7.1.5).
  mutating func check(
    startOf grown: Grammar, _ place: SchemaElement, _ origins: ContiguousArray<Int32>
  ) throws(SchemaError) {
    let patterns = Patterns(grown, origins)
    let start = grown.start
    let contents = grown.table.contents(start)
    for (content, name) in Self.outsideStart where contents.contains(content) {
      throw draft.tree.error(
        "the start is an element, or a choice of some; it can't be \(name)", place)
    }
    try walk(start, patterns)
  }

  /// The next declaration whose content wasn't checked yet.
  mutating func next() -> UInt32? { met.popLast() }

  /// Checks what an element holds.
  mutating func check(
    content: Pattern, _ place: SchemaElement, of grown: Grammar, _ origins: ContiguousArray<Int32>
  ) throws(SchemaError) {
    let patterns = Patterns(grown, origins)
    if grown.table.contents(content).contains(.openAttribute) {
      throw draft.tree.error(
        "an attribute of any name is repeated; this element has one outside \"oneOrMore\"", place)
    }
    try walk(content, patterns)
  }

  private mutating func walk(_ content: Pattern, _ patterns: Patterns) throws(SchemaError) {
    let table = patterns.table
    var waiting = [content]
    while let pattern = waiting.popLast() {
      guard checked.insert(pattern.number) else { continue }
      try check(pattern, patterns)
      let node = table[pattern]
      switch node.kind {
      case .choice, .interleave:
        for index in table.range(node) { waiting.append(Pattern(number: table.members[index])) }
      case .group: waiting += table.sequence(pattern)
      case .oneOrMore: waiting.append(Pattern(number: node.first))
      case .attribute: waiting.append(Pattern(number: node.second))
      case .list: try checkInList(Pattern(number: node.first), patterns)
      case .element: if isMet.insert(node.first) { met.append(node.first) }
      default: break
      }
    }
  }

  private mutating func checkInList(
    _ content: Pattern, _ patterns: Patterns
  ) throws(SchemaError) {
    var waiting = [content]
    while let pattern = waiting.popLast() {
      guard checkedInList.insert(pattern.number) else { continue }
      let node = patterns.table[pattern]
      switch node.kind {
      case .choice:
        for index in patterns.table.range(node) {
          waiting.append(Pattern(number: patterns.table.members[index]))
        }
      case .group:
        waiting.append(Pattern(number: node.first))
        waiting.append(Pattern(number: node.second))
      case .oneOrMore: waiting.append(Pattern(number: node.first))
      case .data: try check(pattern, patterns)
      default: break
      }
    }
  }

  private mutating func check(_ pattern: Pattern, _ patterns: Patterns) throws(SchemaError) {
    let table = patterns.table
    let node = table[pattern]
    switch node.kind {
    case .attribute:
      try forbid(
        Self.outsideAttribute, in: Pattern(number: node.second), of: "an attribute", pattern,
        patterns)
    case .list:
      try forbid(
        Self.outsideList, in: Pattern(number: node.first), of: "a list", pattern, patterns)
    case .data where node.second != Pattern.notAllowed.number:
      try forbid(
        Self.outsideException, in: Pattern(number: node.second),
        of: "what a datatype leaves out", pattern, patterns)
    case .oneOrMore:
      if node.contents.contains(.groupedAttributes) {
        throw error("an attribute in a group or an interleave can't be repeated", pattern, patterns)
      }
      if !node.contents.isDisjoint(with: .strings) {
        throw error(
          "data, a value or a list can't be repeated but in a list; the text is one", pattern,
          patterns)
      }
    case .group:
      // All that follows one another at once, as what is behind a part is a group too.
      var rest = pattern
      while table[rest].kind == .group {
        let first = Pattern(number: table[rest].first)
        let second = Pattern(number: table[rest].second)
        try checkStrings([first, second], rest, patterns)
        rest = second
      }
      if node.contents.contains(.attributes) { _ = try attributes(of: pattern, patterns) }
    case .interleave:
      let parts = table.parts(pattern, of: .interleave)
      try checkStrings(parts, pattern, patterns)
      if node.contents.contains(.attributes) { _ = try attributes(of: pattern, patterns) }
      try checkInterleave(parts, pattern, patterns)
    default: break
    }
  }

  private func forbid(
    _ kinds: Kinds, in inner: Pattern, of holder: String,
    _ pattern: Pattern, _ patterns: Patterns
  ) throws(SchemaError) {
    let contents = patterns.table.contents(inner)
    for (kind, name) in kinds where contents.contains(kind) {
      throw error("\(holder) can't hold \(name)", pattern, patterns)
    }
  }

  /// Data stands alone (section 7.2).
  private func checkStrings(
    _ parts: [Pattern], _ pattern: Pattern, _ patterns: Patterns
  ) throws(SchemaError) {
    var filled = 0
    var hasStrings = false
    for part in parts {
      let contents = patterns.table.contents(part)
      if !contents.isDisjoint(with: [.data, .list, .text, .elements]) { filled += 1 }
      if !contents.isDisjoint(with: .strings) { hasStrings = true }
    }
    if filled > 1, hasStrings {
      throw error(
        "data, a value or a list stands alone in its element; text or elements beside it can't be",
        pattern, patterns)
    }
  }

  /// No name in two parts of an interleave, and text in one only (section 7.4).
  private mutating func checkInterleave(
    _ parts: [Pattern], _ pattern: Pattern, _ patterns: Patterns
  ) throws(SchemaError) {
    if parts.count(where: { patterns.table.contents($0).contains(.text) }) > 1 {
      throw error("two parts of an interleave hold text; one may", pattern, patterns)
    }
    var names = NumberSet()
    for part in parts where patterns.table.contents(part).contains(.elements) {
      let own = elements(of: part, patterns)
      if let common = names.common(with: own) {
        throw error(
          "two parts of an interleave hold \(called(common, "element"))", pattern, patterns)
      }
      names.formUnion(own)
    }
  }

  private func called(_ symbol: UInt32, _ what: String) -> String {
    let name = grammar.symbols.names[Int(symbol)]
    return name.local == "\u{0}" ? "any \(what)" : "the \(what) \"\(name.local)\""
  }

  /// The names of a name class.
  private mutating func names(_ number: UInt32) -> NumberSet {
    if let known = nameSets[number] { return known }
    var set = NumberSet()
    let names = grammar.nameClasses[Int(number)]
    if let single = names.single {
      set.insert(single)
    } else {
      for symbol in grammar.symbols.names.indices
      where names.contains(UInt32(symbol), grammar.symbols) {
        set.insert(UInt32(symbol))
      }
    }
    nameSets[number] = set
    return set
  }

  /// The names of a pattern's attributes; none is in two parts of a group (section 7.3).
  private mutating func attributes(
    of pattern: Pattern, _ patterns: Patterns
  ) throws(SchemaError) -> NumberSet {
    let table = patterns.table
    if !table.contents(pattern).contains(.attributes) { return NumberSet() }
    if let known = attributeNames[pattern.number] { return known }
    var set = NumberSet()
    let node = table[pattern]
    switch node.kind {
    case .attribute: set = names(node.first)
    case .choice:
      for part in table.parts(pattern, of: .choice) {
        set.formUnion(try attributes(of: part, patterns))
      }
    case .oneOrMore: set = try attributes(of: Pattern(number: node.first), patterns)
    case .group, .interleave:
      let parts =
        node.kind == .group ? table.sequence(pattern) : table.parts(pattern, of: .interleave)
      for part in parts {
        let own = try attributes(of: part, patterns)
        if let common = set.common(with: own) {
          throw error("\(called(common, "attribute")) stands twice", pattern, patterns)
        }
        set.formUnion(own)
      }
    default: break
    }
    attributeNames[pattern.number] = set
    return set
  }

  private mutating func elements(of pattern: Pattern, _ patterns: Patterns) -> NumberSet {
    let table = patterns.table
    if !table.contents(pattern).contains(.elements) { return NumberSet() }
    if let known = elementNames[pattern.number] { return known }
    var set = NumberSet()
    let node = table[pattern]
    switch node.kind {
    case .element: set = names(patterns.declarations[Int(node.first)].names)
    case .choice, .interleave:
      for part in table.parts(pattern, of: node.kind) {
        set.formUnion(elements(of: part, patterns))
      }
    case .oneOrMore: set = elements(of: Pattern(number: node.first), patterns)
    case .group: for part in table.sequence(pattern) { set.formUnion(elements(of: part, patterns)) }
    default: break
    }
    elementNames[pattern.number] = set
    return set
  }
}

extension PatternTable {
  /// The patterns of a group, one behind the other.
  func sequence(_ pattern: Pattern) -> [Pattern] {
    var parts: [Pattern] = []
    var rest = pattern
    while self[rest].kind == .group {
      parts.append(Pattern(number: self[rest].first))
      rest = Pattern(number: self[rest].second)
    }
    parts.append(rest)
    return parts
  }
}
