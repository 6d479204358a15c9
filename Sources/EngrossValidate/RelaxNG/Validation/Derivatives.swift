/// The derivatives of patterns: what is left of a pattern after an element, a text or an attribute
/// (Clark, "An algorithm for RELAX NG validation").
///
/// A derivative is a list of alternatives (Antimirov, "Partial derivatives of regular expressions"),
/// each of which is a tail of the schema's own patterns: so there are no more of them than the schema
/// is long, where one pattern that holds all of them can grow without end. What comes after an
/// element is kept beside what is in it, not in it: so the state inside an element doesn't depend on
/// where the element stands, and is worked out once.
struct Derivatives {
  let grammar: Grammar
  var table: PatternTable
  private var starts: [UInt32: [Continuation]] = [:]
  private var texts: [UInt32: [Pattern]] = [:]
  private var closed: [UInt32: Pattern] = [:]

  /// One way on: what must match inside an element or attribute, and what then follows.
  struct Continuation: Hashable {
    var inside: Pattern
    var rest: Pattern
  }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    table = grammar.table
  }

  // MARK: Elements

  /// The ways on after the name of an element.
  mutating func start(_ pattern: Pattern, _ symbol: UInt32) -> [Continuation] {
    starts.removeAll(keepingCapacity: true)
    return startDerivative(pattern, symbol)
  }

  private mutating func startDerivative(_ pattern: Pattern, _ symbol: UInt32) -> [Continuation] {
    let node = table[pattern]
    if !node.contents.contains(.elements) { return [] }
    if node.kind == .element { return elementDerivative(node, symbol) }
    if let known = starts[pattern.number] { return known }
    var found: [Continuation] = []
    switch node.kind {
    case .choice:
      for index in table.range(node) {
        let part = table.members[index]
        let inner = table.nodes[Int(part)]
        found +=
          inner.kind == .element
          ? elementDerivative(inner, symbol) : startDerivative(Pattern(number: part), symbol)
      }
    case .group:
      var rest = pattern
      while table[rest].kind == .group {
        let (first, second) = (table[rest].first, Pattern(number: table[rest].second))
        for way in startDerivative(Pattern(number: first), symbol) {
          found.append(.init(inside: way.inside, rest: table.group(way.rest, second)))
        }
        rest = second
        if !table.isNullable(Pattern(number: first)) {
          rest = .notAllowed
          break
        }
      }
      found += startDerivative(rest, symbol)
    case .oneOrMore:
      found = again(pattern, after: startDerivative(Pattern(number: node.first), symbol))
    case .interleave:
      let parts = table.parts(pattern, of: .interleave)
      for (index, part) in parts.enumerated() {
        found += interleaved(parts, index, after: startDerivative(part, symbol))
      }
    default: break
    }
    found = Self.unique(found)
    starts[pattern.number] = found
    return found
  }

  private func elementDerivative(_ node: PatternNode, _ symbol: UInt32) -> [Continuation] {
    let declaration = grammar.declarations[Int(node.first)]
    guard grammar.nameClasses[Int(declaration.names)].contains(symbol, grammar.symbols) else {
      return []
    }
    return [.init(inside: declaration.content, rest: .empty)]
  }

  private static func unique(_ ways: [Continuation]) -> [Continuation] {
    if ways.count < 2 { return ways }
    if ways.count == 2 { return ways[0] == ways[1] ? [ways[0]] : ways }
    var seen: Set<Continuation> = []
    return ways.filter { seen.insert($0).inserted }
  }

  // MARK: Attributes

  /// The ways on after the name of an attribute.
  mutating func attribute(_ pattern: Pattern, _ symbol: UInt32) -> [Continuation] {
    starts.removeAll(keepingCapacity: true)
    return attributeDerivative(pattern, symbol)
  }

  private mutating func attributeDerivative(
    _ pattern: Pattern, _ symbol: UInt32
  ) -> [Continuation] {
    let node = table[pattern]
    if !node.contents.contains(.attributes) { return [] }
    if node.kind == .attribute {
      return grammar.nameClasses[Int(node.first)].contains(symbol, grammar.symbols)
        ? [.init(inside: Pattern(number: node.second), rest: .empty)] : []
    }
    if let known = starts[pattern.number] { return known }
    var found: [Continuation] = []
    switch node.kind {
    case .choice:
      for part in table.parts(pattern, of: .choice) { found += attributeDerivative(part, symbol) }
    case .group:
      let parts = table.sequence(pattern)
      for (index, part) in parts.enumerated() {
        for way in attributeDerivative(part, symbol) {
          found.append(.init(inside: way.inside, rest: sequence(parts, index, way.rest)))
        }
      }
    case .oneOrMore:
      found = again(pattern, after: attributeDerivative(Pattern(number: node.first), symbol))
    case .interleave:
      let parts = table.parts(pattern, of: .interleave)
      for (index, part) in parts.enumerated() {
        found += interleaved(parts, index, after: attributeDerivative(part, symbol))
      }
    default: break
    }
    found = Self.unique(found)
    starts[pattern.number] = found
    return found
  }

  /// The ways on through a repeated pattern, of those through its first time.
  private mutating func again(_ pattern: Pattern, after ways: [Continuation]) -> [Continuation] {
    let more = table.choice(pattern, .empty)
    return ways.map { .init(inside: $0.inside, rest: table.group($0.rest, more)) }
  }

  /// The ways on through patterns in any order, of those through one of them.
  private mutating func interleaved(
    _ parts: [Pattern], _ index: Int, after ways: [Continuation]
  ) -> [Continuation] {
    ways.map { way in
      var changed = parts
      changed[index] = way.rest
      return .init(inside: way.inside, rest: table.interleave(of: changed))
    }
  }

  /// The group of patterns one behind the other, one of them exchanged.
  private mutating func sequence(
    _ parts: [Pattern], _ index: Int, _ exchanged: Pattern
  ) -> Pattern {
    var result = Pattern.empty
    for place in parts.indices.reversed() {
      result = table.group(place == index ? exchanged : parts[place], result)
    }
    return result
  }

  /// What is taken as being there of the attributes that are still wanted.
  enum Forgiveness {
    case none, all
    case only(Pattern)
    case allBut(Pattern)

    func forgives(_ attribute: Pattern) -> Bool {
      switch self {
      case .none: false
      case .all: true
      case .only(let one): attribute == one
      case .allBut(let one): attribute != one
      }
    }
  }

  /// After the last attribute: those still wanted are missing, unless that is forgiven.
  mutating func close(_ pattern: Pattern, forgiving forgiveness: Forgiveness = .none) -> Pattern {
    closed.removeAll(keepingCapacity: true)
    return closeDerivative(pattern, forgiveness)
  }

  private mutating func closeDerivative(
    _ pattern: Pattern, _ forgiveness: Forgiveness
  ) -> Pattern {
    let node = table[pattern]
    if !node.contents.contains(.attributes) { return pattern }
    if node.kind == .attribute { return forgiveness.forgives(pattern) ? .empty : .notAllowed }
    if let known = closed[pattern.number] { return known }
    var result = Pattern.notAllowed
    switch node.kind {
    case .choice:
      let parts = table.parts(pattern, of: .choice).map { closeDerivative($0, forgiveness) }
      result = table.choice(of: parts)
    case .interleave:
      let parts = table.parts(pattern, of: .interleave).map { closeDerivative($0, forgiveness) }
      result = table.interleave(of: parts)
    case .group:
      var parts: [Pattern] = []
      var rest = pattern
      while table[rest].kind == .group, table.contents(rest).contains(.attributes) {
        let part = closeDerivative(Pattern(number: table[rest].first), forgiveness)
        parts.append(part)
        if part == .notAllowed { break }
        rest = Pattern(number: table[rest].second)
      }
      result = parts.last == .notAllowed ? .notAllowed : closeDerivative(rest, forgiveness)
      for part in parts.reversed() { result = table.group(part, result) }
    case .oneOrMore:
      result = table.oneOrMore(closeDerivative(Pattern(number: node.first), forgiveness))
    default: break
    }
    closed[pattern.number] = result
    return result
  }

  // MARK: Text

  /// What may follow a text whose characters don't matter.
  mutating func text(_ pattern: Pattern) -> [Pattern] {
    texts.removeAll(keepingCapacity: true)
    return textDerivative(pattern)
  }

  private mutating func textDerivative(_ pattern: Pattern) -> [Pattern] {
    let node = table[pattern]
    if !node.contents.contains(.text) { return [] }
    if node.kind == .text { return [pattern] }
    if let known = texts[pattern.number] { return known }
    var found: [Pattern] = []
    switch node.kind {
    case .choice:
      for part in table.parts(pattern, of: .choice) { found += textDerivative(part) }
    case .group:
      var rest = pattern
      while table[rest].kind == .group {
        let (first, second) = (
          Pattern(number: table[rest].first), Pattern(number: table[rest].second)
        )
        for way in textDerivative(first) { found.append(table.group(way, second)) }
        rest = second
        if !table.isNullable(first) {
          rest = .notAllowed
          break
        }
      }
      found += textDerivative(rest)
    case .oneOrMore:
      let again = table.choice(pattern, .empty)
      for way in textDerivative(Pattern(number: node.first)) {
        found.append(table.group(way, again))
      }
    case .interleave:
      let parts = table.parts(pattern, of: .interleave)
      for (index, part) in parts.enumerated() {
        for way in textDerivative(part) {
          var changed = parts
          changed[index] = way
          found.append(table.interleave(of: changed))
        }
      }
    default: break
    }
    if found.count > 1 {
      var seen: Set<Pattern> = []
      found = found.filter { seen.insert($0).inserted }
    }
    texts[pattern.number] = found
    return found
  }
}
