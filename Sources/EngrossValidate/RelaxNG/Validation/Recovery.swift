import EngrossModel

/// What may stand at a state, and how validation goes on after a mistake.
extension Derivatives {
  /// What may follow any one of the elements that may come next.
  mutating func afterAnyElement(_ pattern: Pattern) -> Pattern {
    var known: [UInt32: [Pattern]] = [:]
    let rests = afterAnyElement(pattern, &known)
    return table.choice(of: rests)
  }

  private mutating func afterAnyElement(
    _ pattern: Pattern, _ known: inout [UInt32: [Pattern]]
  ) -> [Pattern] {
    let node = table[pattern]
    if !node.contents.contains(.elements) { return [] }
    if node.kind == .element { return [.empty] }
    if let found = known[pattern.number] { return found }
    var found: [Pattern] = []
    switch node.kind {
    case .choice:
      for part in table.parts(pattern, of: .choice) { found += afterAnyElement(part, &known) }
    case .group:
      var rest = pattern
      while table[rest].kind == .group {
        let (first, second) = (
          Pattern(number: table[rest].first), Pattern(number: table[rest].second)
        )
        for way in afterAnyElement(first, &known) { found.append(table.group(way, second)) }
        rest = second
        if !table.isNullable(first) {
          rest = .notAllowed
          break
        }
      }
      found += afterAnyElement(rest, &known)
    case .oneOrMore:
      let again = table.choice(pattern, .empty)
      for way in afterAnyElement(Pattern(number: node.first), &known) {
        found.append(table.group(way, again))
      }
    case .interleave:
      let parts = table.parts(pattern, of: .interleave)
      for (index, part) in parts.enumerated() {
        for way in afterAnyElement(part, &known) {
          var changed = parts
          changed[index] = way
          found.append(table.interleave(of: changed))
        }
      }
    default: break
    }
    var seen: Set<Pattern> = []
    found = found.filter { seen.insert($0).inserted }
    known[pattern.number] = found
    return found
  }
}

extension GrammarAutomaton {
  /// How to go on after an element that can't stand where it does.
  func mending(_ name: Name, _ symbol: UInt32, _ state: Pattern) -> Mending {
    let key = Mendings.Place(state: state, name: name)
    if let known = mendings.elements[key] { return known }
    let mending = newMending(name, symbol, state)
    mendings.elements[key] = mending
    return mending
  }

  private func newMending(_ name: Name, _ symbol: UInt32, _ state: Pattern) -> Mending {
    var expected = expected(state)
    if grammar.declares(symbol) {
      guard let step = stepAfterMissing(state, symbol) else {
        return Mending(way: .elsewhere, expected: expected)
      }
      expected.needed = elements(state) { element($0, symbol) != 0 }
      return Mending(way: .afterMissing(step), expected: expected)
    }
    // It's held to what was meant; else it may be meant for any that is allowed here.
    if let meant = expected.element(meantBy: name) {
      let step = element(state, grammar.symbols.number(of: meant))
      if step != 0 { return Mending(way: .instead(step), expected: expected) }
    }
    return Mending(way: .anything(either(state, afterAnyElement(state))), expected: expected)
  }

  /// How many elements in a row may be missing for it to be told so.
  private static let mostMissing = 8

  /// The step of an element that would have its place if others stood before it; nil when it
  /// wouldn't.
  private func stepAfterMissing(_ state: Pattern, _ symbol: UInt32) -> UInt32? {
    // Where the holder may end or go on without the missing ones, nothing is missing.
    var state = state
    var seen: Set<Pattern> = [state]
    for _ in 0..<Self.mostMissing {
      state = afterRequiredElement(state)
      guard state != .notAllowed, seen.insert(state).inserted else { return nil }
      let step = element(state, symbol)
      if step != 0 { return step }
    }
    return nil
  }

  /// Of the elements that may come next, those after which what is asked for holds.
  func elements(_ state: Pattern, after isEnough: (Pattern) -> Bool) -> [Name] {
    expected(state).elements.filter {
      let step = element(state, grammar.symbols.number(of: $0))
      return step != 0 && isEnough(steps[Int(step)].next)
    }
  }

  /// The state after any of the elements that have to come next; `notAllowed` when none has.
  private func afterRequiredElement(_ state: Pattern) -> Pattern {
    contents(state).contains(.nullable) ? .notAllowed : afterAnyElement(state)
  }

  /// Whether an element of a name may stand anywhere in what a pattern matches.
  func holds(_ pattern: Pattern, _ symbol: UInt32) -> Bool {
    let key = Mendings.Symbol(state: pattern, symbol: symbol)
    if let known = mendings.held[key] { return known }
    let isHeld = findsElement(symbol, in: pattern)
    mendings.held[key] = isHeld
    return isHeld
  }

  private func findsElement(_ symbol: UInt32, in pattern: Pattern) -> Bool {
    let table = derivatives.table
    var seen: Set<Pattern> = []
    var waiting = [pattern]
    while let next = waiting.popLast() {
      let node = table[next]
      guard node.contents.contains(.elements), seen.insert(next).inserted else { continue }
      switch node.kind {
      case .element:
        let names = grammar.declarations[Int(node.first)].names
        if grammar.nameClasses[Int(names)].contains(symbol, grammar.symbols) { return true }
      case .choice, .interleave, .branches:
        for index in table.range(node) { waiting.append(Pattern(number: table.members[index])) }
      case .group: waiting += [Pattern(number: node.first), Pattern(number: node.second)]
      case .oneOrMore: waiting.append(Pattern(number: node.first))
      default: break
      }
    }
    return false
  }

  /// The state after an attribute that has no place: the one that was probably meant is there then,
  /// whatever its value.
  func afterStrangeAttribute(_ name: Name, _ state: Pattern) -> Pattern {
    let key = Mendings.Place(state: state, name: name)
    if let known = mendings.afterAttributes[key] { return known }
    var next = state
    if let meant = expectedAttributes(state).attribute(meantBy: name) {
      let step = attribute(state, grammar.symbols.number(of: meant))
      if step != 0 { next = steps[Int(step)].next }
    }
    mendings.afterAttributes[key] = next
    return next
  }

  /// Before which of some elements, one behind the other, another could have stood.
  func places(of name: Name, among children: [Name], from opening: Pattern) -> [Int] {
    let symbol = grammar.symbols.number(of: name)
    var places: [Int] = []
    var state = opening
    for (index, child) in children.enumerated() {
      if element(state, symbol) != 0 { places.append(index) }
      let step = element(state, grammar.symbols.number(of: child))
      if step != 0 { state = steps[Int(step)].next }
      let afterText = text(state)
      if afterText != .notAllowed { state = afterText }
    }
    return places
  }
}

extension Grammar {
  /// Whether an element of a name is declared anywhere, by its name and not as any other.
  func declares(_ symbol: UInt32) -> Bool {
    declarations.contains {
      let names = nameClasses[Int($0.names)]
      return !names.names.isOpen && names.contains(symbol, symbols)
    }
  }
}
