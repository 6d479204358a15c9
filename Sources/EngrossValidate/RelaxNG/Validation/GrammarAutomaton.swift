/// The automaton of a grammar, built as documents need it: each state and each step is worked out
/// once and then looked up. One thread uses it at a time, for one document after another.
///
/// A state is a pattern: what may follow in an element; `branches` where the element may be several.
///
/// Safe: accesses aren't checked for exclusivity, which took a seventh of the time of validation, as
/// one thread has an automaton and nothing that changes one of these calls what changes it too.
final class GrammarAutomaton {
  let grammar: Grammar
  @exclusivity(unchecked) private(set) var derivatives: Derivatives
  @exclusivity(unchecked) private(set) var steps: ContiguousArray<Step> = [.none]
  @exclusivity(unchecked) private var elements = TransitionTable()
  @exclusivity(unchecked) private var attributes = TransitionTable()
  @exclusivity(unchecked) private var values = ValueTable()
  /// For each pattern plus one the state after its attributes, and after text; 0 for unknown.
  @exclusivity(unchecked) private var closed: ContiguousArray<UInt32> = []
  @exclusivity(unchecked) private var texts: ContiguousArray<UInt32> = []
  /// What was found out after mistakes.
  @exclusivity(unchecked) var mendings = Mendings()

  /// How many patterns and steps are remembered at most.
  private let largest: Int

  /// - Parameter largest: a pattern, a step or a transition costs about a hundred bytes, so that the
  ///   usual number is some 30 MB.
  init(_ grammar: Grammar, largest: Int = 150_000) {
    self.grammar = grammar
    self.largest = largest
    derivatives = Derivatives(grammar)
  }

  /// Whether so much is remembered that it's better to forget it all.
  var isLarge: Bool {
    derivatives.table.nodes.count - grammar.table.nodes.count + steps.count > largest
  }

  /// Forgets all but some states and the steps of elements that are open, which get new numbers.
  func forget(_ states: inout [Pattern], _ openSteps: inout [UInt32]) {
    let kept = openSteps.map { steps[Int($0)] }
    var moved = PatternMove(from: derivatives.table, to: Derivatives(grammar))
    states = states.map { moved.move($0) }
    steps = [.none]
    for (index, step) in kept.enumerated() {
      var step = step
      step.insides = step.insides.map { moved.move($0) }
      for way in step.ways.indices { step.ways[way].rest = moved.move(step.ways[way].rest) }
      step.inner = moved.move(step.inner)
      step.next = moved.move(step.next)
      openSteps[index] = UInt32(steps.count)
      steps.append(step)
    }
    derivatives = moved.derivatives
    elements = TransitionTable()
    attributes = TransitionTable()
    values = ValueTable()
    closed = []
    texts = []
    mendings = Mendings()
  }

  func contents(_ state: Pattern) -> PatternContents { derivatives.table.contents(state) }

  // MARK: Steps

  /// The step that an element of a name makes.
  @inline(__always)
  func element(_ state: Pattern, _ symbol: UInt32) -> UInt32 {
    if let known = elements[state.number, symbol] { return known }
    return newElement(state, symbol)
  }

  private func newElement(_ state: Pattern, _ symbol: UInt32) -> UInt32 {
    let step = step(state) { $0.start($1, symbol) }
    elements.add(state.number, symbol, step)
    return step
  }

  /// The step that an attribute of a name makes.
  @inline(__always)
  func attribute(_ state: Pattern, _ symbol: UInt32) -> UInt32 {
    if let known = attributes[state.number, symbol] { return known }
    let step = step(state) { $0.attribute($1, symbol) }
    attributes.add(state.number, symbol, step)
    return step
  }

  private func step(
    _ state: Pattern, _ ways: (inout Derivatives, Pattern) -> [Derivatives.Continuation]
  ) -> UInt32 {
    let branches = derivatives.table.parts(state, of: .branches)
    var step = Step.none
    step.branches = branches.count
    var numbers: [Pattern: Int] = [:]
    for (branch, pattern) in branches.enumerated() {
      for way in ways(&derivatives, pattern) where way.rest != .notAllowed {
        let inside = numbers[way.inside] ?? step.insides.count
        if inside == step.insides.count {
          numbers[way.inside] = inside
          step.insides.append(way.inside)
        }
        step.ways.append(.init(branch: branch, inside: inside, rest: way.rest))
      }
    }
    if step.insides.isEmpty { return 0 }
    step.inner = derivatives.table.branches(step.insides)
    step.next = next(step) { _ in true }
    steps.append(step)
    return UInt32(steps.count - 1)
  }

  /// The state after a step of which some insides matched.
  private func next(_ step: Step, _ matched: (Int) -> Bool) -> Pattern {
    var rests = [[Pattern]](repeating: [], count: step.branches)
    for way in step.ways where matched(way.inside) { rests[way.branch].append(way.rest) }
    let branches = rests.map { derivatives.table.choice(of: $0) }
    return derivatives.table.branches(branches)
  }

  /// The state after an element, of which this state is left inside; nil when it isn't complete.
  ///
  /// - Parameter text: the element's whole text, where it matters.
  func end(
    _ number: UInt32, _ inner: Pattern, text: Span<UInt8>?, in context: some ValueContext
  ) -> Pattern? {
    if steps[Int(number)].insides.count == 1, text == nil {
      return derivatives.table.isNullable(inner) ? steps[Int(number)].next : nil
    }
    let branches = derivatives.table.parts(inner, of: .branches)
    var matched: [Bool] = []
    for branch in branches {
      if let text {
        matched.append(derivatives.matches(branch, text, in: context))
      } else {
        matched.append(derivatives.table.isNullable(branch))
      }
    }
    return after(number, matched)
  }

  /// The state after an attribute with a value; nil when the value isn't one of those allowed.
  func value(
    _ number: UInt32, _ value: Span<UInt8>, in context: some ValueContext
  ) -> Pattern? {
    // Where prefixes count, equal values needn't mean the same.
    guard !grammar.needsNamespaces, let key = ValueTable.Key(number, value) else {
      return newValue(number, value, in: context)
    }
    if let known = values[key] { return known == .notAllowed ? nil : known }
    let next = newValue(number, value, in: context)
    values[key] = next ?? .notAllowed
    return next
  }

  private func newValue(
    _ number: UInt32, _ value: Span<UInt8>, in context: some ValueContext
  ) -> Pattern? {
    if steps[Int(number)].insides.count == 1 {
      return derivatives.matches(steps[Int(number)].inner, value, in: context)
        ? steps[Int(number)].next : nil
    }
    var matched: [Bool] = []
    for inside in steps[Int(number)].insides {
      matched.append(derivatives.matches(inside, value, in: context))
    }
    return after(number, matched)
  }

  /// Whether a string is what a state wants, in any of its branches.
  func matches(_ state: Pattern, _ string: Span<UInt8>, in context: some ValueContext) -> Bool {
    for branch in derivatives.table.parts(state, of: .branches)
    where derivatives.matches(branch, string, in: context) {
      return true
    }
    return false
  }

  /// What part a value plays among identifiers, given what an attribute's value may be.
  func identifying(_ value: Pattern, _ string: Span<UInt8>) -> Datatype.Identifying? {
    let table = derivatives.table
    for part in table.parts(value, of: .branches) where table[part].kind == .data {
      let datatype = grammar.datatypes[Int(table[part].first)]
      if let identifying = datatype.identifying, datatype.admits(string) { return identifying }
    }
    return nil
  }

  private func after(_ number: UInt32, _ matched: [Bool]) -> Pattern? {
    if !matched.contains(true) { return nil }
    let step = steps[Int(number)]
    if !matched.contains(false) { return step.next }
    let next = next(step) { matched[$0] }
    return next == .notAllowed ? nil : next
  }

  // MARK: Attributes and text

  /// The state after the last attribute; `notAllowed` when one is missing.
  @inline(__always)
  func close(_ state: Pattern) -> Pattern {
    let index = Int(state.number)
    if index < closed.count, closed[index] != 0 { return Pattern(number: closed[index] - 1) }
    return newClose(state)
  }

  private func newClose(_ state: Pattern) -> Pattern {
    let result = close(state, forgiving: .none)
    Self.remember(result, of: state, in: &closed)
    return result
  }

  /// The state after the last attribute, some that are missing taken as being there.
  func close(_ state: Pattern, forgiving: Derivatives.Forgiveness) -> Pattern {
    let branches = derivatives.table.parts(state, of: .branches)
    var closed: [Pattern] = []
    for branch in branches { closed.append(derivatives.close(branch, forgiving: forgiving)) }
    return derivatives.table.branches(closed)
  }

  /// The state after text whose characters don't matter; `notAllowed` when there can't be any.
  @inline(__always)
  func text(_ state: Pattern) -> Pattern {
    let index = Int(state.number)
    if index < texts.count, texts[index] != 0 { return Pattern(number: texts[index] - 1) }
    return newText(state)
  }

  private func newText(_ state: Pattern) -> Pattern {
    let branches = derivatives.table.parts(state, of: .branches)
    var after: [Pattern] = []
    for branch in branches {
      let rests = derivatives.text(branch)
      after.append(derivatives.table.choice(of: rests))
    }
    let result = derivatives.table.branches(after)
    Self.remember(result, of: state, in: &texts)
    return result
  }

  private static func remember(
    _ result: Pattern, of state: Pattern, in table: inout ContiguousArray<UInt32>
  ) {
    let index = Int(state.number)
    if table.count <= index {
      table.append(
        contentsOf: repeatElement(0, count: max(index + 1, table.count * 2) - table.count))
    }
    table[index] = result.number + 1
  }

  // MARK: Going on after a mistake

  /// What an element of a name holds wherever the grammar has one, as one state; nil when it has
  /// none.
  func known(_ symbol: UInt32) -> Pattern? {
    if let known = mendings.contents[symbol] { return known }
    let contents = newKnown(symbol)
    mendings.contents[symbol] = .some(contents)
    return contents
  }

  private func newKnown(_ symbol: UInt32) -> Pattern? {
    var contents: [Pattern] = []
    for declaration in grammar.declarations(of: symbol)
    where declaration.content != .notAllowed && !contents.contains(declaration.content) {
      contents.append(declaration.content)
    }
    return contents.isEmpty ? nil : derivatives.table.branches(contents)
  }

  /// The state after any one of the elements that may come next.
  func afterAnyElement(_ state: Pattern) -> Pattern {
    let branches = derivatives.table.parts(state, of: .branches)
    var after: [Pattern] = []
    for branch in branches { after.append(derivatives.afterAnyElement(branch)) }
    return derivatives.table.branches(after)
  }

  /// Either of two states of one element.
  func either(_ left: Pattern, _ right: Pattern) -> Pattern {
    let (first, second) = (
      derivatives.table.parts(left, of: .branches), derivatives.table.parts(right, of: .branches)
    )
    guard first.count == second.count else { return left == .notAllowed ? right : left }
    var both: [Pattern] = []
    for (one, other) in zip(first, second) { both.append(derivatives.table.choice(one, other)) }
    return derivatives.table.branches(both)
  }
}

/// Takes patterns from one table to another.
private struct PatternMove {
  let old: PatternTable
  var derivatives: Derivatives
  private var moved: [UInt32: Pattern] = [:]

  init(from old: PatternTable, to derivatives: Derivatives) {
    self.old = old
    self.derivatives = derivatives
  }

  /// The same pattern in the new table; what it's made of comes first, without recursion.
  mutating func move(_ pattern: Pattern) -> Pattern {
    var waiting = [pattern.number]
    while let number = waiting.last {
      if known(number) != nil {
        waiting.removeLast()
        continue
      }
      let node = old.nodes[Int(number)]
      let parts = Self.parts(node, old)
      let missing = parts.filter { known($0) == nil }
      if missing.isEmpty {
        let new = parts.compactMap { known($0) }
        moved[number] = make(node, new)
      } else {
        waiting += missing
      }
    }
    return known(pattern.number) ?? .notAllowed
  }

  private func known(_ number: UInt32) -> Pattern? {
    // The schema's own patterns have the same numbers in both.
    Int(number) < derivatives.grammar.table.nodes.count ? Pattern(number: number) : moved[number]
  }

  private static func parts(_ node: PatternNode, _ table: PatternTable) -> [UInt32] {
    switch node.kind {
    case .choice, .interleave, .branches: Array(table.members[table.range(node)])
    case .group: [node.first, node.second]
    case .oneOrMore, .list: [node.first]
    // Derivatives make none of these.
    case .notAllowed, .empty, .text, .data, .value, .attribute, .element: []
    }
  }

  private mutating func make(_ node: PatternNode, _ parts: [Pattern]) -> Pattern {
    switch node.kind {
    case .choice: derivatives.table.choice(of: parts)
    case .interleave: derivatives.table.interleave(of: parts)
    case .branches: derivatives.table.branches(parts)
    case .group: derivatives.table.group(parts[0], parts[1])
    case .oneOrMore: derivatives.table.oneOrMore(parts[0])
    case .list: derivatives.table.list(parts[0])
    default: .notAllowed
    }
  }
}
