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
enum PatternKind {
  case notAllowed, empty, text
  case choice(Pattern, Pattern)
  case interleave(Pattern, Pattern)
  case group(Pattern, Pattern)
  case oneOrMore(Pattern)
  case list(Pattern)
  /// The number of a datatype in `Patterns.datatypes`.
  case data(UInt32)
  /// The number of a value in `Patterns.values`.
  case value(UInt32)
  /// The number of a name class in `Patterns.nameClasses`, and the value.
  case attribute(UInt32, Pattern)
  /// The number of an element declaration.
  case element(UInt32)
  /// What must match inside an element, and what after it (Clark, "An algorithm for RELAX NG
  /// validation").
  case after(Pattern, Pattern)

  /// The kind as one number, equal for equal kinds: looked up at each step of a validation, and so
  /// measured. Both parts have 30 bits.
  var key: UInt64 {
    func key(_ tag: UInt64, _ left: UInt32, _ right: UInt32 = 0) -> UInt64 {
      tag << 60 | UInt64(left) << 30 | UInt64(right)
    }
    return switch self {
    case .notAllowed: key(0, 0)
    case .empty: key(0, 1)
    case .text: key(0, 2)
    case .choice(let left, let right): key(1, left.number, right.number)
    case .interleave(let left, let right): key(2, left.number, right.number)
    case .group(let left, let right): key(3, left.number, right.number)
    case .oneOrMore(let inner): key(4, inner.number)
    case .list(let inner): key(5, inner.number)
    case .data(let number): key(6, number)
    case .value(let number): key(7, number)
    case .attribute(let names, let value): key(8, names, value.number)
    case .element(let number): key(9, number)
    case .after(let inside, let outside): key(10, inside.number, outside.number)
    }
  }
}

/// What can be found in a pattern without going into an element: most derivatives of most patterns
/// are plain from this alone (measured: three quarters of the engine's work).
struct PatternContents: OptionSet {
  let rawValue: UInt8
  static let elements = PatternContents(rawValue: 1)
  static let attributes = PatternContents(rawValue: 2)
  static let text = PatternContents(rawValue: 4)
  /// Text whose words matter: data, value, list.
  static let values = PatternContents(rawValue: 8)
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
  private var nullable: ContiguousArray<Bool> = [false, true, true]
  private var contents: ContiguousArray<PatternContents> = [[], [], .text]
  private var numbers: [UInt64: Pattern] = [:]
  private(set) var nameClasses: ContiguousArray<NameClass> = []
  var datatypes: ContiguousArray<Datatype> = []
  private(set) var values: ContiguousArray<(string: String, normalised: Bool)> = []

  subscript(pattern: Pattern) -> PatternKind { kinds[Int(pattern.number)] }

  func isNullable(_ pattern: Pattern) -> Bool { nullable[Int(pattern.number)] }

  /// What is in a pattern, in the part inside where it has two (`after`).
  func contents(_ pattern: Pattern) -> PatternContents { contents[Int(pattern.number)] }

  mutating func attribute(_ names: NameClass, _ value: Pattern) -> Pattern {
    if value == .notAllowed { return .notAllowed }
    let number = nameClasses.firstIndex(of: names) ?? nameClasses.count
    if number == nameClasses.count { nameClasses.append(names) }
    return make(.attribute(UInt32(number), value))
  }

  mutating func value(_ string: String, normalised: Bool) -> Pattern {
    let known = values.firstIndex { $0.string == string && $0.normalised == normalised }
    if known == nil { values.append((string, normalised)) }
    return make(.value(UInt32(known ?? values.count - 1)))
  }

  mutating func choice(_ left: Pattern, _ right: Pattern) -> Pattern {
    if left == right || right == .notAllowed { return left }
    if left == .notAllowed { return right }
    return choice(of: [left, right])
  }

  /// The choice of any number of alternatives, each once and in the order of their numbers, so that
  /// equal choices are equal patterns.
  mutating func choice(of patterns: [Pattern]) -> Pattern {
    var alternatives: [UInt32] = []
    for pattern in patterns {
      var rest = pattern
      while case .choice(let first, let next) = self[rest] {
        alternatives.append(first.number)
        rest = next
      }
      if rest != .notAllowed { alternatives.append(rest.number) }
    }
    alternatives.sort()
    guard var last = alternatives.popLast() else { return .notAllowed }
    var choice = Pattern(number: last)
    while let next = alternatives.popLast() {
      if next == last { continue }
      choice = make(.choice(Pattern(number: next), choice))
      last = next
    }
    return choice
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
    let key = kind.key
    if let known = numbers[key] { return known }
    let pattern = Pattern(number: UInt32(kinds.count))
    kinds.append(kind)
    nullable.append(isNullable(kind))
    contents.append(contents(of: kind))
    numbers[key] = pattern
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

  private func contents(of kind: PatternKind) -> PatternContents {
    switch kind {
    case .notAllowed, .empty: []
    case .text: .text
    case .choice(let left, let right), .interleave(let left, let right),
      .group(let left, let right):
      contents(left).union(contents(right))
    case .oneOrMore(let inner), .after(let inner, _): contents(inner)
    case .data, .value, .list: [.text, .values]
    case .attribute: .attributes
    case .element: .elements
    }
  }
}
