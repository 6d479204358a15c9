import EngrossModel

/// A pattern of a schema in its simple form (RELAX NG specification, section 4), as a number into
/// `Patterns`: equal patterns have equal numbers.
struct Pattern: Hashable {
  let number: UInt32

  /// Matches nothing at all.
  static let notAllowed = Pattern(number: 0)
  /// Matches the empty sequence.
  static let empty = Pattern(number: 1)
  /// Matches any text.
  static let text = Pattern(number: 2)
}

/// What a pattern is made of.
enum PatternKind: Hashable {
  case notAllowed, empty, text
  case choice(Pattern, Pattern)
  case interleave(Pattern, Pattern)
  case group(Pattern, Pattern)
  case oneOrMore(Pattern)
  case list(Pattern)
  /// The number of a datatype in `Patterns.datatypes`.
  case data(UInt32)
  case value(String, normalised: Bool)
  case attribute(UInt32, Pattern)
  /// The number of an element declaration in `Patterns.elements`.
  case element(UInt32)
  /// What must match inside an element, and what after it (Clark, "An algorithm for RELAX NG
  /// validation").
  case after(Pattern, Pattern)
}

/// Names that an element or attribute may have (RELAX NG specification, section 4.12).
indirect enum NameClass: Hashable {
  case name(Name)
  case choice(NameClass, NameClass)
  case namespace(String, except: NameClass?)
  case any(except: NameClass?)

  func contains(_ name: Name) -> Bool {
    switch self {
    case .name(let own): own == name
    case .choice(let left, let right): left.contains(name) || right.contains(name)
    case .namespace(let own, let except):
      own == name.namespace && !(except?.contains(name) ?? false)
    case .any(let except): !(except?.contains(name) ?? false)
    }
  }
}

/// All patterns of a schema and of the validations made with it, each stored once.
struct Patterns {
  private(set) var kinds: ContiguousArray<PatternKind> = [.notAllowed, .empty, .text]
  private(set) var nullable: ContiguousArray<Bool> = [false, true, true]
  private var numbers: [PatternKind: Pattern] = [:]
  private(set) var nameClasses: ContiguousArray<NameClass> = []
  var datatypes: ContiguousArray<Datatype> = []
  /// Name class and content of each element declaration.
  var elements: ContiguousArray<(names: NameClass, content: Pattern)> = []

  subscript(pattern: Pattern) -> PatternKind { kinds[Int(pattern.number)] }

  func isNullable(_ pattern: Pattern) -> Bool { nullable[Int(pattern.number)] }

  mutating func attribute(_ names: NameClass, _ value: Pattern) -> Pattern {
    if value == .notAllowed { return .notAllowed }
    let number = nameClasses.firstIndex(of: names) ?? nameClasses.count
    if number == nameClasses.count { nameClasses.append(names) }
    return make(.attribute(UInt32(number), value))
  }

  mutating func choice(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == right || right == .notAllowed { return left }
    if left == .notAllowed { return right }
    // The same alternative once: a chain of choices leans to the right and is kept in order.
    if case .choice(let first, let rest) = self[left] {
      return choice(first, choice(rest, right))
    }
    if contains(right, left) { return right }
    return left.number < first(of: right).number
      ? make(.choice(left, right)) : inserted(left, into: right)
  }

  private func first(of pattern: Pattern) -> Pattern {
    if case .choice(let first, _) = self[pattern] { return first }
    return pattern
  }

  /// Whether a chain of choices has an alternative.
  private func contains(_ chain: Pattern, _ alternative: Pattern) -> Bool {
    var rest = chain
    while case .choice(let first, let next) = self[rest] {
      if first == alternative { return true }
      rest = next
    }
    return rest == alternative
  }

  private mutating func inserted(_ alternative: Pattern, into chain: Pattern) -> Pattern {
    var smaller: [Pattern] = []
    var rest = chain
    while case .choice(let first, let next) = self[rest], first.number < alternative.number {
      smaller.append(first)
      rest = next
    }
    var result: Pattern
    if case .choice = self[rest] {
      result = make(.choice(alternative, rest))
    } else if rest.number < alternative.number {
      result = make(.choice(rest, alternative))
    } else {
      result = make(.choice(alternative, rest))
    }
    for first in smaller.reversed() { result = make(.choice(first, result)) }
    return result
  }

  mutating func group(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == .notAllowed || right == .notAllowed { return .notAllowed }
    if left == .empty { return right }
    if right == .empty { return left }
    return make(.group(left, right))
  }

  mutating func interleave(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == .notAllowed || right == .notAllowed { return .notAllowed }
    if left == .empty { return right }
    if right == .empty { return left }
    return make(.interleave(left, right))
  }

  mutating func after(_ inside: Pattern, _ outside: Pattern) -> Pattern {
    inside == .notAllowed || outside == .notAllowed ? .notAllowed : make(.after(inside, outside))
  }

  mutating func oneOrMore(_ pattern: Pattern) -> Pattern {
    if pattern == .notAllowed || pattern == .empty { return pattern }
    if case .oneOrMore = self[pattern] { return pattern }
    return make(.oneOrMore(pattern))
  }

  mutating func make(_ kind: PatternKind) -> Pattern {
    if let known = numbers[kind] { return known }
    let pattern = Pattern(number: UInt32(kinds.count))
    kinds.append(kind)
    nullable.append(isNullable(kind))
    numbers[kind] = pattern
    return pattern
  }

  private func isNullable(_ kind: PatternKind) -> Bool {
    switch kind {
    case .empty, .text: true
    case .choice(let left, let right): isNullable(left) || isNullable(right)
    case .group(let left, let right), .interleave(let left, let right):
      isNullable(left) && isNullable(right)
    case .oneOrMore(let pattern): isNullable(pattern)
    default: false
    }
  }
}
