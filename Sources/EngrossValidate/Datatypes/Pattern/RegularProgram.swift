/// A regular expression as steps, each of which reads a character or goes on in two ways: an
/// automaton without determinism (Thompson, "Regular expression search algorithm").
struct RegularProgram: Sendable {
  enum Step: Sendable {
    /// Reads a character of a set, then goes to the next step.
    case read(Int)
    case jump(Int)
    case split(Int, Int)
    case match
  }

  /// The most steps of a program: what a counted repetition repeats is written out.
  static let limit = 10_000

  private(set) var steps: [Step] = []
  let sets: [CharacterSet]

  init(_ syntax: RegularSyntax, sets: [CharacterSet]) throws(RegularExpression.Fault) {
    self.sets = sets
    if Self.size(syntax) >= Self.limit {
      throw RegularExpression.Fault(
        message: "repeats so much that it needs more than \(Self.limit) steps", offset: 0)
    }
    emit(syntax)
    steps.append(.match)
  }

  /// How many steps a syntax takes at most; no more than the limit.
  private static func size(_ syntax: RegularSyntax) -> Int {
    switch syntax {
    case .empty, .set: 1
    case .sequence(let parts): parts.reduce(0) { min($0 + size($1), limit) }
    case .alternatives(let parts): parts.reduce(0) { min($0 + size($1) + 2, limit) }
    case .repetition(let inner, let least, let most):
      min((size(inner) + 2) * max(1, most ?? least + 1), limit)
    }
  }

  private mutating func emit(_ syntax: RegularSyntax) {
    switch syntax {
    case .empty: break
    case .set(let number): steps.append(.read(number))
    case .sequence(let parts): for part in parts { emit(part) }
    case .alternatives(let parts): emit(alternatives: parts)
    case .repetition(let inner, let least, let most):
      for _ in 0..<least { emit(inner) }
      if let most {
        emit(inner, atMost: most - least)
      } else {
        emit(loop: inner)
      }
    }
  }

  private mutating func emit(alternatives parts: [RegularSyntax]) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = steps.count
      steps.append(.split(split + 1, 0))
      emit(part)
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    if let last = parts.last { emit(last) }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func emit(_ inner: RegularSyntax, atMost count: Int) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(steps.count)
      steps.append(.split(0, 0))
      emit(inner)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }

  private mutating func emit(loop inner: RegularSyntax) {
    let split = steps.count
    steps.append(.split(0, 0))
    emit(inner)
    steps.append(.jump(split))
    steps[split] = .split(split + 1, steps.count)
  }
}
