/// Patterns, each stored once: equal patterns are one (hash-consing).
struct PatternTable: Sendable {
  private(set) var nodes: ContiguousArray<PatternNode> = []
  /// The patterns inside choices, interleaves and branches.
  private(set) var members: ContiguousArray<UInt32> = []
  /// Numbers of patterns plus one by their hash, 0 for none; always a power of two.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 12)

  init() {
    let first: [(PatternKind, PatternContents)] = [
      (.notAllowed, PatternContents()), (.empty, [.nullable, .empty]), (.text, [.nullable, .text]),
    ]
    for (kind, contents) in first {
      _ = find(PatternNode(kind: kind, contents: contents, depth: 1, first: 0, second: 0))
    }
  }

  subscript(pattern: Pattern) -> PatternNode { nodes[Int(pattern.number)] }

  /// What is in a pattern.
  func contents(_ pattern: Pattern) -> PatternContents { nodes[Int(pattern.number)].contents }

  func isNullable(_ pattern: Pattern) -> Bool { contents(pattern).contains(.nullable) }

  /// The patterns of a choice, an interleave or branches; any other pattern alone.
  func parts(_ pattern: Pattern, of kind: PatternKind) -> [Pattern] {
    let node = self[pattern]
    if node.kind != kind { return [pattern] }
    return members[Int(node.first)..<Int(node.first + node.second)].map(Pattern.init)
  }

  /// Where the members of a choice, an interleave or branches are.
  func range(_ node: PatternNode) -> Range<Int> {
    Int(node.first)..<Int(node.first) + Int(node.second)
  }

  // MARK: Making

  /// The stored pattern that is as this one, or this one stored. Members, if it has any, are at the
  /// end of `members` and are taken out again where the pattern is known.
  private mutating func find(_ node: PatternNode) -> Pattern {
    let hasMembers = node.kind == .choice || node.kind == .interleave || node.kind == .branches
    var slot = hash(node, hasMembers) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if isEqual(nodes[Int(number)], node, hasMembers) {
        if hasMembers { members.removeLast(Int(node.second)) }
        return Pattern(number: number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(nodes.count + 1)
    nodes.append(node)
    if nodes.count * 2 > slots.count { grow() }
    return Pattern(number: UInt32(nodes.count - 1))
  }

  private func hash(_ node: PatternNode, _ hasMembers: Bool) -> Int {
    var hash = UInt64(node.kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
    func mix(_ number: UInt32) {
      hash = (hash ^ UInt64(number)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    if hasMembers {
      for index in range(node) { mix(members[index]) }
    } else {
      mix(node.first)
      mix(node.second)
    }
    return Int(truncatingIfNeeded: hash >> 8)
  }

  private func isEqual(_ left: PatternNode, _ right: PatternNode, _ hasMembers: Bool) -> Bool {
    if left.kind != right.kind || left.second != right.second { return false }
    if !hasMembers { return left.first == right.first }
    return members[range(left)].elementsEqual(members[range(right)])
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for (number, node) in nodes.enumerated() {
      let hasMembers = node.kind == .choice || node.kind == .interleave || node.kind == .branches
      var slot = hash(node, hasMembers) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func depth(_ pattern: Pattern) -> UInt16 { nodes[Int(pattern.number)].depth }

  private static func above(_ depth: UInt16) -> UInt16 { depth == .max ? depth : depth + 1 }

  private mutating func make(_ kind: PatternKind, of sorted: [UInt32]) -> Pattern {
    var contents: PatternContents = kind == .interleave ? .nullable : []
    var deepest: UInt16 = 0
    for number in sorted {
      let node = nodes[Int(number)]
      let isNullable = contents.contains(.nullable)
      let both = isNullable && node.contents.contains(.nullable)
      contents.formUnion(node.contents)
      if kind == .interleave, !both { contents.remove(.nullable) }
      deepest = max(deepest, node.depth)
    }
    if kind == .interleave {
      contents.insert(.interleave)
      if contents.contains(.attributes) { contents.insert(.groupedAttributes) }
    }
    let first = UInt32(members.count)
    members.append(contentsOf: sorted)
    return find(
      PatternNode(
        kind: kind, contents: contents, depth: Self.above(deepest), first: first,
        second: UInt32(sorted.count)))
  }

  mutating func choice(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == right || right == .notAllowed { return left }
    if left == .notAllowed { return right }
    return choice(of: [left, right])
  }

  /// The choice of alternatives, each once.
  mutating func choice(of patterns: [Pattern]) -> Pattern {
    if patterns.count == 1 { return patterns[0] }
    var alternatives: [UInt32] = []
    for pattern in patterns where pattern != .notAllowed {
      let node = self[pattern]
      if node.kind == .choice {
        alternatives.append(contentsOf: members[range(node)])
      } else {
        alternatives.append(pattern.number)
      }
    }
    alternatives.sort()
    var last = UInt32.max
    alternatives.removeAll { number in
      defer { last = number }
      return number == last
    }
    if alternatives.isEmpty { return .notAllowed }
    if alternatives.count == 1 { return Pattern(number: alternatives[0]) }
    return make(.choice, of: alternatives)
  }

  mutating func interleave(of patterns: [Pattern]) -> Pattern {
    var parts: [UInt32] = []
    for pattern in patterns where pattern != .empty {
      if pattern == .notAllowed { return .notAllowed }
      let node = self[pattern]
      if node.kind == .interleave {
        parts.append(contentsOf: members[range(node)])
      } else {
        parts.append(pattern.number)
      }
    }
    if parts.isEmpty { return .empty }
    if parts.count == 1 { return Pattern(number: parts[0]) }
    parts.sort()
    return make(.interleave, of: parts)
  }

  /// What is left of each of several elements; `notAllowed` when nothing is of any.
  mutating func branches(_ patterns: [Pattern]) -> Pattern {
    if patterns.count == 1 { return patterns[0] }
    if patterns.allSatisfy({ $0 == .notAllowed }) { return .notAllowed }
    return make(.branches, of: patterns.map(\.number))
  }

  mutating func group(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == .notAllowed || right == .notAllowed { return .notAllowed }
    if left == .empty { return right }
    if right == .empty { return left }
    let both = (contents(left), contents(right))
    var contents = both.0.union(both.1).union(.group)
    if !both.0.intersection(both.1).contains(.nullable) { contents.remove(.nullable) }
    if contents.contains(.attributes) { contents.insert(.groupedAttributes) }
    return find(
      PatternNode(
        kind: .group, contents: contents, depth: max(Self.above(depth(left)), depth(right)),
        first: left.number, second: right.number))
  }

  mutating func oneOrMore(_ pattern: Pattern) -> Pattern {
    if pattern == .notAllowed || pattern == .empty { return pattern }
    let node = self[pattern]
    if node.kind == .oneOrMore || node.kind == .text { return pattern }
    var contents = node.contents.union(.oneOrMore)
    contents.remove(.openAttribute)
    return find(
      PatternNode(
        kind: .oneOrMore, contents: contents, depth: Self.above(node.depth),
        first: pattern.number, second: 0))
  }

  mutating func list(_ pattern: Pattern) -> Pattern {
    if pattern == .notAllowed { return .notAllowed }
    let node = self[pattern]
    return find(
      PatternNode(
        kind: .list, contents: node.contents.intersection(.identifiers).union(.list),
        depth: Self.above(node.depth), first: pattern.number, second: 0))
  }

  mutating func data(
    _ datatype: UInt32, except: Pattern = .notAllowed, identifies: Bool = false
  ) -> Pattern {
    find(
      PatternNode(
        kind: .data, contents: identifies ? [.data, .identifiers] : .data,
        depth: Self.above(depth(except)), first: datatype, second: except.number))
  }

  mutating func value(_ value: UInt32) -> Pattern {
    find(PatternNode(kind: .value, contents: .data, depth: 1, first: value, second: 0))
  }

  mutating func attribute(_ names: UInt32, isOpen: Bool, _ value: Pattern) -> Pattern {
    if value == .notAllowed { return .notAllowed }
    return find(
      PatternNode(
        kind: .attribute, contents: isOpen ? [.attributes, .openAttribute] : .attributes,
        depth: Self.above(depth(value)), first: names, second: value.number))
  }

  mutating func element(_ declaration: UInt32) -> Pattern {
    find(
      PatternNode(kind: .element, contents: .elements, depth: 1, first: declaration, second: 0))
  }
}
