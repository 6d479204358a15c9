import EngrossModel

/// How validation goes on after an element that can't stand where it does.
struct Mending {
  enum Way {
    /// Others are missing before it; its step when they're there.
    case afterMissing(UInt32)
    /// It has its place elsewhere, and is passed over here.
    case elsewhere
    /// The step of the element that was probably meant.
    case instead(UInt32)
    /// It may have been meant for any that is allowed here, or for none; the state after it.
    case anything(Pattern)
  }

  let way: Way
  /// What was expected in its place.
  let expected: Expected
}

/// What an automaton found out about mistakes, each once: a document often repeats one.
struct Mendings {
  struct Place: Hashable {
    let state: Pattern
    let name: Name
  }

  struct Symbol: Hashable {
    let state: Pattern
    let symbol: UInt32
  }

  /// How many of a kind are remembered; what was expected takes some kilobytes.
  private static let most = 500

  var elements = Memory<Place, Mending>(most: most)
  var expected = Memory<Pattern, Expected>(most: most)
  /// Attributes that may stand at a state, and the state after one that may not.
  var attributes = Memory<Pattern, Expected>(most: most)
  var afterAttributes = Memory<Place, Pattern>(most: most)
  /// What an attribute's value may be, by the attribute's step.
  var values = Memory<UInt32, Expected>(most: most)
  /// Whether an element may stand anywhere in a state.
  var held = Memory<Symbol, Bool>(most: most)
  /// What elements hold, by their symbols.
  var contents = Memory<UInt32, Pattern?>(most: most)
}
