import EngrossEncode
import Synchronization

/// Reads dates; the facts that it takes are read when the first date comes, as most calls have none
/// in doubt.
final class LazyDateReading: Sendable {
  private let reading = Mutex<DateReading?>(nil)

  /// The date in the form that `@when` takes; nil where the words are no date for certain.
  func value(of words: String) -> String? {
    let reading = reading.withLock { reading in
      let known = reading ?? DateReading()
      reading = known
      return known
    }
    return reading.value(of: words)
  }
}
