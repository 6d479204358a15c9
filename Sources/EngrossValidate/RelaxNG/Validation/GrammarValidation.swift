import EngrossModel

/// Validates a document against a grammar as it's read: what it keeps grows with the depth of the
/// document, not with its length.
///
/// After a mistake it goes on as if the mistake had been mended, so that one mistake is one fault:
/// an element that isn't allowed is held to what the grammar says of its name and otherwise passed
/// over; one that is missing is taken as being there.
///
/// Safe: accesses aren't checked for exclusivity, as one thread tells a document, one event at a time.
final class GrammarValidation: EventReceiver {
  /// More faults than these are counted by nobody, and each costs memory.
  static let mostFaults = 10_000

  let automaton: GrammarAutomaton
  private(set) var faults: [Fault] = []
  @exclusivity(unchecked) private var frames: ContiguousArray<Frame> = []
  /// What was told of the contents of open elements, by their place in `frames`: more of the same is
  /// the same mistake.
  private var told: [Int: Told] = [:]
  private var identifiers: IdentifierRegister?
  /// The number in the grammar of each name of the document.
  @exclusivity(unchecked) private var symbols: ContiguousArray<UInt32> = []
  @exclusivity(unchecked) private var names: ContiguousArray<Name> = []
  @exclusivity(unchecked) private var text = PendingText()
  @exclusivity(unchecked) private var namespaces = ScopedNamespaces()

  /// An element that is open; the first is the document itself.
  struct Frame {
    /// The number of its name; -1 for the document.
    var name: Int
    var offset: Int
    /// The step by which the element was entered; 0 where it was out of place.
    var step: UInt32
    /// What may follow in it.
    var state: Pattern
    /// What might follow after its attributes.
    var opening: Pattern
    var hasChildren = false
    /// Whether the grammar says nothing of its content.
    var isUnknown = false
  }

  /// The mistakes of an element's content that were told.
  struct Told {
    /// Text that has no place, and an element that its holder never holds.
    var strayText = false
    var strayElement = false
    /// An element in the wrong place, or one that is missing.
    var disorder = false
    /// The state that an element in the wrong place left unchanged.
    var misplacedAt = Pattern.notAllowed
    /// The elements that one which was missing may have been.
    var missing: [Name] = []
  }

  /// - Parameter checksIdentifiers: whether values of type ID stand once and those of type IDREF
  ///   have their target (RELAX NG DTD Compatibility, section 5).
  init(_ automaton: GrammarAutomaton, checksIdentifiers: Bool = true) {
    self.automaton = automaton
    if checksIdentifiers, automaton.grammar.hasConsistentIdentifiers {
      identifiers = IdentifierRegister()
    }
    let start = automaton.grammar.start
    frames = [Frame(name: -1, offset: 0, step: 0, state: start, opening: start)]
  }

  /// Whether the document was valid; to be asked at its end.
  func finish() {
    for missing in identifiers?.missing() ?? [] { report(missing) }
    faults.sort { $0.offset < $1.offset }
  }

  func report(_ fault: Fault) {
    if faults.count < Self.mostFaults { faults.append(fault) }
  }

  func name(_ number: Int, is name: Name) {
    symbols.append(automaton.grammar.symbols.number(of: name))
    names.append(name)
  }

  func bind(_ prefix: String, to namespace: String) {
    if automaton.grammar.needsNamespaces {
      namespaces.bind(prefix, to: namespace, depth: frames.count)
    }
  }

  // MARK: Elements

  func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    if automaton.isLarge { forget() }
    endText(isWhole: false)
    let holder = frames.count - 1
    frames[holder].hasChildren = true
    var frame = Frame(name: name, offset: offset, step: 0, state: .notAllowed, opening: .notAllowed)
    let symbol = symbols[name]
    if frames[holder].isUnknown {
      frame.enter(automaton.known(symbol))
    } else {
      var step = automaton.element(frames[holder].state, symbol)
      if step == 0 { step = mend(name, symbol, at: offset) }
      if step == 0 {
        frame.enter(automaton.known(symbol))
      } else {
        frame.step = step
        frame.state = automaton.steps[Int(step)].inner
      }
    }
    frames.append(frame)
    if frame.isUnknown { return }
    let missingFrom = frame.state
    if attributes.count > 0 {
      frame.state = self.attributes(attributes, of: frame)
    }
    let closed = automaton.close(frame.state)
    if closed == .notAllowed, missingFrom != .notAllowed {
      report(
        Fault(
          kind: .attributeMissing, offset: offset, holder: names[name], holderOffset: offset,
          expected: automaton.missingAttributes(frame.state)))
      frame.state = automaton.close(frame.state, forgiving: .all)
    } else {
      frame.state = closed
    }
    frames[frames.count - 1].state = frame.state
    frames[frames.count - 1].opening = frame.state
  }

  private func attributes(
    _ attributes: borrowing EventAttributes, of frame: Frame
  ) -> Pattern {
    var state = frame.state
    for index in 0..<attributes.count {
      let name = attributes.name(index)
      let step = automaton.attribute(state, symbols[name])
      if step == 0 {
        report(
          Fault(
            kind: .attributeNotAllowed(names[name]), offset: frame.offset,
            holder: names[frame.name], holderOffset: frame.offset,
            expected: automaton.expectedAttributes(state)))
        state = automaton.afterStrangeAttribute(names[name], state)
        continue
      }
      let inner = automaton.steps[Int(step)].inner
      if inner == .text {
        state = automaton.steps[Int(step)].next
        continue
      }
      let range = attributes.range(index)
      let value = attributes.values.span.extracting(range)
      if let next = automaton.value(step, value, in: namespaces) {
        state = next
        if identifiers != nil, automaton.contents(inner).contains(.identifiers) {
          identify(value, inner, names[name], frame)
        }
      } else {
        report(
          Fault(
            kind: .attributeValue(names[name], String(copying: value)), offset: frame.offset,
            holder: names[frame.name], holderOffset: frame.offset,
            expected: automaton.expectedValues(of: step)))
        state = automaton.steps[Int(step)].next
      }
    }
    return state
  }

  private func identify(_ value: Span<UInt8>, _ inner: Pattern, _ name: Name, _ frame: Frame) {
    guard let kind = automaton.identifying(inner, value) else { return }
    let holder = names[frame.name]
    if let fault = identifiers?.take(value, kind, name, holder, at: frame.offset) { report(fault) }
  }

  func close(at offset: Int) {
    endText(isWhole: !frames[frames.count - 1].hasChildren)
    let frame = frames.removeLast()
    let told = told.isEmpty ? nil : told.removeValue(forKey: frames.count)
    defer { namespaces.leave(depth: frames.count) }
    if frame.isUnknown { return }
    let next = end(frame, told ?? Told(), at: offset)
    if frame.step != 0 { frames[frames.count - 1].state = next }
  }

  /// The holder's state after an element that ends.
  private func end(_ frame: Frame, _ told: @autoclosure () -> Told, at offset: Int) -> Pattern {
    let readsText =
      !frame.hasChildren && !automaton.contents(frame.state).isDisjoint(with: .strings)
    defer { text.clear() }
    if !readsText {
      if frame.step != 0 {
        if let next = automaton.end(frame.step, frame.state, text: nil, in: namespaces) {
          return next
        }
      } else if automaton.contents(frame.state).contains(.nullable) {
        return .notAllowed
      }
    } else if frame.step != 0 {
      if let next = automaton.end(frame.step, frame.state, text: text.bytes.span, in: namespaces) {
        return next
      }
    } else if automaton.matches(frame.state, text.bytes.span, in: namespaces) {
      return .notAllowed
    }
    if told().disorder { return automaton.steps[Int(frame.step)].next }
    var expected = automaton.expected(frame.state)
    expected.end = false
    expected.needed = automaton.elements(frame.state) {
      automaton.contents($0).contains(.nullable)
    }
    let isText = readsText && !expected.values.isEmpty
    report(
      Fault(
        kind: isText ? .textValue(String(decoding: text.bytes, as: UTF8.self)) : .incomplete,
        offset: isText && !text.bytes.isEmpty ? text.offset : offset,
        holder: names[frame.name], holderOffset: frame.offset, opening: frame.opening,
        expected: expected))
    return automaton.steps[Int(frame.step)].next
  }

  // MARK: Text

  func text(_ bytes: Span<UInt8>, at offset: Int) {
    let top = frames.count - 1
    if top == 0 || frames[top].isUnknown { return }
    let state = frames[top].state
    let contents = automaton.contents(state)
    if !frames[top].hasChildren, !contents.isDisjoint(with: .strings) {
      text.append(bytes, at: offset)
      return
    }
    if text.isStray {
      text.append(bytes, at: offset)
      return
    }
    if Derivatives.isBlank(bytes) { return }
    let next = automaton.text(state)
    if next == .notAllowed {
      text.append(bytes, at: offset)
      text.isStray = true
    } else {
      frames[top].state = next
    }
  }

  /// Takes the text up to a tag; `isWhole` when it's all that its element holds.
  private func endText(isWhole: Bool) {
    if text.bytes.isEmpty || isWhole && !text.isStray { return }
    defer { text.clear() }
    let top = frames.count - 1
    if !text.isStray {
      // Data was possible, and an element follows: so it's text, or blank.
      if Derivatives.isBlank(text.bytes.span) { return }
      let next = automaton.text(frames[top].state)
      if next != .notAllowed {
        frames[top].state = next
        return
      }
    }
    // Phrases that lost the paragraph around them are one mistake.
    let before = told[top] ?? Told()
    if before.strayText { return }
    told[top, default: Told()].strayText = true
    if before.strayElement { return }
    report(
      Fault(
        kind: .textNotAllowed(String(decoding: text.bytes, as: UTF8.self)), offset: text.offset,
        holder: names[frames[top].name], holderOffset: frames[top].offset,
        opening: frames[top].opening, expected: automaton.expected(frames[top].state)))
  }

  // MARK: Mistakes

  /// Reports an element that can't stand here, and finds the state to go on from; the step of the
  /// element where another before it was missing, else 0.
  private func mend(_ name: Int, _ symbol: UInt32, at offset: Int) -> UInt32 {
    let top = frames.count - 1
    let holder = frames[top]
    if holder.name < 0 {
      report(
        Fault(
          kind: .elementNotAllowed(names[name]), offset: offset,
          expected: automaton.expected(holder.state)))
      frames[0].state = .empty
      return 0
    }
    let mending = automaton.mending(names[name], symbol, holder.state)
    var fault = Fault(
      kind: .elementNotAllowed(names[name]), offset: offset, holder: names[holder.name],
      holderOffset: holder.offset, opening: holder.opening, expected: mending.expected)
    switch mending.way {
    case .afterMissing(let step):
      fault.kind = .elementMissing(before: names[name])
      report(fault)
      told[top, default: Told()].disorder = true
      told[top]?.missing = mending.expected.elements
      return step
    case .elsewhere:
      if isNews(names[name], symbol, in: holder) { report(fault) }
      return 0
    case .instead(let step):
      report(fault)
      return step
    case .anything(let next):
      report(fault)
      frames[top].state = next
      return 0
    }
  }

  /// Whether an element out of place is a mistake of its own, not the rest of one that was told.
  private func isNews(_ name: Name, _ symbol: UInt32, in holder: Frame) -> Bool {
    let top = frames.count - 1
    let before = told[top] ?? Told()
    guard automaton.holds(holder.opening, symbol) else {
      told[top, default: Told()].strayElement = true
      return !before.strayText
    }
    told[top, default: Told()].disorder = true
    told[top]?.misplacedAt = holder.state
    // What was missing stands here; or a neighbour stands in the same wrong place.
    return !before.missing.contains(name) && before.misplacedAt != holder.state
  }

  private func forget() {
    var states = frames.map { $0.state } + frames.map { $0.opening }
    var steps = frames.map { $0.step }
    automaton.forget(&states, &steps)
    for index in frames.indices {
      frames[index].state = states[index]
      frames[index].opening = states[frames.count + index]
      frames[index].step = steps[index]
    }
    for place in told.keys { told[place]?.misplacedAt = .notAllowed }
    for index in faults.indices { faults[index].opening = .notAllowed }
  }
}

extension GrammarValidation.Frame {
  /// Enters an element out of place: by what the grammar says of its name, if anything.
  fileprivate mutating func enter(_ known: Pattern?) {
    if let known { state = known } else { isUnknown = true }
  }
}

/// Text that is kept until it's known what it is for.
private struct PendingText {
  private(set) var bytes: [UInt8] = []
  private(set) var offset = 0
  /// Whether it has no place where it stands.
  var isStray = false

  mutating func append(_ more: Span<UInt8>, at offset: Int) {
    if bytes.isEmpty { self.offset = offset }
    // Safe: the span lives through the call.
    more.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func clear() {
    if bytes.isEmpty && !isStray { return }
    bytes.removeAll(keepingCapacity: true)
    isStray = false
  }
}
