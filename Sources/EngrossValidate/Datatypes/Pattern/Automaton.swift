/// A program made deterministic where that costs little, and else run step by step.
///
/// Either way a character is read once, so time is linear in a literal's length. What is made is
/// made whole, the first time that an expression is needed, so that threads share it without a lock.
final class Automaton: Sendable {
  /// What a table may cost: entries to hold, and steps to make it.
  private static let mostEntries = 1 << 16
  private static let mostWork = 1 << 20

  private let program: RegularProgram
  private let alphabet: Alphabet
  /// The next state by state and class, -1 where there's none; nil where a table costs too much.
  private let table: [Int32]?
  private let accepts: [Bool]

  init(_ program: RegularProgram) {
    self.program = program
    alphabet = Alphabet(program.sets)
    let made = Self.table(program, alphabet)
    table = made?.table
    accepts = made?.accepts ?? []
  }

  /// Whether a literal is matched whole.
  func matches(_ literal: Span<UInt8>) -> Bool {
    guard let table else { return simulate(literal) }
    var state = 0
    var index = 0
    while index < literal.count {
      let column = alphabet.number(CodePoints.next(in: literal, &index))
      state = Int(table[state * alphabet.count + column])
      if state < 0 { return false }
    }
    return accepts[state]
  }

  /// Whether a literal is matched whole, found out without the table.
  func simulate(_ literal: Span<UInt8>) -> Bool {
    var states = StateSet(program.steps.count)
    var next = StateSet(program.steps.count)
    states.add(0, program)
    var index = 0
    while index < literal.count {
      let column = alphabet.number(CodePoints.next(in: literal, &index))
      next.removeAll()
      for step in states.reading { advance(step, column, &next) }
      swap(&states, &next)
      if states.reading.isEmpty && !states.matches { return false }
    }
    return states.matches
  }

  private func advance(_ step: Int, _ column: Int, _ next: inout StateSet) {
    if case .read(let set) = program.steps[step], alphabet.members[set][column] {
      next.add(step + 1, program)
    }
  }

  private static func table(
    _ program: RegularProgram, _ alphabet: Alphabet
  ) -> (table: [Int32], accepts: [Bool])? {
    var work = 0
    var states = StateSet(program.steps.count)
    states.add(0, program)
    var known: [StateSet.Key: Int32] = [states.key: 0]
    var sets = [states.key]
    var table: [Int32] = []
    while table.count < sets.count * alphabet.count {
      let state = sets[table.count / alphabet.count]
      let column = table.count % alphabet.count
      states.removeAll()
      for step in state.reading {
        if case .read(let set) = program.steps[Int(step)], alphabet.members[set][column] {
          states.add(Int(step) + 1, program)
        }
      }
      work += state.reading.count + states.count
      let key = states.key
      if key.reading.isEmpty && !key.matches {
        table.append(-1)
      } else {
        let number = known[key] ?? Int32(sets.count)
        if known.updateValue(number, forKey: key) == nil { sets.append(key) }
        table.append(number)
      }
      if work > mostWork || sets.count * alphabet.count > mostEntries { return nil }
    }
    return (table, sets.map(\.matches))
  }
}

/// The steps that a program may be at, all at once.
private struct StateSet {
  /// The set as what a table knows it by.
  struct Key: Hashable {
    let reading: [Int32]
    let matches: Bool
  }

  /// The steps that read a character.
  private(set) var reading: [Int] = []
  private(set) var matches = false
  private var visited: [Bool]
  private var touched: [Int] = []
  private var pending: [Int] = []

  init(_ count: Int) { visited = Array(repeating: false, count: count) }

  var key: Key { Key(reading: reading.sorted().map(Int32.init), matches: matches) }
  /// How many steps were gone through.
  var count: Int { touched.count }

  mutating func removeAll() {
    for step in touched { visited[step] = false }
    touched.removeAll(keepingCapacity: true)
    reading.removeAll(keepingCapacity: true)
    matches = false
  }

  /// Adds a step and those that it leads to without reading.
  mutating func add(_ step: Int, _ program: RegularProgram) {
    pending.append(step)
    while let next = pending.popLast() {
      if visited[next] { continue }
      visited[next] = true
      touched.append(next)
      switch program.steps[next] {
      case .read: reading.append(next)
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .match: matches = true
      }
    }
  }
}
