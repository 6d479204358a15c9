import EngrossModel

/// The derivatives of patterns, each worked out once and remembered: an automaton that is built as
/// documents need it (Clark, "An algorithm for RELAX NG validation", sections 3 to 6).
struct Derivatives {
  private var schema: Simplification
  private var starts: [UInt64: Pattern] = [:]
  private var attributes: [UInt64: Pattern] = [:]
  private var closes: [UInt32: Pattern] = [:]
  private var ends: [UInt32: Pattern] = [:]
  private var texts: [UInt32: Pattern] = [:]
  private var values: [UInt32: [String: Pattern]] = [:]
  private var names: [Name: UInt32] = [:]
  private var known: ContiguousArray<Name> = []

  init(_ schema: Simplification) { self.schema = schema }

  private var patterns: Patterns {
    _read { yield schema.patterns }
    _modify { yield &schema.patterns }
  }

  /// The number that a name has in this automaton.
  mutating func number(of name: Name) -> UInt32 {
    if let number = names[name] { return number }
    let number = UInt32(known.count)
    names[name] = number
    known.append(name)
    return number
  }

  /// How many patterns there are by now.
  var count: Int { schema.patterns.kinds.count }

  func isNullable(_ pattern: Pattern) -> Bool { patterns.isNullable(pattern) }

  /// After the name of a start tag.
  mutating func start(_ pattern: Pattern, _ name: UInt32) -> Pattern {
    let key = UInt64(pattern.number) << 32 | UInt64(name)
    if let result = starts[key] { return result }
    let result = startDerivative(pattern, known[Int(name)])
    starts[key] = result
    return result
  }

  /// After an attribute with its value.
  mutating func attribute(_ pattern: Pattern, _ name: UInt32, _ value: String) -> Pattern {
    let key = UInt64(pattern.number) << 32 | UInt64(name)
    var opened = attributes[key]
    if opened == nil {
      opened = attributeDerivative(pattern, known[Int(name)])
      attributes[key] = opened
    }
    let matched = end(text(opened ?? .notAllowed, value))
    // An empty value is also nothing at all (RELAX NG specification, section 6.2.7).
    let isBlank = !value.utf8.contains { $0 != 9 && $0 != 10 && $0 != 13 && $0 != 32 }
    return isBlank ? patterns.choice(matched, end(opened ?? .notAllowed)) : matched
  }

  /// After an element that holds white space alone, or nothing: both readings.
  mutating func endOfBlank(_ pattern: Pattern, _ value: String) -> Pattern {
    patterns.choice(end(text(pattern, value)), end(pattern))
  }

  /// After the last attribute: those still wanted are missing.
  mutating func close(_ pattern: Pattern) -> Pattern {
    if let result = closes[pattern.number] { return result }
    let result = closeDerivative(pattern)
    closes[pattern.number] = result
    return result
  }

  /// After an end tag.
  mutating func end(_ pattern: Pattern) -> Pattern {
    if let result = ends[pattern.number] { return result }
    let result = endDerivative(pattern)
    ends[pattern.number] = result
    return result
  }

  /// Whether the words of a text matter to a pattern, or only that there is text.
  func readsValue(_ pattern: Pattern) -> Bool {
    schema.patterns.contents(pattern).contains(.values)
  }

  /// After text whose words don't matter.
  mutating func text(_ pattern: Pattern) -> Pattern {
    if let result = texts[pattern.number] { return result }
    let result = textDerivative(pattern, "")
    texts[pattern.number] = result
    return result
  }

  /// After text.
  mutating func text(_ pattern: Pattern, _ value: String) -> Pattern {
    if !readsValue(pattern) { return text(pattern) }
    if let result = values[pattern.number]?[value] { return result }
    let result = textDerivative(pattern, value)
    // Values that come often are few: cert, resp, type. The rest isn't worth remembering.
    if value.utf8.count <= 32, values[pattern.number, default: [:]].count < 256 {
      values[pattern.number, default: [:]][value] = result
    }
    return result
  }

  private mutating func startDerivative(_ pattern: Pattern, _ name: Name) -> Pattern {
    if !patterns.contents(pattern).contains(.elements) { return .notAllowed }
    switch patterns[pattern] {
    case .choice(let left, let right):
      return patterns.choice(startDerivative(left, name), startDerivative(right, name))
    case .element(let number):
      guard schema.names(ofElement: number).contains(name) else { return .notAllowed }
      return patterns.after(schema.content(ofElement: number), .empty)
    case .interleave(let left, let right):
      let first = mapAfter(startDerivative(left, name)) { $0.interleave($1, right) }
      let second = mapAfter(startDerivative(right, name)) { $0.interleave(left, $1) }
      return patterns.choice(first, second)
    case .oneOrMore(let inner):
      let rest = patterns.choice(pattern, .empty)
      return mapAfter(startDerivative(inner, name)) { $0.group($1, rest) }
    case .group(let left, let right):
      let first = mapAfter(startDerivative(left, name)) { $0.group($1, right) }
      return patterns.isNullable(left)
        ? patterns.choice(first, startDerivative(right, name)) : first
    case .after(let inside, let outside):
      return mapAfter(startDerivative(inside, name)) { $0.after($1, outside) }
    default: return .notAllowed
    }
  }

  private mutating func attributeDerivative(_ pattern: Pattern, _ name: Name) -> Pattern {
    if !patterns.contents(pattern).contains(.attributes) { return .notAllowed }
    switch patterns[pattern] {
    case .choice(let left, let right):
      return patterns.choice(attributeDerivative(left, name), attributeDerivative(right, name))
    case .attribute(let names, let value):
      return patterns.nameClasses[Int(names)].contains(name)
        ? patterns.after(value, .empty) : .notAllowed
    case .interleave(let left, let right):
      let first = mapAfter(attributeDerivative(left, name)) { $0.interleave($1, right) }
      let second = mapAfter(attributeDerivative(right, name)) { $0.interleave(left, $1) }
      return patterns.choice(first, second)
    case .group(let left, let right):
      let first = mapAfter(attributeDerivative(left, name)) { $0.group($1, right) }
      let second = mapAfter(attributeDerivative(right, name)) { $0.group(left, $1) }
      return patterns.choice(first, second)
    case .oneOrMore(let inner):
      let rest = patterns.choice(pattern, .empty)
      return mapAfter(attributeDerivative(inner, name)) { $0.group($1, rest) }
    case .after(let inside, let outside):
      return mapAfter(attributeDerivative(inside, name)) { $0.after($1, outside) }
    default: return .notAllowed
    }
  }

  private mutating func closeDerivative(_ pattern: Pattern) -> Pattern {
    if !patterns.contents(pattern).contains(.attributes) { return pattern }
    switch patterns[pattern] {
    case .choice(let left, let right):
      return patterns.choice(closeDerivative(left), closeDerivative(right))
    case .group(let left, let right):
      return patterns.group(closeDerivative(left), closeDerivative(right))
    case .interleave(let left, let right):
      return patterns.interleave(closeDerivative(left), closeDerivative(right))
    case .oneOrMore(let inner): return patterns.oneOrMore(closeDerivative(inner))
    case .after(let inside, let outside):
      return patterns.after(closeDerivative(inside), outside)
    case .attribute: return .notAllowed
    default: return pattern
    }
  }

  private mutating func endDerivative(_ pattern: Pattern) -> Pattern {
    switch patterns[pattern] {
    case .choice(let left, let right):
      return patterns.choice(endDerivative(left), endDerivative(right))
    case .after(let inside, let outside):
      return patterns.isNullable(inside) ? outside : .notAllowed
    default: return .notAllowed
    }
  }

  private mutating func textDerivative(_ pattern: Pattern, _ value: String) -> Pattern {
    if !patterns.contents(pattern).contains(.text) { return .notAllowed }
    switch patterns[pattern] {
    case .text: return pattern
    case .choice(let left, let right):
      return patterns.choice(textDerivative(left, value), textDerivative(right, value))
    case .interleave(let left, let right):
      let first = patterns.interleave(textDerivative(left, value), right)
      return patterns.choice(first, patterns.interleave(left, textDerivative(right, value)))
    case .group(let left, let right):
      let first = patterns.group(textDerivative(left, value), right)
      return patterns.isNullable(left)
        ? patterns.choice(first, textDerivative(right, value)) : first
    case .oneOrMore(let inner):
      return patterns.group(textDerivative(inner, value), patterns.choice(pattern, .empty))
    case .after(let inside, let outside):
      return patterns.after(textDerivative(inside, value), outside)
    case .data(let number):
      return patterns.datatypes[Int(number)].admits(Array(value.utf8).span) ? .empty : .notAllowed
    case .value(let number):
      let (own, normalised) = patterns.values[Int(number)]
      let isEqual =
        normalised ? Self.tokens(value) == Self.tokens(own) : value == own
      return isEqual ? .empty : .notAllowed
    case .list(let inner):
      var rest = inner
      for token in Self.tokens(value) { rest = textDerivative(rest, token) }
      return patterns.isNullable(rest) ? .empty : .notAllowed
    default: return .notAllowed
    }
  }

  /// The parts of a string between white space.
  private static func tokens(_ string: String) -> [String] {
    string.utf8.split(whereSeparator: WhiteSpace.isSpace).map { String($0) ?? "" }
  }

  /// Changes what comes after in each alternative of a pattern of `after`.
  private mutating func mapAfter(
    _ pattern: Pattern, _ change: (inout Patterns, Pattern) -> Pattern
  ) -> Pattern {
    switch patterns[pattern] {
    case .choice(let left, let right):
      return patterns.choice(mapAfter(left, change), mapAfter(right, change))
    case .after(let inside, let outside):
      return patterns.after(inside, change(&patterns, outside))
    default: return .notAllowed
    }
  }
}
