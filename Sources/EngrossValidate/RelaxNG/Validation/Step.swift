/// A step of the automaton: what an element or an attribute of a name may be at a state, and where
/// each leads.
struct Step: Sendable {
  /// One of the ways: out of which branch of the state, what must match inside, what then follows.
  struct Way: Hashable, Sendable {
    var branch: Int
    var inside: Int
    var rest: Pattern
  }

  /// What may be inside, each once; nothing when the name has no place here.
  var insides: [Pattern]
  var ways: [Way]
  /// How many branches the state has.
  var branches: Int
  /// `insides` as one state.
  var inner: Pattern
  /// The state after it, all of `insides` matching.
  var next: Pattern

  /// No place at all.
  static let none = Step(insides: [], ways: [], branches: 1, inner: .notAllowed, next: .notAllowed)
}
