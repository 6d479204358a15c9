/// Whether a string, an attribute's value or the whole text of an element, matches a pattern
/// (RELAX NG specification, sections 6.2.7 to 6.2.10).
extension Derivatives {
  /// Whether a string matches; white space alone also counts as nothing at all.
  mutating func matches(
    _ pattern: Pattern, _ string: Span<UInt8>, in context: some ValueContext
  ) -> Bool {
    if pattern == .text { return true }
    if table.isNullable(pattern), Self.isBlank(string) { return true }
    return matchesString(pattern, string, in: context)
  }

  static func isBlank(_ string: Span<UInt8>) -> Bool {
    for index in string.indices where !WhiteSpace.isSpace(string[index]) { return false }
    return true
  }

  private mutating func matchesString(
    _ pattern: Pattern, _ string: Span<UInt8>, in context: some ValueContext
  ) -> Bool {
    let node = table[pattern]
    switch node.kind {
    case .text: return true
    case .data:
      return grammar.datatypes[Int(node.first)].admits(string, in: context)
        && !(node.second != 0
          && matches(Pattern(number: node.second), string, in: context))
    case .value: return grammar.values[Int(node.first)].equals(string, in: context)
    case .list: return matchesList(Pattern(number: node.first), string, in: context)
    case .choice:
      for index in table.range(node)
      where matchesString(Pattern(number: table.members[index]), string, in: context) {
        return true
      }
      return false
    case .oneOrMore: return matchesString(Pattern(number: node.first), string, in: context)
    case .group, .interleave:
      // One of the parts matches, and the others match nothing.
      let parts =
        node.kind == .group ? table.sequence(pattern) : table.parts(pattern, of: .interleave)
      return parts.indices.contains { index in
        matchesString(parts[index], string, in: context)
          && parts.indices.allSatisfy { $0 == index || table.isNullable(parts[$0]) }
      }
    default: return false
    }
  }

  private mutating func matchesList(
    _ pattern: Pattern, _ string: Span<UInt8>, in context: some ValueContext
  ) -> Bool {
    var states = [pattern]
    for item in WhiteSpace.items(string) {
      let token = string.extracting(item)
      var next: [Pattern] = []
      for state in states {
        for rest in tokenDerivative(state, token, in: context) where !next.contains(rest) {
          next.append(rest)
        }
      }
      if next.isEmpty { return false }
      states = next
    }
    return states.contains { table.isNullable($0) }
  }

  /// What may follow a word of a list.
  private mutating func tokenDerivative(
    _ pattern: Pattern, _ token: Span<UInt8>, in context: some ValueContext
  ) -> [Pattern] {
    let node = table[pattern]
    switch node.kind {
    case .data, .value: return matches(pattern, token, in: context) ? [.empty] : []
    case .choice:
      var found: [Pattern] = []
      for part in table.parts(pattern, of: .choice) {
        for rest in tokenDerivative(part, token, in: context) where !found.contains(rest) {
          found.append(rest)
        }
      }
      return found
    case .oneOrMore:
      let again = table.choice(pattern, .empty)
      return tokenDerivative(Pattern(number: node.first), token, in: context).map {
        table.group($0, again)
      }
    case .group:
      var found: [Pattern] = []
      var rest = pattern
      while table[rest].kind == .group {
        let (first, second) = (
          Pattern(number: table[rest].first), Pattern(number: table[rest].second)
        )
        for way in tokenDerivative(first, token, in: context) {
          found.append(table.group(way, second))
        }
        if !table.isNullable(first) { return found }
        rest = second
      }
      return found + tokenDerivative(rest, token, in: context)
    default: return []
    }
  }
}

extension SchemaValue {
  /// Whether a string is this value.
  func equals(_ string: Span<UInt8>, in context: some ValueContext) -> Bool {
    if case .string(let own) = value, !type.needsContext {
      // Most values are tokens, written as they are.
      if type.whiteSpace.leaves(string) { return own.span.elementsEqual(string) }
      return own == type.whiteSpace.normalised(string)
    }
    return Datatype(type: type, facets: Facets()).value(of: string, in: context) == value
  }
}

extension Span<UInt8> {
  func elementsEqual(_ other: Span<UInt8>) -> Bool {
    if count != other.count { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
