/// Which of two readings in a `choice` counts (TEI Guidelines, CO, Simple Editorial Changes).
public enum Reading: String, Sendable, CaseIterable {
  /// `sic`, `orig`, `abbr`: as in the source.
  case original
  /// `corr`, `reg`, `expan`: as corrected.
  case corrected

  /// The elements of a `choice` that this reading passes over.
  var passedOver: Set<String> {
    switch self {
    case .original: ["corr", "reg", "expan"]
    case .corrected: ["sic", "orig", "abbr"]
    }
  }
}
